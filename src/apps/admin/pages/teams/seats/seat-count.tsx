import { Button, TextField, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useDialogForm } from '../../../pieces/form-dialog.tsx';
import { FormSummary } from '../../../pieces/form-parts.tsx';

interface Given {
  readonly contractId: string;
  readonly counts: { readonly total: number; readonly taken: number };
}

/** How many places the contract has; never fewer than are taken. */
export function SeatCount({ contractId, counts }: Given) {
  const { phrase } = useSpeech();
  const change = useSend('changeSeats');
  const form = useDialogForm({
    initial: { seats: String(counts.total) },
    check: ({ seats }) => ({
      seats:
        /^\d+$/.test(seats.trim()) && Number(seats) >= counts.taken
          ? undefined
          : phrase('admin-teams.seats.atLeast', { count: counts.taken }),
    }),
    done: phrase('kit.form.saved'),
    onClose: () => undefined,
    send: ({ seats }) =>
      change.mutateAsync({ params: { contractId: contractId as never }, body: { seats: Number(seats) } }),
  });
  return (
    <form
      className="form"
      noValidate
      onSubmit={form.onSubmit}
      aria-label={phrase('admin-teams.seats.count')}
    >
      <FormSummary form={form} />
      <TextField
        label={phrase('admin-teams.seats.count')}
        type="number"
        min={String(counts.taken)}
        help={phrase('admin-teams.seats.countHelp')}
        {...form.field('seats')}
      />
      <div className="form__acts">
        <Button type="submit" busy={form.busy}>
          {phrase('admin-teams.seats.change')}
        </Button>
      </div>
    </form>
  );
}
