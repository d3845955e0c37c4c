import { TextField, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { FormDialog, useDialogForm } from '../../pieces/form-dialog.tsx';
import type { ChargeRow } from './charges.tsx';

/** Lets a charge go; the reason stays with it. */
export function WaiveDialog({ of, onClose }: { readonly of: ChargeRow; readonly onClose: () => void }) {
  const { phrase, formats } = useSpeech();
  const waive = useSend('waiveCharge');
  const form = useDialogForm({
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
    done: phrase('admin-billing.charges.waived'),
    onClose,
  });
  return (
    <FormDialog
      title={phrase('admin-billing.charges.waiveTitle', { amount: formats.money(of.total) })}
      form={form}
      danger
      verb={phrase('admin-billing.charges.waive')}
      onClose={onClose}
      above={
        <p>
          <bdi>{of.customerName}</bdi> · <bdi>{of.text}</bdi>
        </p>
      }
    >
      <TextField {...form.field('reason')} label={phrase('admin-billing.charges.reason')} />
    </FormDialog>
  );
}
