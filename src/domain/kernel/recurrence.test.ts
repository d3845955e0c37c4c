import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, dayOfMonth, daysBetween, weekdayOf } from './day.ts';
import { holdsFirstDay, type Recurrence, recurrences, recurring } from './recurrence.ts';
import { nthOf, parseRecurrence, writeRecurrence } from './recurrence-text.ts';

const list = (rule: Recurrence, first: string, from: string, until: string): string[] =>
  [...recurrences(rule, day(first), day(from), day(until))];

test.each([
  ['each day', recurring('day'), '2026-03-28', '2026-03-28', '2026-03-31',
    ['2026-03-28', '2026-03-29', '2026-03-30']],
  ['every third day, seen from far off', recurring('day', { every: 3 }), '2020-01-01', '2026-12-02',
    '2026-12-08', ['2026-12-04', '2026-12-07']],
  ['every second Friday', recurring('week', { every: 2 }), '2026-12-04', '2026-12-01', '2027-01-10',
    ['2026-12-04', '2026-12-18', '2027-01-01']],
  ['Monday and Thursday, begun on a Thursday', recurring('week', { weekdays: [1, 4] }), '2026-12-03',
    '2026-11-01', '2026-12-11', ['2026-12-03', '2026-12-07', '2026-12-10']],
  ['Sunday and Monday every second week: the week begins on Monday',
    recurring('week', { every: 2, weekdays: [1, 7] }), '2026-12-06', '2026-12-01', '2026-12-31',
    ['2026-12-06', '2026-12-14', '2026-12-20', '2026-12-28']],
  ['the 31st, or the last day', recurring('month'), '2026-01-31', '2026-01-01', '2026-05-01',
    ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']],
  ['the 31st, or not at all', recurring('month', { shortMonth: 'none' }), '2026-01-31', '2026-01-01',
    '2026-06-01', ['2026-01-31', '2026-03-31', '2026-05-31']],
  ['the second Friday of the month', recurring('month', { nth: { nth: 2, weekday: 5 } }), '2026-12-11',
    '2026-12-01', '2027-03-01', ['2026-12-11', '2027-01-08', '2027-02-12']],
  ['the last Monday in May', recurring('year', { nth: { nth: -1, weekday: 1 } }), '2026-05-25', '2026-01-01',
    '2029-01-01', ['2026-05-25', '2027-05-31', '2028-05-29']],
  ['a fifth Friday, where there is one', recurring('month', { nth: { nth: 5, weekday: 5 } }), '2027-01-29',
    '2027-01-01', '2027-08-01', ['2027-01-29', '2027-04-30', '2027-07-30']],
  ['Christmas', recurring('year'), '2026-12-25', '2030-01-01', '2032-01-01', ['2030-12-25', '2031-12-25']],
  ['29 February, or the last day', recurring('year'), '2024-02-29', '2025-01-01', '2029-01-01',
    ['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']],
  ['29 February, or not at all', recurring('year', { shortMonth: 'none' }), '2024-02-29', '2025-01-01',
    '2033-01-01', ['2028-02-29', '2032-02-29']],
  ['three times in all', recurring('week', { count: 3 }), '2026-12-04', '2026-12-05', '2027-12-05',
    ['2026-12-11', '2026-12-18']],
  ['three times, of which one falls out', recurring('day', { count: 3, exceptDays: [day('2026-12-05')] }),
    '2026-12-04', '2026-12-01', '2027-01-01', ['2026-12-04', '2026-12-06']],
  ['until a day, that day too', recurring('day', { lastDay: day('2026-12-06') }), '2026-12-04', '2026-12-01',
    '2027-01-01', ['2026-12-04', '2026-12-05', '2026-12-06']],
  ['nothing before the first', recurring('day'), '2026-12-04', '2026-11-01', '2026-12-01', []],
] as const)('LOC-1 comes again: %s', (_, rule, first, from, until, expected) => {
  expect(list(rule as Recurrence, first, from, until)).toEqual(expected);
});

const rules: fc.Arbitrary<{ rule: Recurrence; first: Day }> = fc.record({
  first: fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2020-01-01'), days)),
  unit: fc.constantFrom('day', 'week', 'month', 'year' as const),
  every: fc.integer({ min: 1, max: 5 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 3 }),
  byWeekday: fc.boolean(),
  shortMonth: fc.constantFrom('last' as const, 'none' as const),
  count: fc.option(fc.integer({ min: 1, max: 30 })),
  lastAfter: fc.option(fc.integer({ min: 0, max: 900 })),
  except: fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 3 }),
}).map(({ first, unit, every, weekdays, byWeekday, shortMonth, count, lastAfter, except }) => ({
  first,
  rule: recurring(unit as Recurrence['unit'], {
    every, shortMonth: unit === 'month' || unit === 'year' ? shortMonth : 'none', count,
    weekdays: unit === 'week' && weekdays.length > 0
      ? [...new Set([...weekdays, weekdayOf(first)])].sort((a, b) => a - b) : [],
    nth: byWeekday && (unit === 'month' || unit === 'year') ? nthOf(first) : null,
    lastDay: lastAfter === null || count !== null ? null : addDays(first, lastAfter),
    exceptDays: except.map((days) => addDays(first, days)),
  }),
}));

/** The same rule asked of one day, by counting instead of stepping. */
function holds({ every, unit, weekdays, nth, shortMonth }: Recurrence, first: Day, on: Day): boolean {
  if (on < first) return false;
  const days = daysBetween(first, on);
  if (unit === 'day') return days % every === 0;
  if (unit === 'week') {
    const weeks = Math.floor((days + weekdayOf(first) - 1) / 7);
    const wished = weekdays.length === 0 ? [weekdayOf(first)] : weekdays;
    return weeks % every === 0 && wished.includes(weekdayOf(on));
  }
  const months = 12 * (Number(on.slice(0, 4)) - Number(first.slice(0, 4)))
    + Number(on.slice(5, 7)) - Number(first.slice(5, 7));
  if (months % (unit === 'month' ? every : 12 * every) !== 0) return false;
  const isLast = addDays(on, 1).slice(8) === '01';
  if (nth !== null) {
    const isNth = nth.nth === -1 ? addDays(on, 7).slice(0, 7) !== on.slice(0, 7)
      : Math.ceil(dayOfMonth(on) / 7) === nth.nth;
    return weekdayOf(on) === nth.weekday && isNth;
  }
  return dayOfMonth(on) === dayOfMonth(first)
    || (shortMonth === 'last' && isLast && dayOfMonth(on) < dayOfMonth(first));
}

describe('LOC-1 whatever comes again', () => {
  test('is what counting day by day finds', () => {
    fc.assert(fc.property(rules, fc.integer({ min: -50, max: 890 }), ({ rule, first }, ahead) => {
      const counted: Day[] = [];
      let left = rule.count ?? Infinity;
      for (let on = first, n = 0; n < 1000 && left > 0; n += 1, on = addDays(on, 1)) {
        if (!holds(rule, first, on) || (rule.lastDay !== null && on > rule.lastDay)) continue;
        left -= 1;
        if (!rule.exceptDays.includes(on)) counted.push(on);
      }
      const [from, until] = [addDays(first, ahead), addDays(first, ahead + 100)];
      const expected = counted.filter((on) => on >= from && on < until);
      expect([...recurrences(rule, first, from, until)]).toEqual(expected);
    }), { numRuns: 400 });
  });

  test('is the same in two halves as in one, and reads back from its text', () => {
    fc.assert(fc.property(rules, fc.nat(300), fc.nat(300), ({ rule, first }, ahead, more) => {
      const [from, middle] = [addDays(first, ahead - 30), addDays(first, ahead)];
      const until = addDays(middle, more);
      expect([...recurrences(rule, first, from, middle), ...recurrences(rule, first, middle, until)])
        .toEqual([...recurrences(rule, first, from, until)]);
      expect(holdsFirstDay(rule, first)).toBe(true);
      const read = parseRecurrence(writeRecurrence(rule, first), first)!;
      expect([...recurrences({ ...read, exceptDays: rule.exceptDays }, first, from, until)])
        .toEqual([...recurrences(rule, first, from, until)]);
    }));
  });
});

test.each([
  ['FREQ=YEARLY', '2026-12-25', 'FREQ=YEARLY'],
  ['RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25', '2026-12-25', 'FREQ=YEARLY'],
  ['freq=weekly;interval=2;byday=FR;wkst=MO', '2026-12-04', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR'],
  ['FREQ=MONTHLY;BYDAY=+2FR;UNTIL=20271231T235959Z', '2026-12-11', 'FREQ=MONTHLY;BYDAY=2FR;UNTIL=20271231'],
  ['FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO', '2026-05-25', 'FREQ=YEARLY;BYMONTH=5;BYDAY=-1MO'],
  ['SKIP=BACKWARD;FREQ=MONTHLY', '2026-01-31', 'RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD'],
])('LOC-1 %s is read, and written as %s', (text, first, written) => {
  const rule = parseRecurrence(text, day(first));
  expect(rule && writeRecurrence(rule, day(first))).toBe(written);
});

test.each([
  '', 'every Friday', 'FREQ=HOURLY', 'FREQ=DAILY;FREQ=DAILY', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;COUNT=0',
  'FREQ=DAILY;COUNT=2;UNTIL=20270101', 'FREQ=DAILY;UNTIL=20270230', 'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;BYDAY=2FR', 'FREQ=WEEKLY;BYDAY=MO', 'FREQ=MONTHLY;BYDAY=FR',
  'FREQ=MONTHLY;BYDAY=1FR,2FR', 'FREQ=YEARLY;BYDAY=1FR',
  'FREQ=MONTHLY;BYMONTHDAY=12', 'FREQ=YEARLY;BYMONTH=11', 'FREQ=DAILY;BYSETPOS=1', 'FREQ=WEEKLY;WKST=SU',
])('LOC-1 of 2026-12-11, a Friday, "%s" is no rule', (text) => {
  expect(parseRecurrence(text, day('2026-12-11'))).toBeNull();
});
