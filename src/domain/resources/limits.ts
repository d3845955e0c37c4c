import { addDays, type Day } from '../kernel/day.ts';
import { addMinutes, type Instant, minutesBetween, MINUTE } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { dayAt, startOfDay, type Zone } from '../kernel/zone.ts';
import type { BookingLimits } from './resource.ts';
import type { Schedule } from './schedule.ts';

/** What a resource's own limits say against a length (layer 8 of BKA-1). */
export type LengthObstacle =
  | { readonly code: 'tooShort'; readonly minutesMin: number; readonly minutes: number }
  | { readonly code: 'tooLong'; readonly minutesMax: number; readonly minutes: number }
  | { readonly code: 'offStep'; readonly stepMinutes: number; readonly minutes: number };

/** What they say against a start, seen from the instant of asking (layer 9). */
export type TimeObstacle =
  | { readonly code: 'inThePast'; readonly startAt: Instant }
  | { readonly code: 'tooSoon'; readonly noticeMinutesMin: number; readonly bookableUntil: Instant }
  | {
      readonly code: 'tooFarAhead';
      readonly horizonDays: number;
      readonly opensAt: Instant;
      readonly lastDay: Day;
    };

export function lengthObstacle(limits: BookingLimits, during: Span): LengthObstacle | null {
  const minutes = minutesBetween(during.start, during.end);
  const { minutesMin, minutesMax, stepMinutes } = limits;
  if (minutes < minutesMin) return { code: 'tooShort', minutesMin, minutes };
  if (minutesMax !== null && minutes > minutesMax) return { code: 'tooLong', minutesMax, minutes };
  const whole = (during.end - during.start) % (stepMinutes * MINUTE) === 0;
  return whole ? null : { code: 'offStep', stepMinutes, minutes };
}

/**
 * Bookings begin in steps, counted from the time the resource opens, or from midnight where it opened
 * before.
 */
export function startObstacle(
  schedule: Schedule,
  stepMinutes: number,
  start: Instant,
): LengthObstacle | null {
  const day = schedule.days.find(({ during }) => during.start <= start && start < during.end);
  const open = day?.open.find((span) => span.start <= start && start < span.end);
  if (open === undefined) return null;
  const whole = (start - open.start) % (stepMinutes * MINUTE) === 0;
  return whole ? null : { code: 'offStep', stepMinutes, minutes: 0 };
}

/** `horizonDays`: the resource's, or what a plan opens instead; null: any day. */
export function timeObstacle(
  limits: Pick<BookingLimits, 'noticeMinutesMin'>, horizonDays: number | null,
  when: { readonly at: Instant; readonly start: Instant; readonly zone: Zone },
): TimeObstacle | null {
  const { at, start, zone } = when;
  if (start < at) return { code: 'inThePast', startAt: start };
  const bookableUntil = addMinutes(start, -limits.noticeMinutesMin);
  if (at > bookableUntil)
    return { code: 'tooSoon', noticeMinutesMin: limits.noticeMinutesMin, bookableUntil };
  if (horizonDays === null) return null;
  const lastDay = addDays(dayAt(at, zone), horizonDays);
  const startDay = dayAt(start, zone);
  if (startDay <= lastDay) return null;
  return {
    code: 'tooFarAhead',
    horizonDays,
    lastDay,
    opensAt: startOfDay(addDays(startDay, -horizonDays), zone),
  };
}
