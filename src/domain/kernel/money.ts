/** A currency by its ISO 4217 code. */
export type Currency = string & { readonly brand: 'Currency' };

/** A whole number of the currency's minor unit (MNY-1); 2500 EUR is €25.00, 2500 JPY is ¥2500. */
export interface Money {
  readonly amount: number;
  readonly currency: Currency;
}

/** Null when the text is not a code of ISO 4217. */
export const parseCurrency = (text: string): Currency | null => (codes.has(text) ? (text as Currency) : null);

export const money = (amount: number, currency: Currency): Money => ({ amount, currency });

/** Sums of one currency; throws on two, which is a fault in the program. */
export function add(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new TypeError(`${a.currency} and ${b.currency} do not add up`);
  return { amount: a.amount + b.amount, currency: a.currency };
}

export const negate = (of: Money): Money => ({ amount: -of.amount || 0, currency: of.currency });

/** The amount times `numerator / denominator` (whole numbers), rounded half away from zero, once (MNY-1). */
export const share = (of: Money, numerator: number, denominator: number): Money => ({
  amount: roundedShare(of.amount, numerator, denominator),
  currency: of.currency,
});

export function roundedShare(amount: number, numerator: number, denominator: number): number {
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  const sign = product < 0n !== divisor < 0n ? -1n : 1n;
  const size = product < 0n ? -product : product;
  const by = divisor < 0n ? -divisor : divisor;
  return Number(sign * ((2n * size + by) / (2n * by)));
}

/** Digits after the point: 2 for EUR, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: Currency): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** As a decimal number without a currency: 123456 EUR is `1234.56`, 2500 JPY is `2500`. */
export function decimalText({ amount, currency }: { amount: number; currency: string }): string {
  const digits = minorDigits(currency as Currency);
  const whole = String(Math.abs(amount)).padStart(digits + 1, '0');
  const text = digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
  return amount < 0 ? `-${text}` : text;
}

const codes = new Set(Intl.supportedValuesOf('currency'));
