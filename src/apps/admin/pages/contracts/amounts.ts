import { type Currency, minorDigits } from '../../../../domain/kernel/money.ts';

/** What somebody typed, 12.50 or 12,50, in minor units; NaN where it is no amount. */
export function minorUnits(typed: string, currency: string): number {
  const text = typed.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(text)) return Number.NaN;
  return Math.round(Number(text) * 10 ** minorDigits(currency as Currency));
}

/** Minor units as somebody would type them: 1250 EUR is 12.50. */
export const typedAmount = ({ amount, currency }: { amount: number; currency: string }): string => {
  const digits = minorDigits(currency as Currency);
  return (amount / 10 ** digits).toFixed(digits);
};
