import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, ButtonLink, icons, NameText, toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import { Page } from '../../../frame/page.tsx';
import { Region } from '../../../pieces/region.tsx';
import { CreditDialog } from './credit-dialog.tsx';
import { InvoiceBadges } from './invoice-badges.tsx';
import { InvoiceDocument } from './invoice-document.tsx';
import { InvoiceRail } from './invoice-rail.tsx';
import { PayDialog } from './pay-dialog.tsx';

export type Invoice = AnswerTo<'getInvoice'>;

/** An invoice as its customer has it, with what has happened to it beside it. */
export function InvoicePage() {
  const { phrase } = useSpeech();
  const { invoiceId } = useParams({ strict: false }) as { invoiceId: string };
  const { hrefTo } = useHere();
  const answer = useAnswer('getInvoice', { params: { invoiceId: invoiceId as never } });
  const invoice = answer.data;
  const title = invoice === undefined ? phrase('admin-invoices.one') : titleOf(invoice, phrase);
  const crumbs =
    invoice?.runId !== null && invoice?.state === 'draft'
      ? [
          { label: phrase('admin-billing.runs.title'), href: hrefTo('money/runs') },
          { label: phrase('admin-billing.run.untitled'), href: hrefTo(`money/runs/${invoice.runId}`) },
        ]
      : [{ label: phrase('admin-invoices.title'), href: hrefTo('money/invoices') }];
  return (
    <Page
      title={title}
      crumbs={crumbs}
      acts={invoice === undefined ? <span /> : <Verbs of={invoice} />}
      head={
        invoice === undefined ? (
          <h1 className="sr">{title}</h1>
        ) : (
          <div className="runhead">
            <div>
              <div className="row wrap row--12">
                <h1>{title}</h1>
                <InvoiceBadges of={invoice} />
              </div>
              <p className="muted small">
                <a href={hrefTo(`customers/${invoice.customerId}/invoices`)}>
                  <NameText>{invoice.customerName}</NameText>
                </a>
              </p>
            </div>
          </div>
        )
      }
    >
      <Region answer={answer} rows={6}>
        {(data) => (
          <div className="with-rail">
            <InvoiceDocument of={data} />
            <InvoiceRail of={data} />
          </div>
        )}
      </Region>
    </Page>
  );
}

export const titleOf = (
  { kind, number }: Pick<Invoice, 'kind' | 'number'>,
  phrase: (key: string, values?: { number: string }) => string,
): string =>
  number === null
    ? phrase('admin-invoices.draftTitle')
    : phrase(`admin-invoices.titles.${kind}`, { number });

function Verbs({ of }: { readonly of: Invoice }) {
  const { phrase } = useSpeech();
  const { may, hrefTo } = useHere();
  const [open, setOpen] = useState<'pay' | 'credit'>();
  const send = useSend('sendInvoice');
  const issued = of.state !== 'draft';
  const mail = async () => {
    await send.mutateAsync({ params: { invoiceId: of.id }, body: {}, idempotencyKey: freshKey() });
    toast(phrase('admin-invoices.sent'));
  };
  const owes = of.outstanding.amount > 0;
  return (
    <>
      {issued && may('billing.write') ? (
        <Button icon={icons.mail} busy={send.isPending} onClick={() => void mail()}>
          {phrase('admin-invoices.send')}
        </Button>
      ) : null}
      {issued && of.kind === 'invoice' && may('billing.write') ? (
        <Button
          onClick={() => setOpen('credit')}
          why={
            of.lines.every(({ amount, credited }) => credited?.amount === amount.amount)
              ? phrase('admin-invoices.creditedAll')
              : undefined
          }
        >
          {phrase('admin-invoices.credit.verb')}
        </Button>
      ) : null}
      {of.kind === 'invoice' && issued && may('access.explain') ? (
        <ButtonLink icon={icons.help}
          href={hrefTo(`customers/${of.customerId}/explain?action=pay&target=${of.id}`)}>
          {phrase('admin-explain.title')}
        </ButtonLink>
      ) : null}
      <ButtonLink href={`/api/v1/invoices/${of.id}.pdf`} icon={icons.file} download>
        {phrase('admin-invoices.pdf')}
      </ButtonLink>
      {issued && owes && may('payments.write') ? (
        <Button kind="primary" onClick={() => setOpen('pay')}>
          {phrase('admin-invoices.pay.verb')}
        </Button>
      ) : null}
      {open === 'pay' ? <PayDialog of={of} onClose={() => setOpen(undefined)} /> : null}
      {open === 'credit' ? <CreditDialog of={of} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
