import { MoneyText, NameText, useSpeech } from '../../../../../kit/plain/index.ts';
import type { Invoice } from './invoice.tsx';

/** The document itself: parties, lines with where they come from, totals per rate. */
export function InvoiceDocument({ of }: { readonly of: Invoice }) {
  const { phrase, formats } = useSpeech();
  return (
    <article className="card invoice" aria-label={phrase('admin-invoices.one')}>
      <div className="invoice__parties">
        <Party title={phrase('admin-invoices.document.for')} of={of.buyer} />
        <Party title={phrase('admin-invoices.document.from')} of={of.seller} />
        <dl className="defs">
          <dt>{phrase('admin-invoices.columns.issued')}</dt>
          <dd>
            {of.issuedDay === null ? phrase('admin-invoices.notYet') : formats.day(of.issuedDay, 'dated')}
          </dd>
          {of.kind === 'creditNote' || of.dueDay === null ? null : (
            <>
              <dt>{phrase('admin-invoices.columns.due')}</dt>
              <dd>{formats.day(of.dueDay, 'dated')}</dd>
            </>
          )}
        </dl>
      </div>
      <div
        className="tablewrap"
        role="region"
        aria-label={phrase('admin-invoices.document.lines')}
        tabIndex={0}
      >
        <table className="table invoice__lines">
          <caption className="sr">{phrase('admin-invoices.document.lines')}</caption>
          <thead>
            <tr>
              <th scope="col">{phrase('admin-invoices.document.what')}</th>
              <th scope="col" className="n">
                {phrase('admin-invoices.document.quantity')}
              </th>
              <th scope="col" className="n">
                {phrase('admin-invoices.document.price')}
              </th>
              <th scope="col" className="n">
                {phrase('admin-invoices.document.tax')}
              </th>
              <th scope="col" className="n">
                {phrase('admin-invoices.document.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {of.lines.map((line) => (
              <Line key={line.id} of={line} />
            ))}
          </tbody>
        </table>
      </div>
      <Totals of={of} />
    </article>
  );
}

function Party({ title, of }: { readonly title: string; readonly of: Invoice['buyer'] }) {
  const { phrase } = useSpeech();
  return (
    <div>
      <p className="muted small">{title}</p>
      <p>
        <b>
          <NameText>{of.name}</NameText>
        </b>
      </p>
      {of.address === '' ? null : (
        <p className="invoice__address">
          <bdi>{of.address}</bdi>
        </p>
      )}
      {of.taxNumber === null ? null : (
        <p className="small">{phrase('admin-invoices.document.taxNumber', { number: of.taxNumber })}</p>
      )}
    </div>
  );
}

function Line({ of }: { readonly of: Invoice['lines'][number] }) {
  const { phrase, formats } = useSpeech();
  return (
    <tr>
      <td data-title={phrase('admin-invoices.document.what')}>
        <div>
          <details className="trail">
            <summary>
              <bdi>{of.text}</bdi>
            </summary>
            <p className="muted small">
              <Trail of={of} />
            </p>
          </details>
          {of.startDay === null || of.lastDay === null ? null : (
            <span className="muted small">
              {of.startDay === of.lastDay
                ? formats.day(of.startDay, 'dated')
                : phrase('admin-invoices.document.period', {
                    from: formats.day(of.startDay),
                    until: formats.day(of.lastDay, 'dated'),
                  })}
            </span>
          )}
        </div>
      </td>
      <td className="n" data-title={phrase('admin-invoices.document.quantity')}>
        {formats.number(of.quantity)}
      </td>
      <td className="n" data-title={phrase('admin-invoices.document.price')}>
        <MoneyText of={of.unitPrice} />
      </td>
      <td className="n" data-title={phrase('admin-invoices.document.tax')}>
        {formats.percent(of.taxRate / 10_000)}
      </td>
      <td className="n" data-title={phrase('admin-invoices.document.amount')}>
        <MoneyText of={of.amount} />
      </td>
    </tr>
  );
}

/** Where a line comes from (B7): the clause of the contract or what was used, with its day or its reason. */
function Trail({ of }: { readonly of: Invoice['lines'][number] }) {
  const { phrase, formats } = useSpeech();
  const values = {
    plan: of.name,
    billed: of.days?.billed ?? 0,
    of: of.days?.of ?? 0,
    cycle: of.cycleStartDay === null ? '' : formats.day(of.cycleStartDay, 'dated'),
    reason: of.reason === null ? '' : phrase(`invoice.reason.${of.reason}`),
    source: of.source?.kind ?? '',
  };
  const key =
    of.kind === 'contract' && of.days !== null
      ? 'part'
      : of.kind === 'charge' && of.source?.kind === 'booking'
        ? 'booking'
        : of.kind;
  return <>{phrase(`admin-invoices.trail.${key}`, values)}</>;
}

function Totals({ of }: { readonly of: Invoice }) {
  const { phrase, formats } = useSpeech();
  const minus = (amount: Invoice['paid']) => ({ ...amount, amount: -amount.amount });
  return (
    <dl className="invoice__totals">
      <dt>{phrase('admin-invoices.document.net')}</dt>
      <dd>
        <MoneyText of={of.net} />
      </dd>
      {of.taxes.map(({ taxRate, net, tax }) => (
        <Row
          key={taxRate}
          name={phrase('admin-invoices.document.taxAt', {
            rate: formats.percent(taxRate / 10_000),
            net: formats.money(net),
          })}
          amount={tax}
        />
      ))}
      <dt>
        <b>{phrase('admin-invoices.columns.total')}</b>
      </dt>
      <dd>
        <b>
          <MoneyText of={of.total} />
        </b>
      </dd>
      {of.paid.amount === 0 ? null : (
        <Row name={phrase('admin-invoices.document.paid')} amount={minus(of.paid)} />
      )}
      {of.credited.amount === 0 ? null : (
        <Row name={phrase('admin-invoices.document.credited')} amount={minus(of.credited)} />
      )}
      {of.state === 'draft' || of.kind === 'creditNote' ? null : (
        <>
          <dt>
            <b>{phrase('admin-invoices.columns.outstanding')}</b>
          </dt>
          <dd>
            <b>
              <MoneyText of={of.outstanding} />
            </b>
          </dd>
        </>
      )}
    </dl>
  );
}

const Row = ({ name, amount }: { name: string; amount: Invoice['paid'] }) => (
  <>
    <dt>{name}</dt>
    <dd>
      <MoneyText of={amount} />
    </dd>
  </>
);
