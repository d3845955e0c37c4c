import { roundedShare } from '../kernel/money.ts';
import type { TaxTerms } from './facts.ts';

/** A taxed amount in minor units; net + tax = total, always. */
export interface Taxed {
  readonly net: number;
  readonly tax: number;
  readonly total: number;
}

/** All lines of one rate together (INV-3). */
export interface TaxTotal extends Taxed {
  readonly rate: number;
}

/** Tax of one line, rounded half away from zero once (MNY-1). Prices contain it or have it added (INV-3). */
export function taxed(amount: number, { rate, includesTax }: TaxTerms): Taxed {
  const tax = roundedShare(amount, rate, includesTax ? 10_000 + rate : 10_000);
  return includesTax ? { net: amount - tax, tax, total: amount } : { net: amount, tax, total: amount + tax };
}

/** Sums of lines: what stands below an invoice is exactly what stands on it. */
export const sumOf = (lines: readonly Taxed[]): Taxed => ({
  net: lines.reduce((sum, { net }) => sum + net, 0),
  tax: lines.reduce((sum, { tax }) => sum + tax, 0),
  total: lines.reduce((sum, { total }) => sum + total, 0),
});

/** Totals per rate, highest rate first. */
export function taxTotals(lines: readonly (Taxed & { readonly taxRate: number })[]): readonly TaxTotal[] {
  const rates = [...new Set(lines.map(({ taxRate }) => taxRate))].sort((a, b) => b - a);
  return rates.map((rate) => ({ rate, ...sumOf(lines.filter(({ taxRate }) => taxRate === rate)) }));
}
