import { expect, test } from 'vitest';
import { day } from '../kernel/day.ts';
import { parseRecurrence } from '../kernel/recurrence-text.ts';
import { type ClosedDays, closedOn, timesClosed } from './closure.ts';

function closing(
  startDay: string, endDay: string, rule: string | null, except: string[] = [],
): ClosedDays {
  const repeats = rule === null ? null : parseRecurrence(rule, day(startDay));
  return {
    reason: 'Away', startDay: day(startDay), endDay: day(endDay),
    repeats: repeats && { ...repeats, exceptDays: except.map(day) },
  };
}

const christmas = closing('2026-12-24', '2026-12-27', 'FREQ=YEARLY', ['2028-12-24']);
const fridays = closing('2026-12-04', '2026-12-05', 'FREQ=WEEKLY;INTERVAL=2');

test.each([
  ['the day before', christmas, '2027-12-23', false],
  ['its first day, a year on', christmas, '2027-12-24', true],
  ['its last day', christmas, '2027-12-26', true],
  ['the day after', christmas, '2027-12-27', false],
  ['a year that is left out', christmas, '2028-12-25', false],
  ['the year after it', christmas, '2029-12-25', true],
  ['a second Friday', fridays, '2026-12-18', true],
  ['the Friday between', fridays, '2026-12-11', false],
  ['the year before it began', fridays, '2025-12-05', false],
  ['once, and not again', closing('2026-12-24', '2026-12-27', null), '2027-12-24', false],
] as const)('LOC-1 closed on %s', (_, closure, on, expected) => {
  expect(closedOn([closure], day(on)) !== null).toBe(expected);
});

test('LOC-1 over New Year, what began before the days asked about still touches them', () => {
  const newYear = closing('2026-12-31', '2027-01-02', 'FREQ=YEARLY');
  expect(timesClosed([newYear], day('2028-01-01'), day('2029-01-01'))).toEqual([
    { reason: 'Away', startDay: '2027-12-31', endDay: '2028-01-02' },
    { reason: 'Away', startDay: '2028-12-31', endDay: '2029-01-02' },
  ]);
});
