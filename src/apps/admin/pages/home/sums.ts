import type { Amount } from '../../../../api/texts/formats.ts';

/** Amounts added up by their currency, the largest sum first; those that come to nothing are left out. */
export function sumsOf(amounts: readonly Amount[]): readonly Amount[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].map(([currency, amount]) => ({ amount, currency })).filter(({ amount }) => amount !== 0)
    .sort((a, b) => b.amount - a.amount);
}
