import {
  type CreditableLine,
  type CreditLine,
  creditLines,
  outstandingOf,
  stateOf,
} from '../../../domain/billing/invoice.ts';
import { sumOf } from '../../../domain/billing/tax.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { phrasesFor } from '../../../api/texts/phrase.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { issueDrafts } from './issue-drafts.ts';
import { keepAsCredit, spendAccountCredit } from './spend-credit.ts';
import {
  insertDrafts,
  type InvoiceRow,
  type LineRow,
  listCredited,
  listInvoices,
  listLines,
  lockInvoices,
  type NewInvoice,
} from '../kept/invoice-store.ts';
import { setSettled } from '../kept/issue-store.ts';
import { loadBillingGround } from '../load-billing-facts.ts';

export interface CreditWish {
  readonly reason?: string | null;
  /** All that is left of the invoice unless lines are named; amount null: all that is left of the line. */
  readonly lines?: readonly { readonly lineId: string; readonly amount: number | null }[];
  /** When what is named has been credited already, nothing happens. */
  readonly settledIsFine?: boolean;
}

/**
 * Corrects an issued invoice with a credit note of its own number (INV-1). What the invoice still owed is
 * settled by it; what had been paid already becomes account credit (PAY-2). Returns the credit note.
 */
export async function creditInvoice(
  work: Work,
  id: Id<'inv'>,
  wish: CreditWish,
): Promise<Id<'inv'> | null> {
  const ground = await loadBillingGround(work);
  await lockInvoices(work.tx, [id]);
  const [invoice] = await listInvoices(work.tx, { ids: [id] });
  if (invoice === undefined) throw new Problem('notFound');
  if (invoice.state === 'draft' || invoice.kind === 'creditNote') throw new Problem('invoiceNotIssued');
  const lines = await listLines(work.tx, [id]);
  const credited = await listCredited(
    work.tx,
    lines.map((line) => line.id),
  );
  const found = creditLines(
    lines.map((line): CreditableLine => ({ ...line, credited: credited.get(line.id) ?? nothing })),
    wish.lines ?? null,
  );
  if (found === 'nothingToCredit' && wish.settledIsFine) return null;
  if (typeof found === 'string') throw new Problem(found);
  const note = noteOf(work, invoice, { reason: wish.reason ?? null, ...sumOf(found) });
  const rows = found.map((line, position) => creditRow(work, { line, position, note, of: lines }));
  await insertDrafts(work.tx, [note], rows);
  const share = await settle(work, invoice, {
    amount: -note.total,
    nothingLeft: takesAll(found, { lines, credited }),
  });
  await issueDrafts(work, ground, { drafts: [note], lines: rows });
  const over = -note.total - share;
  if (over > 0) {
    await keepAsCredit(work, ground, { ...note, amount: over });
    await spendAccountCredit(work, ground, [note.customerId]);
  }
  return note.id;
}

const nothing = { amount: 0, net: 0, tax: 0, total: 0 };

/** Whether credit notes have now taken back every line. */
const takesAll = (
  found: readonly CreditLine[],
  { lines, credited }: { lines: readonly LineRow[]; credited: ReadonlyMap<string, { amount: number }> },
): boolean =>
  lines.every(({ id, amount }) => {
    const taken = found.find(({ lineId }) => lineId === id)?.amount ?? 0;
    return amount - (credited.get(id)?.amount ?? 0) + taken === 0;
  });

/**
 * Takes what is still owed off the invoice; answers how much that was. An invoice of which nothing is left is
 * credited, also where it had been paid: what was paid is account credit then.
 */
async function settle(
  work: Work,
  invoice: InvoiceRow,
  { amount, nothingLeft }: { amount: number; nothingLeft: boolean },
): Promise<number> {
  const share = Math.max(0, Math.min(amount, outstandingOf(invoice)));
  const settled = { total: invoice.total, paid: invoice.paid, credited: invoice.credited + share };
  const state = nothingLeft ? 'credited' : stateOf(settled);
  if (state !== invoice.state || share > 0) await setSettled(work.tx, invoice.id, { ...settled, state });
  return share;
}

function noteOf(
  work: Work,
  invoice: InvoiceRow,
  of: { reason: string | null; net: number; tax: number; total: number },
): NewInvoice {
  const { legalEntityId, customerId, locationId, currency, language, seller, buyer } = invoice;
  return {
    id: work.newId('inv'),
    kind: 'creditNote',
    legalEntityId,
    customerId,
    locationId,
    currency,
    language,
    seller,
    buyer,
    ...of,
    madeAt: work.now,
    dueDays: 0,
    creditsInvoiceId: invoice.id,
    runId: null,
    fingerprint: null,
    flags: [],
  };
}

function creditRow(
  work: Work,
  {
    line,
    position,
    note,
    of,
  }: {
    line: { lineId: string } & typeof nothing;
    position: number;
    note: NewInvoice;
    of: readonly LineRow[];
  },
): LineRow {
  const original = of.find(({ id }) => id === line.lineId) as LineRow;
  return {
    ...original,
    id: work.newId('lin'),
    invoiceId: note.id,
    position,
    kind: 'credit',
    text: phrasesFor(note.language)('invoice.line.credit', { name: original.text }),
    facts: { ...original.facts, cycle: null },
    quantity: 1,
    unitPrice: line.amount,
    amount: line.amount,
    net: line.net,
    tax: line.tax,
    total: line.total,
    creditsLineId: original.id,
  };
}
