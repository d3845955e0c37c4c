import { expect, test } from 'vitest';
import { day } from '../../../../../domain/kernel/day.ts';
import { nextTime, repeatWays, ruleText, wayOf } from './closure-rule.ts';

const firstDays = ['2026-12-11', '2026-01-31', '2024-02-29'];

test.each(firstDays)('LOC-1 each way of the form is known again: %s', (first) => {
  for (const way of repeatWays) {
    const closure = { startDay: first, endDay: '2027-01-01', repeats: ruleText(way, day(first)) };
    expect([way, wayOf(closure)]).toEqual([way, way]);
  }
});

test('LOC-1 a rule that the form does not offer is one of its own', () => {
  const closure = { startDay: '2026-12-11', endDay: '2026-12-12' };
  expect(wayOf({ ...closure, repeats: 'FREQ=WEEKLY;INTERVAL=3' })).toBe('other');
  expect(wayOf({ ...closure, repeats: 'FREQ=WEEKLY;COUNT=3' })).toBe('other');
});

test('LOC-1 the list shows the time that comes next, and none that is over', () => {
  const closure = { startDay: '2026-12-11', endDay: '2026-12-12' };
  const today = day('2026-12-14');
  expect(nextTime(closure, today)).toBeNull();
  expect(nextTime({ ...closure, repeats: 'FREQ=WEEKLY' }, today)?.startDay).toBe('2026-12-18');
});
