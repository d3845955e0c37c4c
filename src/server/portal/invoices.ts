import type { InvoiceDocument, InvoiceLineUp } from '../../apps/portal/readers.ts';
import { type AnsweredInvoice, getInvoice, getInvoicePdf, listInvoices } from '../../api/invoices.ts';
import type { Currency, Money } from '../../domain/kernel/money.ts';
import type { Day } from '../../domain/kernel/day.ts';
import { isId } from '../../domain/kernel/id.ts';
import type { File } from '../platform/http/serve.ts';
import { orNull, type Visiting } from './visiting.ts';

/** The visitor's own issued documents. */
export async function loadInvoices({ customerId, ask }: Visiting): Promise<readonly InvoiceLineUp[]> {
  if (customerId === null) return [];
  const { data } = await ask(listInvoices, { query: { customerId, limit: 200 } });
  return data.filter(({ number }) => number !== null).map(lineUpOf);
}

export async function loadInvoice(visiting: Visiting, invoiceId: string): Promise<InvoiceDocument | null> {
  if (!isId('inv', invoiceId)) return null;
  const invoice = await orNull(() => visiting.ask(getInvoice, { params: { invoiceId } }));
  if (invoice === null || invoice.number === null) return null;
  return documentOf(visiting, invoice);
}

export async function loadInvoicePdf(visiting: Visiting, invoiceId: string): Promise<Uint8Array | null> {
  if (!isId('inv', invoiceId) || (await loadInvoice(visiting, invoiceId)) === null) return null;
  return orNull(
    async () => ((await visiting.ask(getInvoicePdf, { params: { invoiceId } })) as unknown as File).content,
  );
}

export const lineUpOf = (invoice: AnsweredInvoice): InvoiceLineUp => ({
  id: invoice.id,
  number: invoice.number ?? '',
  locationId: invoice.locationId,
  issueDay: (invoice.issuedDay ?? '') as Day,
  dueDay: (invoice.dueDay ?? invoice.issuedDay ?? '') as Day,
  total: moneyOf(invoice.total),
  due: moneyOf(invoice.outstanding),
  state: stateOf(invoice),
});

function stateOf({ kind, state, overdue, outstanding }: AnsweredInvoice): InvoiceLineUp['state'] {
  if (kind === 'creditNote') return 'credit';
  if (state === 'void' || state === 'credited') return 'void';
  if (overdue) return 'overdue';
  return state === 'paid' || outstanding.amount <= 0 ? 'paid' : 'issued';
}

function documentOf({ phrase }: Visiting, invoice: AnsweredInvoice): InvoiceDocument {
  const percent = (taxRate: number): string =>
    `${(taxRate / 100).toLocaleString('en', { maximumFractionDigits: 2 })} %`;
  const party = ({ name, address, taxNumber }: AnsweredInvoice['buyer']): string[] =>
    [name, ...address.split('\n'), taxNumber ?? ''].filter((line) => line.trim() !== '');
  return {
    ...lineUpOf(invoice),
    seller: party(invoice.seller),
    buyer: party(invoice.buyer),
    lines: invoice.lines.map((line) => ({
      text: textOf(line),
      quantity: String(line.quantity),
      unit: moneyOf(line.unitPrice),
      taxText: percent(line.taxRate),
      net: moneyOf(line.net),
    })),
    net: moneyOf(invoice.net),
    paid: moneyOf(invoice.paid),
    taxes: invoice.taxes.map(({ taxRate, tax }) => ({
      text: phrase('portal-invoices.taxAt', { percent: percent(taxRate) }),
      amount: moneyOf(tax),
    })),
    payments: invoice.payments.map((payment) => ({
      day: payment.receivedDay as Day,
      amount: moneyOf(payment.amount),
      method: methodText(phrase, payment.method),
    })),
  };
}

const methods = new Set(['transfer', 'cash', 'card', 'other']);
const methodText = (phrase: Visiting['phrase'], method: string): string =>
  phrase(`portal-invoices.method.${methods.has(method) ? method : 'other'}`);

const moneyOf = ({ amount, currency }: { amount: number; currency: string }): Money => ({
  amount,
  currency: currency as Currency,
});

/** What it is, and more about it where that says more. */
const textOf = ({ name, text }: AnsweredInvoice['lines'][number]): string =>
  text === '' ? name : text.startsWith(name) ? text : `${name} · ${text}`;
