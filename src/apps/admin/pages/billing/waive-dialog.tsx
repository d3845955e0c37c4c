import { Button, Dialog, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { FormSummary } from '../../pieces/form-parts.tsx';
import type { ChargeRow } from './charges.tsx';

/** Lets a charge go; the reason stays with it. */
export function WaiveDialog({ of, onClose }: { readonly of: ChargeRow; readonly onClose: () => void }) {
  const { phrase, formats } = useSpeech();
  const waive = useSend('waiveCharge');
  const form = useForm({
    initial: { reason: '' },
    check: ({ reason }) => ({
      reason: reason.trim() === '' ? phrase('admin-billing.charges.reasonNeeded') : undefined,
    }),
    send: ({ reason }) =>
      waive.mutateAsync({
        params: { chargeId: of.id },
        body: { reason: reason.trim() },
        idempotencyKey: freshKey(),
      }),
    onDone: () => {
      toast(phrase('admin-billing.charges.waived'));
      onClose();
    },
  });
  const title = phrase('admin-billing.charges.waiveTitle', { amount: formats.money(of.total) });
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      acts={
        <>
          <Button kind="quiet" onClick={onClose}>
            {phrase('kit.cancel')}
          </Button>
          <Button kind="danger" busy={form.busy} onClick={() => form.onSubmit()}>
            {phrase('admin-billing.charges.waive')}
          </Button>
        </>
      }
    >
      <p>
        <bdi>{of.customerName}</bdi> · <bdi>{of.text}</bdi>
      </p>
      <form className="form" noValidate onSubmit={form.onSubmit} aria-label={title}>
        <FormSummary form={form} />
        <TextField {...form.field('reason')} label={phrase('admin-billing.charges.reason')} />
      </form>
    </Dialog>
  );
}
