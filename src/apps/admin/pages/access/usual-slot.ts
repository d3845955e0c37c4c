import { addDays, type Day } from '../../../../domain/kernel/day.ts';
import { type Instant, instant, MINUTE } from '../../../../domain/kernel/instant.ts';
import { dayAt, minuteOfDayAt, startOfDay, wallTime, type Zone } from '../../../../domain/kernel/zone.ts';
import type { WeekHours } from '../../../../domain/locations/setting.ts';
import { openSpans } from '../../../../domain/resources/opening.ts';
import { type ClosureAnswered, closedDaysOf } from '../../data/closed-days.ts';

export interface Slot {
  readonly day: Day;
  /** Minutes after midnight at the location. */
  readonly minuteOfDay: number;
}

export interface Hours {
  readonly openingHours: WeekHours | null;
  readonly closures: readonly ClosureAnswered[];
}

const STEP = 30;
const DAYS_AHEAD = 14;

/**
 * The slot somebody at the desk means who names none: the next half hour that lies in the opening hours as a
 * whole, today or in the two weeks to come; where nothing is open, the next half hour.
 */
export function usualSlot(now: Instant, zone: Zone, hours: Hours, minutes: number): Slot {
  const today = dayAt(now, zone);
  const next = Math.min(1440 - STEP, Math.ceil((minuteOfDayAt(now, zone) + 1) / STEP) * STEP);
  const from = wallTime(today, next, zone);
  const within = { start: from, end: startOfDay(addDays(today, DAYS_AHEAD), zone) };
  for (const span of openSpans(factsOf(zone, hours), within)) {
    const start = span.start >= from ? span.start : from;
    if (start + minutes * MINUTE <= span.end) return slotAt(instant(start), zone);
  }
  return { day: today, minuteOfDay: next };
}

const slotAt = (at: Instant, zone: Zone): Slot => ({
  day: dayAt(at, zone),
  minuteOfDay: minuteOfDayAt(at, zone),
});

const factsOf = (zone: Zone, { openingHours, closures }: Hours) => ({
  zone,
  openingHours: [{ inForceFrom: instant(0), hours: openingHours }],
  resourceHours: null,
  closures: closedDaysOf(closures),
});
