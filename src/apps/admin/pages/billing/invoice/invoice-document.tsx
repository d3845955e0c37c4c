import { InvoicePaper, type InvoicePaperSum, useSpeech } from '../../../../../kit/plain/index.ts';
import type { Invoice } from './invoice.tsx';

/** The document itself: parties, lines with where they come from, totals per rate. */
export function InvoiceDocument({ of }: { readonly of: Invoice }) {
  const { phrase, formats } = useSpeech();
  const word = (key: string) => phrase(`admin-invoices.document.${key}`);
  const linesOf = ({ name, address, taxNumber }: Invoice['buyer']) => [
    name,
    ...address.split('\n').filter((line) => line.trim() !== ''),
    ...(taxNumber === null ? [] : [phrase('admin-invoices.document.taxNumber', { number: taxNumber })]),
  ];
  const issued = of.issuedDay === null ? phrase('admin-invoices.notYet') : formats.day(of.issuedDay, 'dated');
  return (
    <div className="card">
      <InvoicePaper
        label={phrase('admin-invoices.one')}
        parties={[
          { title: word('for'), lines: linesOf(of.buyer) },
          { title: word('from'), lines: linesOf(of.seller) },
        ]}
        facts={[
          { title: phrase('admin-invoices.columns.issued'), value: issued },
          ...(of.kind === 'creditNote' || of.dueDay === null
            ? []
            : [{ title: phrase('admin-invoices.columns.due'), value: formats.day(of.dueDay, 'dated') }]),
        ]}
        heads={{
          lines: word('lines'),
          what: word('what'),
          quantity: word('quantity'),
          price: word('price'),
          tax: word('tax'),
          amount: word('amount'),
        }}
        lines={of.lines.map((line, index) => ({
          key: line.id ?? String(index),
          what: <What of={line} />,
          quantity: formats.number(line.quantity),
          price: formats.money(line.unitPrice),
          tax: formats.percent(line.taxRate / 10_000),
          amount: formats.money(line.amount),
        }))}
        sums={useSums(of)}
      />
    </div>
  );
}

function What({ of }: { readonly of: Invoice['lines'][number] }) {
  const { phrase, formats } = useSpeech();
  return (
    <>
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
    </>
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

/** Net, tax by rate, total, what was paid and credited, and what is left. */
function useSums(of: Invoice): InvoicePaperSum[] {
  const { phrase, formats } = useSpeech();
  const sum = (key: string, name: string, { amount, currency }: Invoice['paid'], strong = false) => ({
    key,
    name,
    amount: formats.money({ amount, currency }),
    strong,
  });
  const minus = (money: Invoice['paid']) => ({ ...money, amount: -money.amount });
  const rateText = (taxRate: number, net: Invoice['paid']) =>
    phrase('admin-invoices.document.taxAt', {
      rate: formats.percent(taxRate / 10_000),
      net: formats.money(net),
    });
  const isOwed = of.state !== 'draft' && of.kind !== 'creditNote';
  return [
    sum('net', phrase('admin-invoices.document.net'), of.net),
    ...of.taxes.map(({ taxRate, net, tax }) => sum(`tax${taxRate}`, rateText(taxRate, net), tax)),
    sum('total', phrase('admin-invoices.columns.total'), of.total, true),
    ...(of.paid.amount === 0 ? [] : [sum('paid', phrase('admin-invoices.document.paid'), minus(of.paid))]),
    ...(of.credited.amount === 0
      ? []
      : [sum('credited', phrase('admin-invoices.document.credited'), minus(of.credited))]),
    ...(isOwed ? [sum('left', phrase('admin-invoices.columns.outstanding'), of.outstanding, true)] : []),
  ];
}
