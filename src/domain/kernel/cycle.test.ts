import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Anchor, anchorOf, type Cycle, turnAt, turnOf } from './cycle.ts';
import { addDays, type Day, day } from './day.ts';

const monthly: Cycle = { every: 1, unit: 'month' };
const starts = (cycle: Cycle, anchor: Anchor, count: number) =>
  Array.from({ length: count }, (_, number) => turnOf(cycle, anchor, number).startDay);

test('CYC-1 the 31st becomes the last day of shorter months and comes back to the 31st', () => {
  expect(starts(monthly, anchorOf(monthly, day('2027-01-31'), null), 5))
    .toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30', '2027-05-31']);
});

test.each([
  // start, billing day, the turn that holds the start
  ['2026-03-10', 31, '2026-02-28', '2026-03-31'],
  ['2026-06-30', 31, '2026-06-30', '2026-07-31'],
  ['2026-02-15', 31, '2026-01-31', '2026-02-28'],
  ['2026-12-17', 1, '2026-12-01', '2027-01-01'],
  ['2026-12-01', 1, '2026-12-01', '2027-01-01'],
  ['2026-12-17', 20, '2026-11-20', '2026-12-20'],
  ['2028-02-29', null, '2028-02-29', '2028-03-29'],
])(
  'CYC-1 a start on %s billed on the %s lies in the turn from %s to %s',
  (startDay, billingDay, from, until) => {
    const turn = turnAt(monthly, anchorOf(monthly, day(startDay), billingDay), day(startDay));
    expect([turn.number, turn.startDay, turn.endDay]).toEqual([0, from, until]);
  },
);

test('CYC-1 a yearly cycle from 29 February is billed on the 28th in other years', () => {
  const yearly: Cycle = { every: 1, unit: 'year' };
  expect(starts(yearly, anchorOf(yearly, day('2024-02-29'), null), 5))
    .toEqual(['2024-02-29', '2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
});

test('CYC-1 days and weeks are anchored at the start, whatever the billing day', () => {
  const fortnight: Cycle = { every: 2, unit: 'week' };
  expect(starts(fortnight, anchorOf(fortnight, day('2026-12-17'), 1), 3)).toEqual([
    '2026-12-17',
    '2026-12-31',
    '2027-01-14',
  ]);
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01' as Day, days));
const anyCycle = fc.record({
  every: fc.integer({ min: 1, max: 13 }), unit: fc.constantFrom('day', 'week', 'month', 'year'),
}) as fc.Arbitrary<Cycle>;
const anyBillingDay = fc.option(fc.integer({ min: 1, max: 31 }));

test('CYC-1 turns follow each other without gap or overlap, and each day lies in exactly one', () => {
  fc.assert(
    fc.property(
      anyCycle,
      anyDay,
      anyBillingDay,
      fc.integer({ min: -500, max: 5000 }),
      (cycle, start, billing, off) => {
        const anchor = anchorOf(cycle, start, billing);
        const on = addDays(start, off);
        const turn = turnAt(cycle, anchor, on);
        expect(turn.startDay <= on && on < turn.endDay).toBe(true);
        expect(turnOf(cycle, anchor, turn.number + 1).startDay).toBe(turn.endDay);
        expect(turnAt(cycle, anchor, start).number).toBe(0);
      },
    ),
  );
});
