import { calendarFrom } from '../../domain/kernel/calendar.ts';
import { HORIZON } from '../../domain/access/decide.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { dayAt, type Zone } from '../../domain/kernel/zone.ts';

/** Pieces that whoever loads a booking's facts puts together with those of the customer and the place. */

const DAY = 86_400_000;

/** A span that holds every day of {@link bookingCalendar}, whatever the zone. */
export const calendarSpan = (at: Instant, during: Span): Span => ({
  start: instant(Math.min(at, during.start) - 10 * DAY),
  end: instant(Math.max(at + HORIZON, during.end) + 12 * DAY),
});

/** Midnights from a week before the earlier of asking and booking (for limits by week) to past the later. */
export function bookingCalendar(at: Instant, during: Span, zone: Zone): BookingFacts['calendar'] {
  const first = instant(Math.min(at, during.start) - 8 * DAY);
  const last = Math.max(at + HORIZON, during.end) + 8 * DAY;
  const days = Math.ceil((last - first) / DAY) + 2;
  const key = `${zone} ${dayAt(first, zone)} ${days}`;
  const known = calendars.get(key) ?? calendarFrom(first, days, zone);
  if (calendars.size > 200) calendars.clear();
  calendars.set(key, known);
  return known;
}

/** Midnights never change, and working out a year of them costs more than the rest of a decision. */
const calendars = new Map<string, BookingFacts['calendar']>();

/** The period for which a schedule must be worked out so that `allowedFrom` can be found. */
export const startsWithin = (at: Instant, during: Span): Span => ({
  start: instant(Math.min(at, during.start)),
  end: instant(Math.max(at + HORIZON + (during.end - during.start), during.end)),
});
