import type { Day } from '../kernel/day.ts';
import { taxed, type Taxed } from './tax.ts';

/** Kept states; overdue is derived, drafts have no number (INV-1). */
export type InvoiceState = 'draft' | 'issued' | 'partlyPaid' | 'paid' | 'void' | 'credited';

/** What an invoice came to and what has been settled of it, in minor units. */
export interface Settled {
  readonly total: number;
  readonly paid: number;
  readonly credited: number;
}

/** What is still owed; never below zero, and nothing for a credit note. */
export const outstandingOf = ({ total, paid, credited }: Settled): number =>
  Math.max(0, total - paid - credited);

/** The state that payments and credit notes give an issued invoice. */
export function stateOf(settled: Settled): InvoiceState {
  const { total, paid, credited } = settled;
  if (outstandingOf(settled) > 0) return paid > 0 ? 'partlyPaid' : 'issued';
  return total > 0 && credited >= total ? 'credited' : 'paid';
}

/** Overdue from the day after the due day on, while something is owed. `today` is the day at its location. */
export const isOverdue = (
  invoice: Settled & { readonly state: InvoiceState; readonly dueDay: Day | null },
  today: Day,
): boolean =>
  invoice.dueDay !== null &&
  invoice.dueDay < today &&
  (invoice.state === 'issued' || invoice.state === 'partlyPaid') &&
  outstandingOf(invoice) > 0;

/** A line of an issued invoice, and how much credit notes have taken of it. */
export interface CreditableLine extends Taxed {
  readonly id: string;
  readonly amount: number;
  readonly taxRate: number;
  readonly includesTax: boolean;
  readonly credited: Taxed & { readonly amount: number };
}

export interface CreditLine extends Taxed {
  readonly lineId: string;
  readonly amount: number;
}

export type CreditRefusal = 'nothingToCredit' | 'lineUnknown' | 'creditTooLarge';

/**
 * The lines of a credit note: all that is left of the invoice, or of the lines named, whole or in part
 * (INV-1).
 * What is left is taken as it was billed, so that an invoice credited in full comes to nothing.
 */
export function creditLines(
  lines: readonly CreditableLine[],
  wish: readonly { readonly lineId: string; readonly amount: number | null }[] | null,
): readonly CreditLine[] | CreditRefusal {
  const wished = wish ?? lines.map(({ id }) => ({ lineId: id, amount: null }));
  const credits: CreditLine[] = [];
  for (const { lineId, amount } of wished) {
    const line = lines.find(({ id }) => id === lineId);
    if (line === undefined) return 'lineUnknown';
    const left = line.amount - line.credited.amount;
    if (amount !== null && (Math.abs(amount) > Math.abs(left) || amount * left <= 0))
      return 'creditTooLarge';
    if (left === 0) continue;
    credits.push(
      amount === null || amount === left
        ? rest(line)
        : {
            lineId,
            amount: -amount,
            ...taxed(-amount, { rate: line.taxRate, includesTax: line.includesTax }),
          },
    );
  }
  return credits.length === 0 ? 'nothingToCredit' : credits;
}

const rest = ({ id, amount, net, tax, total, credited }: CreditableLine): CreditLine => ({
  lineId: id,
  amount: credited.amount - amount,
  net: credited.net - net,
  tax: credited.tax - tax,
  total: credited.total - total,
});

/** Money received, spread over invoices in the order given; what is left over is account credit (PAY-2). */
export function allocate<T extends Settled>(
  amount: number,
  invoices: readonly T[],
): readonly { invoice: T; amount: number }[] {
  const shares: { invoice: T; amount: number }[] = [];
  let left = amount;
  for (const invoice of invoices) {
    const share = Math.min(left, outstandingOf(invoice));
    if (share > 0) shares.push({ invoice, amount: share });
    left -= share;
  }
  return shares;
}
