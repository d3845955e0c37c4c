import { expect, test } from 'vitest';
import { parseInstant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import { dayHere, hoursShown, openState } from './day.ts';

const berlin = 'Europe/Berlin' as Zone;
const at = (text: string) => parseInstant(text)!;
const weekdays = [{ fromMinute: 480, untilMinute: 1200 }];
const hours = { 1: weekdays, 2: weekdays, 3: weekdays, 4: weekdays, 5: weekdays, 6: [], 7: [] };

test('LOC-1 a place says until when it is open, or when it opens', () => {
  expect(openState(hours, [], at('2026-12-01T09:41:00+01:00'), berlin)).toEqual({
    is: 'open',
    untilMinute: 1200,
  });
  expect(openState(hours, [], at('2026-12-01T07:00:00+01:00'), berlin)).toEqual({
    is: 'opensLater',
    fromMinute: 480,
  });
  expect(openState(hours, [], at('2026-12-01T20:00:00+01:00'), berlin)).toEqual({ is: 'closed' });
  expect(openState(hours, [], at('2026-12-06T10:00:00+01:00'), berlin)).toEqual({ is: 'closed' });
  expect(openState(null, [], at('2026-12-06T10:00:00+01:00'), berlin)).toEqual({ is: 'always' });
  const closures = [{ startDay: '2026-12-01', endDay: '2026-12-02' }];
  expect(openState(hours, closures, at('2026-12-01T10:00:00+01:00'), berlin)).toEqual({ is: 'closed' });
  const yearly = [{ startDay: '2024-12-01', endDay: '2024-12-02', repeats: 'FREQ=YEARLY', exceptDays: [] }];
  expect(openState(hours, yearly, at('2026-12-01T10:00:00+01:00'), berlin)).toEqual({ is: 'closed' });
});

test('a day at a place begins at its own midnight, also when the clocks change', () => {
  const day = dayHere(at('2026-10-25T12:00:00+01:00'), berlin);
  expect(day.day).toBe('2026-10-25');
  expect(day.end - day.start).toBe(25 * 3_600_000);
});

test('the hours drawn hold what is open and what is booked', () => {
  const day = dayHere(at('2026-12-01T09:00:00+01:00'), berlin).day;
  expect(hoursShown(hours, day, [])).toEqual({ fromHour: 8, untilHour: 20 });
  expect(hoursShown(null, day, [{ fromMinute: 400, untilMinute: 430 }])).toEqual({
    fromHour: 6,
    untilHour: 18,
  });
});
