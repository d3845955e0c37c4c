import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, weekdayOf } from './day.ts';
import { type Instant, instant } from './instant.ts';
import { dayAt, startOfDay, type Zone } from './zone.ts';

/**
 * The midnights of a location in a row: day n begins at starts[n]. Resolved once, so that no decision asks a
 * zone.
 */
export interface Calendar {
  readonly firstDay: Day;
  /** 1 is Monday. */
  readonly firstWeekday: number;
  readonly starts: readonly Instant[];
}

const DAY = 86_400_000;

/** Days from the one that holds `from`, that many. Only days around a clock change are asked of the zone. */
export function calendarFrom(from: Instant, days: number, zone: Zone): Calendar {
  const firstDay = dayAt(from, zone);
  const starts = [startOfDay(firstDay, zone)];
  let day = firstDay;
  let change = nextClockChange(starts[0]!, zone);
  for (let n = 1; n <= days; n += 1) {
    const last = starts[n - 1]!;
    day = addDays(day, 1);
    if (change === null || change > last + 2 * DAY) starts.push(instant(last + DAY));
    else {
      starts.push(startOfDay(day, zone));
      if (change <= starts[n]!) change = nextClockChange(starts[n]!, zone);
    }
  }
  return { firstDay, firstWeekday: weekdayOf(firstDay), starts };
}

/** Which day of the calendar holds the instant; below 0 or past the end where it lies outside. */
export function dayIndexAt({ starts }: Calendar, at: Instant): number {
  const first = starts[0]!;
  let index = Math.floor((at - first) / DAY);
  if (index < 0) return index;
  if (index >= starts.length) index = starts.length - 1;
  while (index > 0 && starts[index]! > at) index -= 1;
  while (index + 1 < starts.length && starts[index + 1]! <= at) index += 1;
  return index;
}

function nextClockChange(after: Instant, zone: Zone): number | null {
  const zoned = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone);
  return zoned.getTimeZoneTransition('next')?.epochMilliseconds ?? null;
}
