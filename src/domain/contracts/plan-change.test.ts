import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, daysBetween, type Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Currency } from '../kernel/money.ts';
import { dayAt, type Zone } from '../kernel/zone.ts';
import { type Location, treeOf } from '../locations/location.ts';
import { proposeEnd } from './cancellation.ts';
import { contractStatusAt } from './contract.ts';
import { aContract, aPlan, factsOn, type Written } from './contract.examples.ts';
import { planRefusal, proposeChangeDay } from './plan-change.ts';
import { contractTurnAt, firstTurnFrom, rhythmsOf } from './turns.ts';

const change = (written: Written, when: 'nextCycle' | 'now', today = '2026-04-10') =>
  proposeChangeDay(factsOn(today, aContract(written), aPlan(), true), when);

test.each([
  ['at the start of the next cycle', { startDay: '2026-01-15' }, 'nextCycle', '2026-04-15'],
  ['on a billing day, with the next one', { startDay: '2026-01-10' }, 'nextCycle', '2026-05-10'],
  ['now', { startDay: '2026-01-15' }, 'now', '2026-04-10'],
  ['from the start, when not yet begun', { startDay: '2026-05-15' }, 'nextCycle', '2026-05-15'],
  ['never after the end', { startDay: '2026-01-15', endDay: '2026-04-15' }, 'nextCycle', 'changeAfterEnd'],
  ['now, before the end', { startDay: '2026-01-15', endDay: '2026-04-15' }, 'now', '2026-04-10'],
  ['not once it is over', { startDay: '2026-01-15', endDay: '2026-04-01' }, 'now', 'contractOver'],
] as const)('CON-5 another plan takes effect %s', (_, written, when, expected) => {
  expect(change(written, when)).toBe(expected);
});

test('CON-5 the same cycle keeps the anchor, another begins anew on the day of the change', () => {
  const contract = aContract({ startDay: '2026-01-31' });
  const [first] = contract.terms as [(typeof contract.terms)[0] & {}];
  const later = { ...first, fromDay: day('2026-04-30'), planId: 'pla_2' as Id<'pla'> };
  const changed = { ...contract, terms: [first, later] };
  const monthly = () => aPlan();
  expect(rhythmsOf(changed, monthly)).toHaveLength(1);
  expect(contractTurnAt(changed, monthly, day('2026-05-02'))).toMatchObject({
    startDay: '2026-04-30',
    endDay: '2026-05-31',
  });
  const weekly = (id: Id<'pla'>) =>
    id === later.planId ? aPlan({ cycle: { every: 1, unit: 'week' } }) : aPlan();
  expect(contractTurnAt(changed, weekly, day('2026-05-08'))).toMatchObject({
    startDay: '2026-05-07',
    endDay: '2026-05-14',
  });
  expect(contractTurnAt(changed, weekly, day('2026-04-29'))).toMatchObject({
    startDay: '2026-03-31',
    endDay: '2026-04-30',
  });
});

test('IMP-1 billing goes on from the first cycle that starts on or after the day of the import', () => {
  const from = (startDay: string, day_: string) =>
    firstTurnFrom(aContract({ startDay }), () => aPlan(), day(day_));
  expect(from('2024-01-18', '2026-12-01')).toBe('2026-12-18');
  expect(from('2024-01-18', '2026-12-18')).toBe('2026-12-18');
  expect(from('2024-01-31', '2027-02-01')).toBe('2027-02-28');
  expect(from('2026-12-18', '2026-12-01')).toBe('2026-12-18');
});

const id = (name: string) => `loc_${name}` as Id<'loc'>;
const place = (name: string, parent: string | null): Location => ({
  id: id(name),
  parentId: parent === null ? null : id(parent),
  name,
  slug: name,
  zone: 'Europe/Berlin' as Zone,
  currency: 'EUR' as Currency,
});
const tree = treeOf([
  place('network', null),
  place('berlin', 'network'),
  place('quay', 'berlin'),
  place('mill', 'network'),
]);

test.each([
  ['at its own location', 'quay', 'quay', 'EUR', null],
  ['below', 'network', 'quay', 'EUR', null],
  ['not above', 'quay', 'berlin', 'EUR', 'planNotHere'],
  ['not beside', 'mill', 'quay', 'EUR', 'planNotHere'],
  ['not without a price in the currency', 'network', 'mill', 'GBP', 'noPriceInCurrency'],
])('CON-1 CON-8 a plan is taken %s', (_, madeAt, takenAt, currency, expected) => {
  const plan = {
    id: 'pla_1' as Id<'pla'>,
    locationId: id(madeAt),
    name: 'Hot Desk',
    versions: [],
    archived: false,
  };
  const at = { locationId: id(takenAt), currency: currency as Currency };
  expect(planRefusal(tree, plan, aPlan(), at)).toBe(expected);
  expect(planRefusal(tree, { ...plan, archived: true }, aPlan(), at)).toBe(
    expected === 'planNotHere' ? expected : 'planArchived',
  );
});

const days = fc.integer({ min: 0, max: 3650 }).map((n) => addDays(day('2024-01-01'), n));
const zones = fc.constantFrom<Zone[]>(
  ...([
    'Europe/Berlin',
    'America/Sao_Paulo',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  ] as Zone[]),
);
const units = fc.constantFrom<('day' | 'week' | 'month' | 'year')[]>('day', 'week', 'month', 'year');

test('CYC-1 turns follow each other without gap or overlap, and each day lies in its own', () => {
  fc.assert(
    fc.property(
      days,
      days,
      units,
      fc.integer({ min: 1, max: 5 }),
      fc.option(fc.integer({ min: 1, max: 31 })),
      (startDay, on, unit, every, billingDay) => {
        const contract = { ...aContract({ startDay }), billingDay };
        const plan = () => aPlan({ cycle: { every, unit } });
        const turn = contractTurnAt(contract, plan, on);
        expect(turn.startDay <= on && on < turn.endDay).toBe(true);
        expect(contractTurnAt(contract, plan, turn.endDay).startDay).toBe(turn.endDay);
        expect(contractTurnAt(contract, plan, addDays(turn.startDay, -1)).endDay).toBe(turn.startDay);
      },
    ),
    { numRuns: 300 },
  );
});

test('CON-2 a contract is active on exactly the days from its start up to its end, in any zone', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 400 }), zones, (startDay: Day, length, zone) => {
      const endDay = addDays(startDay, length);
      const contract = aContract({ startDay, endDay, zone });
      const { start, end } = contract.during;
      expect(contractStatusAt(contract, start)).toBe('active');
      expect(contractStatusAt(contract, (start - 1) as typeof start)).toBe('scheduled');
      expect(contractStatusAt(contract, end as typeof start)).toBe('ended');
      expect(contractStatusAt(contract, ((end as number) - 1) as typeof start)).toBe('active');
      expect(dayAt(start, zone) === startDay || zone === 'Pacific/Apia').toBe(true);
    }),
    { numRuns: 200 },
  );
});

test("CON-4 a customer's end is never before the minimum term or the notice, nor cuts a cycle", () => {
  fc.assert(
    fc.property(
      days,
      days,
      fc.integer({ min: 0, max: 120 }),
      fc.integer({ min: 0, max: 12 }),
      (startDay, today, noticeDays, cycles) => {
        const minimumTermDay = addDays(startDay, cycles * 30);
        const plan = aPlan({ cancel: { ...aPlan().cancel, noticeDays } });
        const contract = aContract({ startDay, minimumTermDay });
        const end = proposeEnd(factsOn(today, contract, plan, false), { at: 'now' });
        if (typeof end === 'string') throw new Error(end);
        expect(end.endDay >= minimumTermDay).toBe(true);
        expect(end.endDay > today || end.endDay === startDay).toBe(true);
        if (today >= startDay) expect(daysBetween(today, end.endDay)).toBeGreaterThan(noticeDays);
        if (end.because === 'notice' && !end.voids) {
          expect(contractTurnAt(contract, () => plan, end.endDay).startDay).toBe(end.endDay);
        }
      },
    ),
    { numRuns: 300 },
  );
});
