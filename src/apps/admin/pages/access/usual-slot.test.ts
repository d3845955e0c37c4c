import { describe, expect, test } from 'vitest';
import { parseInstant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import type { WeekHours } from '../../../../domain/locations/setting.ts';
import { usualSlot } from './usual-slot.ts';

const berlin = 'Europe/Berlin' as Zone;
const day = [{ fromMinute: 480, untilMinute: 1200 }];
const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] } as WeekHours;
const open = { openingHours: week, closures: [] };
const at = (text: string) => parseInstant(`${text}+01:00`)!;

describe('WHY-1 who names no time means the next one that is open', () => {
  test.each([
    ['in the day, the next half hour', '2026-12-01T09:41:00', '2026-12-01', 600],
    ['before opening, the opening', '2026-12-01T06:10:00', '2026-12-01', 480],
    ['an hour before closing, still today', '2026-12-01T18:59:00', '2026-12-01', 1140],
    ['too late for an hour, the next morning', '2026-12-01T19:10:00', '2026-12-02', 480],
    ['on Friday night, Monday', '2026-12-04T22:00:00', '2026-12-07', 480],
  ])('%s', (_, now, wantedDay, minuteOfDay) => {
    expect(usualSlot(at(now), berlin, open, 60)).toEqual({ day: wantedDay, minuteOfDay });
  });

  test('a closure is passed over', () => {
    const closures = [{ startDay: '2026-12-01', endDay: '2026-12-03' }];
    expect(usualSlot(at('2026-12-01T09:41:00'), berlin, { openingHours: week, closures }, 60)).toEqual({
      day: '2026-12-03',
      minuteOfDay: 480,
    });
  });

  test('never closed, or never open: the next half hour', () => {
    const never = { 1: [], 2: [], 3: [], 4: [], 5: [], 6: [], 7: [] } as WeekHours;
    for (const openingHours of [null, never])
      expect(usualSlot(at('2026-12-01T05:41:00'), berlin, { openingHours, closures: [] }, 60)).toEqual({
        day: '2026-12-01',
        minuteOfDay: 360,
      });
  });
});
