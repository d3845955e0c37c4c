import { expect, test } from 'vitest';
import type { Day } from '../../../../../domain/kernel/day.ts';
import { weekAround } from './week-days.ts';

test.each([
  ['en', '2026-12-01', '2026-11-30', '2026-12-06'],
  ['de', '2026-12-06', '2026-11-30', '2026-12-06'],
  ['ar', '2026-12-01', '2026-11-28', '2026-12-04'],
])('CAL-1 the week in %s around %s', (language, day, first, last) => {
  const week = weekAround(day as Day, language);
  expect([week[0], week[6], week.length]).toEqual([first, last, 7]);
});
