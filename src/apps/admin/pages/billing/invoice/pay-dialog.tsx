import { MoneyText, SelectField, TextField, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useToday } from '../../../data/today.ts';
import { FormDialog, useDialogForm } from '../../../pieces/form-dialog.tsx';
import { minorUnits, typedAmount } from '../../contracts/amounts.ts';
import type { Invoice } from './invoice.tsx';

const methods = ['transfer', 'cash', 'terminal', 'card', 'other'] as const;

/** Money received for one invoice; what is too much stays with the customer as credit. */
export function PayDialog({ of, onClose }: { readonly of: Invoice; readonly onClose: () => void }) {
  const { phrase, formats } = useSpeech();
  const today = useToday();
  const { currency } = of;
  const form = usePayment(of, onClose);
  const over = minorUnits(form.values.amount, currency) - of.outstanding.amount;
  return (
    <FormDialog
      title={phrase('admin-invoices.pay.title', { number: of.number ?? '' })}
      form={form}
      verb={phrase('admin-invoices.pay.save')}
      onClose={onClose}
      above={
        <p>
          {phrase('admin-invoices.pay.owed')}{' '}
          <b>
            <MoneyText of={of.outstanding} />
          </b>
        </p>
      }
    >
      <TextField
        {...form.field('amount')}
        label={phrase('admin-invoices.pay.amount')}
        inputMode="decimal"
        after={currency}
        help={
          over > 0
            ? phrase('admin-invoices.pay.over', { amount: formats.money({ amount: over, currency }) })
            : undefined
        }
      />
      <SelectField
        {...form.field('method')}
        label={phrase('admin-invoices.pay.method')}
        options={methods.map((value) => ({ value, label: phrase(`admin-invoices.methods.${value}`) }))}
      />
      <TextField
        {...form.field('receivedDay')}
        type="date"
        max={today}
        label={phrase('admin-invoices.pay.day')}
      />
      <TextField {...form.field('reference')} optional label={phrase('admin-invoices.pay.reference')} />
    </FormDialog>
  );
}

function usePayment(of: Invoice, onClose: () => void) {
  const { phrase } = useSpeech();
  const today = useToday();
  const record = useSend('recordPayment');
  const { currency } = of;
  return useDialogForm({
    initial: {
      amount: typedAmount(of.outstanding),
      method: 'transfer',
      receivedDay: today as string,
      reference: '',
    },
    check: ({ amount }) => ({
      amount: minorUnits(amount, currency) > 0 ? undefined : phrase('admin-invoices.pay.amountNeeded'),
    }),
    fieldOf: { 'amount.amount': 'amount' },
    send: (values) =>
      record.mutateAsync({
        body: {
          invoiceId: of.id,
          amount: { amount: minorUnits(values.amount, currency), currency: currency as never },
          method: values.method as 'cash',
          receivedDay: values.receivedDay as never,
          ...(values.reference.trim() && { reference: values.reference.trim() }),
        },
        idempotencyKey: freshKey(),
      }),
    done: phrase('admin-invoices.pay.done'),
    onClose,
  });
}
