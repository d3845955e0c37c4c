import { alert, check, file } from '../../../../kit/plain/icon/shapes.generated.ts';
import { Empty } from '../../parts/empty.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { isolate } from '../../parts/isolate.ts';
import { RowLink } from '../../parts/row-link.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { InvoiceLineUp } from '../../readers.ts';
import type { PageParts } from '../page-parts.ts';

/** What is owed first, then what is settled. */
export function Invoices({ frame, facts }: { frame: Frame; facts: Facts['invoices'] }): PageParts {
  const { phrase } = frame;
  if (facts.due.length + facts.settled.length === 0) {
    return {
      main: (
        <>
          <h1>{phrase('portal-invoices.title')}</h1>
          <Empty text={phrase('portal-invoices.none')} act={null} />
        </>
      ),
    };
  }
  return {
    airy: true,
    main: (
      <>
        <h1>{phrase('portal-invoices.title')}</h1>
        {facts.due.length > 0 && (
          <section aria-labelledby="due">
            <h2 id="due" className="p-h2">
              {phrase('portal-invoices.due')}
            </h2>
            <p className="small muted">{phrase('portal-invoices.atDesk')}</p>
            <InvoiceRows frame={frame} invoices={facts.due} />
          </section>
        )}
        {facts.settled.length > 0 && (
          <section aria-labelledby="settled">
            <h2 id="settled" className="p-h2">
              {phrase('portal-invoices.settled')}
            </h2>
            <InvoiceRows frame={frame} invoices={facts.settled} />
          </section>
        )}
      </>
    ),
  };
}

export const InvoiceRows = ({ frame, invoices }: { frame: Frame; invoices: readonly InvoiceLineUp[] }) => (
  <ul className="p-list">
    {invoices.map((invoice) => (
      <RowLink
        key={invoice.id}
        shape={invoice.state === 'overdue' ? alert : file}
        alert={invoice.state === 'overdue'}
        href={frame.link('invoice', { invoiceId: invoice.id })}
        title={frame.format.money(isToPay(invoice) ? invoice.due : invoice.total)}
        text={frame.phrase(isToPay(invoice) ? 'portal-invoices.rowDue' : 'portal-invoices.rowIssued', {
          number: isolate(invoice.number),
          day: frame.format.shortDay(isToPay(invoice) ? invoice.dueDay : invoice.issueDay),
        })}
        end={<InvoiceBadge frame={frame} invoice={invoice} />}
      />
    ))}
  </ul>
);

const isToPay = ({ state }: InvoiceLineUp): boolean => state === 'issued' || state === 'overdue';

const looks = {
  issued: ['scheduled', file],
  paid: ['active', check],
  overdue: ['alert', alert],
  void: ['quiet', file],
  credit: ['quiet', file],
} as const;

export function InvoiceBadge({ frame, invoice }: { frame: Frame; invoice: InvoiceLineUp }) {
  const [look, shape] = looks[invoice.state];
  return (
    <span className={`badge badge--${look}`}>
      <Icon of={shape} />
      {frame.phrase(`portal-invoices.state.${invoice.state}`)}
    </span>
  );
}
