import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  add,
  money,
  type Currency,
  minorDigits,
  negate,
  parseCurrency,
  roundedShare,
  share,
} from './money.ts';

const eur = 'EUR' as Currency;

test.each([
  // amount, numerator, denominator, rounded
  [1000, 1, 3, 333],
  [1000, 2, 3, 667],
  [5, 1, 2, 3],
  [-5, 1, 2, -3],
  [-5, -1, 2, 3],
  [1, 1, 3, 0],
  [12_000, 15, 31, 5806],
])('MNY-1 %i × %i ÷ %i is %i: half goes away from zero', (amount, numerator, denominator, rounded) => {
  expect(roundedShare(amount, numerator, denominator)).toBe(rounded);
});

test('MNY-1 rounding is never off by more than half a unit, and mirrors at zero', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.integer({ min: 0, max: 1000 }),
      fc.integer({ min: 1, max: 1000 }),
      (amount, n, d) => {
        const rounded = roundedShare(amount, n, d);
        const distance = BigInt(rounded) * BigInt(d) - BigInt(amount) * BigInt(n);
        expect(2n * (distance < 0n ? -distance : distance) <= BigInt(d)).toBe(true);
        expect(roundedShare(-amount, n, d)).toBe(-rounded || 0);
      },
    ),
  );
});

test('MNY-1 two currencies do not add up', () => {
  expect(() => add(money(1, eur), money(1, 'GBP' as Currency))).toThrow('do not add up');
  expect(add(money(1, eur), negate(money(1, eur)))).toEqual({ amount: 0, currency: 'EUR' });
  expect(share(money(1000, eur), 1, 4)).toEqual({ amount: 250, currency: 'EUR' });
});

test('MNY-1 a currency is one of ISO 4217, with its own minor unit', () => {
  expect(parseCurrency('EUR')).toBe('EUR');
  expect(parseCurrency('eur')).toBeNull();
  expect(parseCurrency('XYZ')).toBeNull();
  expect([minorDigits(eur), minorDigits('JPY' as Currency), minorDigits('KWD' as Currency)]).toEqual([
    2, 0, 3,
  ]);
});
