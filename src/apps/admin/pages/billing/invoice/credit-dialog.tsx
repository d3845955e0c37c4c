import { useState } from 'react';
import { Checkbox, MoneyText, TextField, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { FormDialog, useDialogForm } from '../../../pieces/form-dialog.tsx';
import type { Invoice } from './invoice.tsx';

/** A credit note for all that is left, or for the lines chosen; an issued invoice itself never changes. */
export function CreditDialog({ of, onClose }: { readonly of: Invoice; readonly onClose: () => void }) {
  const { phrase } = useSpeech();
  const left = of.lines.filter(({ amount, credited }) => amount.amount !== (credited?.amount ?? 0));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(left.map(({ id }) => id ?? '')));
  const form = useCredit(of, chosen.size < left.length ? [...chosen] : null, onClose);
  const toggle = (id: string) =>
    setChosen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const sum = left
    .filter(({ id }) => chosen.has(id ?? ''))
    .reduce((total, line) => total + grossLeft(line), 0);
  return (
    <FormDialog
      title={phrase('admin-invoices.credit.title', { number: of.number ?? '' })}
      form={form}
      danger
      verb={phrase('admin-invoices.credit.issue')}
      why={chosen.size === 0 ? phrase('admin-invoices.credit.choose') : undefined}
      onClose={onClose}
      above={<p>{phrase('admin-invoices.credit.text')}</p>}
      below={
        <p>
          {phrase('admin-invoices.credit.sum')}{' '}
          <b>
            <MoneyText of={{ amount: -sum, currency: of.currency }} />
          </b>
        </p>
      }
    >
      <fieldset className="bare">
        <legend className="sr">{phrase('admin-invoices.document.lines')}</legend>
        {left.map((line) => (
          <Checkbox
            key={line.id}
            name={line.id ?? ''}
            checked={chosen.has(line.id ?? '')}
            onCheck={() => toggle(line.id ?? '')}
          >
            <bdi>{line.text}</bdi> <MoneyText of={line.total} />
          </Checkbox>
        ))}
      </fieldset>
      <TextField
        {...form.field('reason')}
        optional
        label={phrase('admin-invoices.credit.reason')}
        help={phrase('admin-invoices.credit.reasonHelp')}
      />
    </FormDialog>
  );
}

/** Null credits all that is left. */
function useCredit(of: Invoice, lineIds: readonly string[] | null, onClose: () => void) {
  const { phrase } = useSpeech();
  const credit = useSend('creditInvoice');
  return useDialogForm({
    initial: { reason: '' },
    send: ({ reason }) =>
      credit.mutateAsync({
        params: { invoiceId: of.id },
        body: {
          ...(reason.trim() && { reason: reason.trim() }),
          ...(lineIds && { lines: lineIds.map((lineId) => ({ lineId: lineId as never })) }),
        },
        idempotencyKey: freshKey(),
      }),
    done: phrase('admin-invoices.credit.done'),
    onClose,
  });
}

const grossLeft = ({ amount, credited, total }: Invoice['lines'][number]): number =>
  Math.round(total.amount * (1 - (credited?.amount ?? 0) / amount.amount));
