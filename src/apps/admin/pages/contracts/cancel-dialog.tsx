import { RadioField, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useToday } from '../../data/today.ts';
import { useDialogForm } from '../../pieces/form-dialog.tsx';
import { bookingsWish } from '../../pieces/touched-bookings.tsx';
import type { ContractRow } from './contract-rows.tsx';
import { VerbDialog } from './verb-dialog.tsx';

const ways = ['afterNotice', 'endOfCycle', 'now', 'lastDay'] as const;

/** Sets the end of a contract (CON-4): by its rules, with the cycle, today, or on any day. */
export function CancelDialog({ of, onClose }: { readonly of: ContractRow; readonly onClose: () => void }) {
  const { phrase, formats } = useSpeech();
  const today = useToday();
  const cancel = useSend('cancelContract');
  const params = { contractId: of.id };
  const bodyOf = ({ way, lastDay }: { way: string; lastDay: string }) =>
    way === 'lastDay' ? { lastDay: lastDay as never } : { at: way as 'now' };
  const form = useDialogForm({
    initial: { way: 'afterNotice', lastDay: today as string, bookings: 'keep' },
    onClose,
    done: phrase('admin-contracts.cancel.done', { plan: of.planName }),
    send: (values) => cancel.mutateAsync({
      params, idempotencyKey: freshKey(),
      body: { ...bodyOf(values), bookings: bookingsWish(values.bookings) },
    }),
  });
  const preview = useAnswer(
    'cancelContract',
    { params, body: { ...bodyOf(form.values), preview: true } },
    { when: form.values.way !== 'lastDay' || form.values.lastDay !== '' },
  );
  const { data } = preview;
  const lastDay = data !== undefined && 'preview' in data ? data.contract.lastDay : null;
  const isVoid = data !== undefined && 'preview' in data && data.contract.status === 'void';
  return (
    <VerbDialog
      title={phrase('admin-contracts.cancel.title', { plan: of.planName })}
      form={form}
      danger
      preview={preview}
      bookings={{ value: form.values.bookings, set: (wish) => form.set('bookings', wish) }}
      verb={phrase('admin-contracts.verbs.cancel')}
      onClose={onClose}
    >
      <RadioField
        name="way"
        label={phrase('admin-contracts.cancel.when')}
        value={form.values.way}
        onValue={(value) => form.set('way', value)}
        options={ways.map((value) => ({
          value: value as string,
          label: phrase(`admin-contracts.cancel.ways.${value}`),
        }))}
      />
      {form.values.way === 'lastDay' ? (
        <TextField {...form.field('lastDay')} type="date" label={phrase('admin-contracts.cancel.lastDay')} />
      ) : null}
      {lastDay === null ? null : (
        <p>
          <b>
            {isVoid
              ? phrase('admin-contracts.cancel.void')
              : phrase('admin-contracts.cancel.ends', { day: formats.day(lastDay, 'full') })}
          </b>
        </p>
      )}
    </VerbDialog>
  );
}
