import { desk, download } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { InvoicePaper, type InvoicePaperSum } from '../../../../kit/plain/show/invoice-paper.tsx';
import { InvoiceBadge } from './invoices.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { InvoiceDocument } from '../../readers.ts';
import type { PageParts } from '../page-parts.ts';

/** The document as it was issued, and what is still to pay. */
export function Invoice({ frame, facts }: { frame: Frame; facts: Facts['invoice'] }): PageParts {
  const { phrase, link } = frame;
  const { invoice } = facts;
  return {
    airy: true,
    top: {
      back: { href: link('invoices'), label: phrase('portal-invoices.title') },
      title: phrase('portal-invoices.one'),
      isHeading: false,
    },
    main: (
      <>
        <div className="row wrap">
          <h1>
            <bdi>{invoice.number}</bdi>
          </h1>
          <InvoiceBadge frame={frame} invoice={invoice} />
        </div>
        <Paper frame={frame} invoice={invoice} />
        {invoice.due.amount > 0 && (
          <div className="banner p-banner">
            <Icon of={desk} size={20} />
            <p>{phrase('portal-invoices.atDesk')}</p>
          </div>
        )}
        <div className="p-acts noprint">
          <a className="btn" href={link('invoicePdf', { invoiceId: invoice.id })}>
            <Icon of={download} />
            {phrase('portal-invoices.pdf')}
          </a>
        </div>
      </>
    ),
  };
}

function Paper({ frame, invoice }: { frame: Frame; invoice: InvoiceDocument }) {
  const { phrase, format } = frame;
  return (
    <InvoicePaper
      label={phrase('portal-invoices.one')}
      parties={[
        { title: phrase('portal-invoices.from'), lines: invoice.seller },
        { title: phrase('portal-invoices.to'), lines: invoice.buyer },
      ]}
      facts={[
        { title: phrase('portal-invoices.issued'), value: format.fullDay(invoice.issueDay) },
        { title: phrase('portal-invoices.dueBy'), value: format.fullDay(invoice.dueDay) },
      ]}
      heads={{
        lines: phrase('portal-invoices.one'),
        what: phrase('portal-invoices.what'),
        quantity: phrase('portal-invoices.quantity'),
        price: phrase('portal-invoices.each'),
        tax: phrase('portal-invoices.tax'),
        amount: phrase('portal-invoices.net'),
      }}
      lines={invoice.lines.map((line, index) => ({
        key: String(index),
        what: <bdi>{line.text}</bdi>,
        quantity: line.quantity,
        price: format.money(line.unit),
        tax: line.taxText,
        amount: format.money(line.net),
      }))}
      sums={sumsOf(frame, invoice)}
    />
  );
}

function sumsOf({ phrase, format }: Frame, invoice: InvoiceDocument): InvoicePaperSum[] {
  const toPay = phrase('portal-invoices.toPay');
  return [
    { key: 'net', name: phrase('portal-invoices.net'), amount: format.money(invoice.net) },
    ...invoice.taxes.map(({ text, amount }) => ({ key: text, name: text, amount: format.money(amount) })),
    {
      key: 'total',
      name: phrase('portal-invoices.total'),
      amount: format.money(invoice.total),
      strong: true,
    },
    ...invoice.payments.map(({ day, method, amount }, index) => ({
      key: `payment${index}`,
      name: phrase('portal-invoices.paidOn', { day: format.shortDay(day) }),
      note: method,
      amount: format.money({ ...amount, amount: -amount.amount }),
    })),
    ...(invoice.due.amount === invoice.total.amount
      ? []
      : [{ key: 'due', name: toPay, amount: format.money(invoice.due), strong: true }]),
  ];
}
