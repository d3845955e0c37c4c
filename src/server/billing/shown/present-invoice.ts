import type { AnsweredInvoice, AnsweredLine } from '../../../api/invoices.ts';
import { text, textOrNull } from '../../../api/schema.ts';
import { isOverdue, outstandingOf } from '../../../domain/billing/invoice.ts';
import type { ProposedInvoice, ProposedLine } from '../../../domain/billing/proposal.ts';
import { taxTotals } from '../../../domain/billing/tax.ts';
import { addDays, daysBetween } from '../../../domain/kernel/day.ts';
import { dayAt } from '../../../domain/kernel/zone.ts';
import type { Work } from '../../platform/work/shell.ts';
import {
  type InvoiceFilter,
  type InvoiceRow,
  type LineRow,
  listCredited,
  listInvoices,
  listLines,
} from '../kept/invoice-store.ts';
import { listPayments, type PaymentRow } from '../kept/payment-store.ts';
import type { BillingGround } from '../load-billing-facts.ts';

/** Invoices as the API shows them, each with its lines, in the order given. */
export async function presentInvoices(
  work: Pick<Work, 'tx' | 'now'>,
  ground: BillingGround,
  rows: readonly InvoiceRow[],
): Promise<AnsweredInvoice[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const lines = await listLines(work.tx, ids);
  const credited = await listCredited(
    work.tx,
    lines.map(({ id }) => id),
  );
  const payments = await listPayments(work.tx, { invoiceIds: ids });
  const notes = await creditNotesOf(work, rows);
  const corrected = await numbersOf(work, rows);
  const linesOf = Map.groupBy(lines, ({ invoiceId }) => invoiceId);
  return rows.map((row) =>
    presentInvoice(row, {
      lines: linesOf.get(row.id) ?? [],
      credited,
      payments,
      noteIds: notes.get(row.id) ?? [],
      corrects: corrected.get(row.creditsInvoiceId ?? '') ?? null,
      today: dayAt(work.now, ground.placeOf(row.locationId).zone),
    }),
  );
}

/** Finds and shows in one. */
export const shownInvoices = async (
  work: Pick<Work, 'tx' | 'now'>,
  ground: BillingGround,
  filter: InvoiceFilter,
): Promise<AnsweredInvoice[]> => presentInvoices(work, ground, await listInvoices(work.tx, filter));

async function creditNotesOf(
  { tx }: Pick<Work, 'tx'>,
  rows: readonly InvoiceRow[],
): Promise<ReadonlyMap<string, string[]>> {
  const ids = rows.filter(({ state }) => state !== 'draft').map(({ id }) => id);
  const notes =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('invoices')
          .select(['id', 'creditsInvoiceId'])
          .where('creditsInvoiceId', 'in', ids)
          .orderBy('id')
          .execute();
  const by = new Map<string, string[]>();
  for (const { id, creditsInvoiceId } of notes)
    by.set(creditsInvoiceId ?? '', [...(by.get(creditsInvoiceId ?? '') ?? []), id]);
  return by;
}

/** The numbers of the invoices that credit notes correct. */
async function numbersOf(
  { tx }: Pick<Work, 'tx'>,
  rows: readonly InvoiceRow[],
): Promise<ReadonlyMap<string, string | null>> {
  const ids = rows.map(({ creditsInvoiceId }) => creditsInvoiceId).filter((id) => id !== null);
  if (ids.length === 0) return new Map();
  const found = await tx.selectFrom('invoices').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(found.map(({ id, number }) => [id, number]));
}

interface Around {
  readonly lines: readonly LineRow[];
  readonly credited: ReadonlyMap<string, { amount: number }>;
  readonly payments: readonly PaymentRow[];
  readonly noteIds: readonly string[];
  readonly corrects: string | null;
  readonly today: ReturnType<typeof dayAt>;
}

function presentInvoice(row: InvoiceRow, around: Around): AnsweredInvoice {
  const of = (amount: number) => ({ amount, currency: row.currency as string });
  const overdue = isOverdue(row, around.today);
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    state: row.state,
    overdue,
    overdueDays: overdue && row.dueDay !== null ? daysBetween(row.dueDay, around.today) : 0,
    customerId: row.customerId,
    customerName: row.customerName,
    locationId: row.locationId,
    legalEntityId: row.legalEntityId,
    currency: row.currency,
    language: row.language,
    seller: row.seller,
    buyer: row.buyer,
    issuedAt: textOrNull(row.issuedAt),
    issuedDay: row.issuedDay,
    dueDay: row.dueDay ?? addDays(around.today, row.dueDays),
    net: of(row.net),
    tax: of(row.tax),
    total: of(row.total),
    paid: of(row.paid),
    credited: of(row.credited),
    outstanding: of(row.state === 'draft' ? Math.max(0, row.total) : outstandingOf(row)),
    taxes: taxTotals(around.lines).map(({ rate, net, tax, total }) => ({
      taxRate: rate,
      net: of(net),
      tax: of(tax),
      total: of(total),
    })),
    lines: around.lines.map((line) =>
      presentLine(line, row.currency, around.credited.get(line.id)?.amount ?? 0),
    ),
    creditsInvoiceId: row.creditsInvoiceId,
    creditsInvoiceNumber: around.corrects,
    creditNoteIds: [...around.noteIds],
    reason: row.reason,
    runId: row.runId,
    lastTotal: null,
    flags: row.flags.map(({ code, facts }) => ({ code, facts: { ...facts } })),
    decision:
      row.decision === null || row.decidedAt === null
        ? null
        : { is: row.decision, at: text(row.decidedAt), by: row.decidedBy, byName: row.decidedByName },
    payments: around.payments.flatMap((payment) =>
      payment.allocations
        .filter(({ invoiceId }) => invoiceId === row.id)
        .map(({ amount }) => ({
          id: payment.id,
          amount: of(amount),
          method: payment.method,
          receivedDay: payment.receivedDay,
          reference: payment.reference,
        })),
    ),
  };
}

function presentLine(line: LineRow, currency: string, credited: number): AnsweredLine {
  const of = (amount: number) => ({ amount, currency });
  return {
    id: line.id,
    kind: line.kind,
    name: line.facts.name,
    text: line.text,
    ...amountsOf(line, currency),
    days: line.facts.days,
    reason: line.facts.reason,
    contractId: line.contractId,
    cycleStartDay: line.cycleStartDay,
    chargeId: line.chargeId,
    source: line.facts.source,
    creditsLineId: line.creditsLineId,
    credited: credited === 0 ? null : of(credited),
  };
}

/** What a line counts and costs, and the days it is for; on an invoice or proposed for one. */
function amountsOf(line: LineRow | ProposedLine, currency: string) {
  const of = (amount: number) => ({ amount, currency });
  return {
    quantity: line.quantity,
    unitPrice: of(line.unitPrice),
    discount: of(0),
    amount: of(line.amount),
    includesTax: line.includesTax,
    taxRate: line.taxRate,
    net: of(line.net),
    tax: of(line.tax),
    total: of(line.total),
    startDay: line.startDay,
    endDay: line.endDay,
    lastDay: line.endDay === null ? null : addDays(line.endDay, -1),
  };
}

/** A line that is on no invoice yet, with its text in a language. */
export function presentProposedLine(
  line: ProposedLine,
  invoice: ProposedInvoice,
  said: string,
): AnsweredLine {
  return {
    id: null,
    kind: line.kind,
    name: line.name,
    text: said,
    ...amountsOf(line, invoice.currency),
    days: line.days,
    reason: line.reason,
    contractId: line.cycle?.contractId ?? null,
    cycleStartDay: line.cycle?.cycleStartDay ?? null,
    chargeId: line.chargeId,
    source: null,
    creditsLineId: null,
    credited: null,
  };
}
