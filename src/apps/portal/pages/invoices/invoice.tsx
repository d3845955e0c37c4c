import { desk, download } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { InvoiceBadge } from './invoices.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { InvoiceDocument } from '../../readers.ts';
import type { PageParts } from '../page-parts.ts';

/** The document as it was issued, and what is still to pay. */
export function Invoice({ frame, facts }: { frame: Frame; facts: Facts['invoice'] }): PageParts {
  const { phrase, link, format } = frame;
  const { invoice } = facts;
  return {
    airy: true,
    top: {
      back: { href: link('invoices'), label: phrase('portal-invoices.title') },
      title: phrase('portal-invoices.one'),
      isHeading: false,
    },
    main: (
      <article className="document">
        <div className="row wrap">
          <h1>
            <bdi>{invoice.number}</bdi>
          </h1>
          <InvoiceBadge frame={frame} invoice={invoice} />
        </div>
        <div className="document__parties">
          <Party title={phrase('portal-invoices.from')} lines={invoice.seller} />
          <Party title={phrase('portal-invoices.to')} lines={invoice.buyer} />
          <div>
            <p className="small muted">{phrase('portal-invoices.issued')}</p>
            <p className="num">{format.fullDay(invoice.issueDay)}</p>
            <p className="small muted">{phrase('portal-invoices.dueBy')}</p>
            <p className="num">{format.fullDay(invoice.dueDay)}</p>
          </div>
        </div>
        <Lines frame={frame} invoice={invoice} />
        <Totals frame={frame} invoice={invoice} />
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
      </article>
    ),
  };
}

const Party = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <div>
    <p className="small muted">{title}</p>
    {lines.map((line) => (
      <p key={line}>
        <bdi>{line}</bdi>
      </p>
    ))}
  </div>
);

function Lines({ frame, invoice }: { frame: Frame; invoice: InvoiceDocument }) {
  const { phrase, format } = frame;
  return (
    <table className="document__lines">
      <thead>
        <tr>
          <th scope="col">{phrase('portal-invoices.what')}</th>
          <th scope="col" className="n">
            {phrase('portal-invoices.quantity')}
          </th>
          <th scope="col" className="n">
            {phrase('portal-invoices.each')}
          </th>
          <th scope="col" className="n">
            {phrase('portal-invoices.tax')}
          </th>
          <th scope="col" className="n">
            {phrase('portal-invoices.net')}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line, index) => (
          <tr key={index}>
            <td>
              <bdi>{line.text}</bdi>
            </td>
            <td className="n">{line.quantity}</td>
            <td className="n">{format.money(line.unit)}</td>
            <td className="n">{line.taxText}</td>
            <td className="n">{format.money(line.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Totals({ frame, invoice }: { frame: Frame; invoice: InvoiceDocument }) {
  const { phrase, format } = frame;
  return (
    <dl className="quote document__totals">
      <dt>{phrase('portal-invoices.net')}</dt>
      <dd>{format.money(invoice.net)}</dd>
      {invoice.taxes.map((tax) => [
        <dt key={tax.text}>{tax.text}</dt>,
        <dd key={`${tax.text} of`}>{format.money(tax.amount)}</dd>,
      ])}
      <dt className="total rule-above">{phrase('portal-invoices.total')}</dt>
      <dd className="total rule-above">{format.money(invoice.total)}</dd>
      {invoice.payments.map((payment, index) => [
        <dt key={index}>
          {phrase('portal-invoices.paidOn', { day: format.shortDay(payment.day) })}
          <small>{payment.method}</small>
        </dt>,
        <dd key={`${index} of`}>
          <bdi dir="ltr">{format.money({ ...payment.amount, amount: -payment.amount.amount })}</bdi>
        </dd>,
      ])}
      {invoice.due.amount !== invoice.total.amount && (
        <>
          <dt className="total">{phrase('portal-invoices.toPay')}</dt>
          <dd className="total">{format.money(invoice.due)}</dd>
        </>
      )}
    </dl>
  );
}
