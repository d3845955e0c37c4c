import { useState } from 'react';
import {
  Button,
  Checkbox,
  Dialog,
  MoneyText,
  TextField,
  toast,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { FormSummary } from '../../../pieces/form-parts.tsx';
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
  const title = phrase('admin-invoices.credit.title', { number: of.number ?? '' });
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
          <Button
            kind="danger"
            busy={form.busy}
            onClick={() => form.onSubmit()}
            why={chosen.size === 0 ? phrase('admin-invoices.credit.choose') : undefined}
          >
            {phrase('admin-invoices.credit.issue')}
          </Button>
        </>
      }
    >
      <p>{phrase('admin-invoices.credit.text')}</p>
      <form className="form" noValidate onSubmit={form.onSubmit} aria-label={title}>
        <FormSummary form={form} />
        <fieldset className="form">
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
      </form>
      <p>
        {phrase('admin-invoices.credit.sum')}{' '}
        <b>
          <MoneyText of={{ amount: -sum, currency: of.currency }} />
        </b>
      </p>
    </Dialog>
  );
}

/** Null credits all that is left. */
function useCredit(of: Invoice, lineIds: readonly string[] | null, onIssued: () => void) {
  const { phrase } = useSpeech();
  const credit = useSend('creditInvoice');
  return useForm({
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
    onDone: () => {
      toast(phrase('admin-invoices.credit.done'));
      onIssued();
    },
  });
}

const grossLeft = ({ amount, credited, total }: Invoice['lines'][number]): number =>
  Math.round(total.amount * (1 - (credited?.amount ?? 0) / amount.amount));
