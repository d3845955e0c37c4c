import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { type CancelWish, lastDayOf, proposeEnd } from './cancellation.ts';
import { aContract, aPlan, factsOn, type Written } from './contract.examples.ts';

const plan = (cancel: Partial<ReturnType<typeof aPlan>['cancel']> = {}) =>
  aPlan({ cancel: { ...aPlan().cancel, ...cancel } });

function lastDay(
  today: string,
  written: Written,
  rules: ReturnType<typeof aPlan>,
  wish: CancelWish,
  byAdmin = false,
): string | null {
  const end = proposeEnd(factsOn(today, aContract(written), rules, byAdmin), wish);
  return typeof end === 'string' ? end : end.voids ? 'void' : lastDayOf(end.endDay);
}

const march = { startDay: '2026-03-01' };

test.each([
  ["nothing wished: the cycle's end", '2026-04-10', march, plan(), null, '2026-04-30'],
  ['a later day is granted', '2026-04-10', march, plan(), { lastDay: day('2026-06-15') }, '2026-06-15'],
  [
    'an earlier day waits for the cycle',
    '2026-04-10',
    march,
    plan(),
    { lastDay: day('2026-04-11') },
    '2026-04-30',
  ],
  ['"now" is not sooner than the rules', '2026-04-10', march, plan(), { at: 'now' }, '2026-04-30'],
  ['notice that runs out on the last day', '2026-04-10', march, plan({ noticeDays: 20 }), null, '2026-04-30'],
  ['notice that runs out a day later', '2026-04-10', march, plan({ noticeDays: 21 }), null, '2026-05-31'],
  [
    'end of cycle still waits for notice',
    '2026-04-10',
    march,
    plan({ noticeDays: 30 }),
    { at: 'endOfCycle' },
    '2026-05-31',
  ],
  [
    'a plan that ends with the very day',
    '2026-04-10',
    march,
    plan({ noticeDays: 30, endsOn: 'noticeDay' }),
    null,
    '2026-05-10',
  ],
  [
    'no notice and the very day: today',
    '2026-04-10',
    march,
    plan({ endsOn: 'noticeDay' }),
    null,
    '2026-04-10',
  ],
  ['before the start: it never was', '2026-02-10', march, plan(), null, 'void'],
  ['before the start, notice reaches in', '2026-02-10', march, plan({ noticeDays: 30 }), null, '2026-03-31'],
  ['on the last day of the cycle', '2026-04-30', march, plan(), null, '2026-04-30'],
  ['on the first day of the next', '2026-05-01', march, plan(), null, '2026-05-31'],
  [
    'the 31st comes back after February',
    '2026-02-10',
    { startDay: '2026-01-31' },
    plan(),
    null,
    '2026-02-27',
  ],
  ['… and again in March', '2026-03-10', { startDay: '2026-01-31' }, plan(), null, '2026-03-30'],
  ['leap year', '2028-02-10', { startDay: '2028-01-31' }, plan(), null, '2028-02-28'],
  [
    'a billing day of its own',
    '2026-04-10',
    { startDay: '2026-03-20', billingDay: 15 },
    plan(),
    null,
    '2026-04-14',
  ],
] as const)('CON-4 a customer cancels: %s', (_, today, written, rules, wish, expected) => {
  expect(lastDay(today, written, rules, wish)).toBe(expected);
});

test.each([
  [
    'inside the minimum term, its last day',
    { startDay: '2026-03-01', minimumTermDay: '2026-09-01' },
    '2026-08-31',
  ],
  ['after it, the cycle', { startDay: '2026-01-01', minimumTermDay: '2026-04-01' }, '2026-04-30'],
  ['a term that ends inside a cycle', { startDay: '2026-03-01', minimumTermDay: '2026-06-15' }, '2026-06-14'],
  [
    'a freeze moves the term by its days',
    { startDay: '2026-03-01', minimumTermDay: '2026-06-01', freezes: [['2026-03-10', '2026-03-20']] },
    '2026-06-10',
  ],
  [
    'a freeze that does not extend it',
    { startDay: '2026-03-01', minimumTermDay: '2026-06-01', freezes: [['2026-03-10', '2026-03-20', false]] },
    '2026-05-31',
  ],
  [
    'a freeze after the term moves nothing',
    { startDay: '2026-01-01', minimumTermDay: '2026-04-01', freezes: [['2026-05-01', '2026-06-01']] },
    '2026-04-30',
  ],
  [
    'one freeze pushes the term over the next',
    {
      startDay: '2026-03-01',
      minimumTermDay: '2026-05-01',
      freezes: [
        ['2026-04-15', '2026-04-25'],
        ['2026-05-05', '2026-05-10'],
      ],
    },
    '2026-05-15',
  ],
] as const)('CON-4 CON-6 the minimum term: %s', (_, written, expected) => {
  expect(lastDay('2026-04-10', written, plan(), null)).toBe(expected);
});

test.each([
  ['any day', { lastDay: day('2026-04-11') }, '2026-04-11'],
  ['a day in the past', { lastDay: day('2026-03-11') }, '2026-03-11'],
  ['its first day', { lastDay: day('2026-03-01') }, '2026-03-01'],
  ['now: today is the last day', { at: 'now' }, '2026-04-10'],
  ['at the end of the cycle, whatever the notice', { at: 'endOfCycle' }, '2026-04-30'],
  ['after the notice and the minimum term, as the plan says', { at: 'afterNotice' }, '2026-08-31'],
] as const)('CON-4 an admin cancels: %s', (_, wish, expected) => {
  const rules = plan({ noticeDays: 60 });
  expect(lastDay('2026-04-10', { ...march, minimumTermDay: '2026-09-01' }, rules, wish, true)).toBe(expected);
});

test.each([
  ['before it has begun: it never was', '2026-02-25', '2026-02-20', 'void'],
  ['… also from the day before its first', '2026-02-25', '2026-02-28', 'void'],
  ['on its first day: it was there', '2026-03-01', '2026-02-28', 'lastDayBeforeStart'],
  ['long after', '2026-04-10', '2026-02-20', 'lastDayBeforeStart'],
] as const)('CON-3 a last day before the start, said %s', (_, today, wished, expected) => {
  const end = proposeEnd(factsOn(today, aContract(march), plan(), true), { lastDay: day(wished) });
  expect(typeof end === 'string' ? end : end.voids && 'void').toBe(expected);
});

test('CON-4 days paid come back when an admin cut it short, or the plan prorates its last cycle', () => {
  const prorates = (rules: ReturnType<typeof aPlan>, wish: CancelWish, byAdmin: boolean): boolean | null => {
    const end = proposeEnd(factsOn('2026-04-10', aContract(march), rules, byAdmin), wish);
    return typeof end === 'string' ? null : end.proratesLastCycle;
  };
  expect(prorates(plan(), { at: 'now' }, true)).toBe(true);
  expect(prorates(plan(), { at: 'endOfCycle' }, true)).toBe(false);
  expect(prorates(plan(), null, false)).toBe(false);
  expect(prorates(plan({ prorateLastCycle: true }), { lastDay: day('2026-05-10') }, false)).toBe(true);
});

test('CON-4 refusals: over, cancelled already, a plan that does not let customers', () => {
  const over = { ...march, endDay: '2026-04-01' };
  expect(lastDay('2026-04-10', over, plan(), null, true)).toBe('contractOver');
  expect(lastDay('2026-04-10', { ...march, endDay: '2026-03-01' }, plan(), null, true)).toBe('contractOver');
  expect(lastDay('2026-04-10', { ...march, endDay: '2026-06-01' }, plan(), null)).toBe('alreadyCancelled');
  expect(lastDay('2026-04-10', { ...march, endDay: '2026-06-01' }, plan(), { at: 'now' }, true)).toBe(
    '2026-04-10',
  );
  expect(lastDay('2026-04-10', march, plan({ byCustomers: false }), null)).toBe('planForbidsCancelling');
  expect(lastDay('2026-04-10', march, plan({ byCustomers: false }), null, true)).toBe('2026-04-30');
});

test("CON-1 a notice period of the contract comes before the plan's", () => {
  const facts = {
    ...factsOn('2026-04-10', aContract(march), plan({ noticeDays: 90 }), false),
    noticeDays: 0,
  };
  const end = proposeEnd(facts, null);
  expect(typeof end === 'string' ? end : end.endDay).toBe('2026-05-01');
});
