import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import {
  allocate,
  creditLines,
  type CreditableLine,
  isOverdue,
  outstandingOf,
  stateOf,
} from './invoice.ts';
import { sumOf, taxed } from './tax.ts';

const none = { amount: 0, net: 0, tax: 0, total: 0 };
const line = (id: string, amount: number, credited = none): CreditableLine => ({
  id,
  amount,
  taxRate: 1900,
  includesTax: false,
  ...taxed(amount, { rate: 1900, includesTax: false }),
  credited,
});

test.each([
  [{ total: 100, paid: 0, credited: 0 }, 'issued'],
  [{ total: 100, paid: 40, credited: 0 }, 'partlyPaid'],
  [{ total: 100, paid: 100, credited: 0 }, 'paid'],
  [{ total: 100, paid: 60, credited: 40 }, 'paid'],
  [{ total: 100, paid: 0, credited: 100 }, 'credited'],
  [{ total: 0, paid: 0, credited: 0 }, 'paid'],
  [{ total: -100, paid: 0, credited: 0 }, 'paid'],
] as const)('INV-1 the state follows from what is settled: %o', (settled, state) => {
  expect(stateOf(settled)).toBe(state);
});

test('INV-1 an invoice is overdue from the day after its due day, while something is owed', () => {
  const invoice = { total: 100, paid: 0, credited: 0, state: 'issued' as const, dueDay: day('2026-12-08') };
  expect(isOverdue(invoice, day('2026-12-08'))).toBe(false);
  expect(isOverdue(invoice, day('2026-12-09'))).toBe(true);
  expect(isOverdue({ ...invoice, paid: 100, state: 'paid' }, day('2026-12-09'))).toBe(false);
});

test('INV-1 a credit note in full takes all that is left, a line or a part of it what was wished', () => {
  const lines = [
    line('a', 10_000),
    line('b', 5000, { amount: 2000, ...taxed(2000, { rate: 1900, includesTax: false }) }),
  ];
  expect(creditLines(lines, null)).toMatchObject([
    { lineId: 'a', amount: -10_000, tax: -1900 },
    { lineId: 'b', amount: -3000 },
  ]);
  expect(creditLines(lines, [{ lineId: 'a', amount: 4000 }])).toMatchObject([
    { amount: -4000, total: -4760 },
  ]);
  expect(creditLines(lines, [{ lineId: 'b', amount: 3001 }])).toBe('creditTooLarge');
  expect(creditLines(lines, [{ lineId: 'a', amount: -1 }])).toBe('creditTooLarge');
  expect(creditLines(lines, [{ lineId: 'x', amount: null }])).toBe('lineUnknown');
  expect(creditLines([line('a', 100, { amount: 100, net: 100, tax: 19, total: 119 })], null)).toBe(
    'nothingToCredit',
  );
});

test('INV-1 however it is cut, an invoice credited in full comes to nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 99_999 }), fc.nat(), (amount, cut) => {
      const part = 1 + (cut % (amount - 1));
      const first = creditLines([line('a', amount)], [{ lineId: 'a', amount: part }]);
      if (typeof first === 'string') throw new Error(first);
      const [{ lineId: _, ...one }] = first as [(typeof first)[0] & object];
      const credited = { amount: -one.amount, net: -one.net, tax: -one.tax, total: -one.total };
      const last = creditLines([line('a', amount, credited)], null);
      if (typeof last === 'string') throw new Error(last);
      expect(sumOf([line('a', amount), one, ...last])).toEqual({ net: 0, tax: 0, total: 0 });
    }),
  );
});

test('PAY-2 a payment settles its invoices in order; what is left over is account credit', () => {
  const invoices = [
    { total: 100, paid: 0, credited: 30 },
    { total: 50, paid: 0, credited: 0 },
  ];
  expect(allocate(90, invoices).map(({ amount }) => amount)).toEqual([70, 20]);
  expect(allocate(500, invoices).map(({ amount }) => amount)).toEqual([70, 50]);
  expect(outstandingOf({ total: 100, paid: 70, credited: 30 })).toBe(0);
});
