import { expect, test } from 'vitest';
import { type Instant, instant, parseInstant } from '../kernel/instant.ts';
import type { Id } from '../kernel/id.ts';
import type { Zone } from '../kernel/zone.ts';
import { lengthObstacle, startObstacle, timeObstacle } from './limits.ts';
import type { BookingLimits } from './resource.ts';
import { scheduleOf } from './schedule.ts';

const at = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN);
const zone = 'Europe/Berlin' as Zone;
const limits: BookingLimits = {
  minutesMin: 30, minutesMax: 240, stepMinutes: 30, noticeMinutesMin: 60, horizonDays: 14,
  cancelFreeMinutes: 0, lateCancelPercent: 0,
};
const during = (from: string, until: string) =>
  ({ start: at(`2026-12-01T${from}+01:00`), end: at(`2026-12-01T${until}+01:00`) });

test.each([
  ['10:00:00', '10:30:00', undefined],
  ['10:00:00', '14:00:00', undefined],
  ['10:00:00', '10:15:00', 'tooShort'],
  ['10:00:00', '14:30:00', 'tooLong'],
  ['10:00:00', '10:45:00', 'offStep'],
  ['10:00:00', '11:00:30', 'offStep'],
])('BKA-1 layer 8: from %s until %s → %s', (from, until, code) => {
  expect(lengthObstacle(limits, during(from, until))?.code).toBe(code);
});

test.each([['08:30:00', true], ['09:00:00', true], ['09:15:00', false], ['09:00:30', false]])(
  'BKA-1 layer 8: bookings begin on a step counted from opening: %s → %s', (from, fits) => {
    const hours = [{ fromMinute: 510, untilMinute: 1080 }];
    const schedule = scheduleOf(
      {
        zone,
        openingHours: [],
        resourceHours: { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours },
        closures: [],
        occupancies: [],
        resource: { id: 'res_1' as Id<'res'>, units: 1, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
      },
      during('00:00:00', '23:00:00'),
    );
    expect(startObstacle(schedule, 30, during(from, '17:00:00').start) === null).toBe(fits);
  });

const now = at('2026-12-01T09:00:00+01:00');
const code = (start: string, horizonDays: number | null = 14) =>
  timeObstacle(limits, horizonDays, { at: now, start: at(start), zone });

test('BKA-1 layer 9: not in the past, and not without the notice asked for', () => {
  expect(code('2026-12-01T08:59:59+01:00')?.code).toBe('inThePast');
  expect(code('2026-12-01T09:59:00+01:00')).toMatchObject({
    code: 'tooSoon', noticeMinutesMin: 60, bookableUntil: at('2026-12-01T08:59:00+01:00'),
  });
  expect(code('2026-12-01T10:00:00+01:00')).toBeNull();
  expect(timeObstacle({ noticeMinutesMin: 0 }, null, { at: now, start: now, zone })).toBeNull();
});

test('BKA-1 layer 9: days ahead are days of the location, a day opens at its midnight', () => {
  expect(code('2026-12-15T23:30:00+01:00')).toBeNull();
  expect(code('2026-12-16T00:00:00+01:00')).toMatchObject({
    code: 'tooFarAhead', horizonDays: 14, lastDay: '2026-12-15', opensAt: at('2026-12-02T00:00:00+01:00'),
  });
  expect(code('2028-12-16T00:00:00+01:00', null)).toBeNull();
  expect(code('2026-12-01T23:30:00+01:00', 0)).toBeNull();
});
