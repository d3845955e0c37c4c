import { Temporal } from 'temporal-polyfill';
import { addDays, type Day } from './day.ts';
import { type Instant, instant, MINUTE } from './instant.ts';
import { farFromClockChange } from './zone-offset.ts';

/** An IANA time zone, `Europe/Berlin`. */
export type Zone = string & { readonly brand: 'Zone' };

/** Null when this machine knows no such zone. An offset such as +02:00 is none: it knows no summer. */
export function parseZone(text: string): Zone | null {
  if (!/^[A-Za-z]/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
      ? (text as Zone)
      : null;
  } catch {
    return null;
  }
}

/**
 * The first instant of the day in the zone; where midnight is skipped by a clock change, the first that
 * exists.
 */
export function startOfDay(of: Day, zone: Zone): Instant {
  const plain = farFromClockChange(Date.parse(`${of}T00:00:00Z`), zone);
  if (plain !== null) return instant(plain);
  const days = startsOf(zone);
  const known = days.get(of);
  if (known !== undefined) return known;
  const start = instant(Temporal.PlainDate.from(of).toZonedDateTime(zone).epochMilliseconds);
  if (days.size >= daysMost) days.clear();
  days.set(of, start);
  return start;
}

/** Days around clock changes: each is worked out once, as long as there are not too many. */
const starts = new Map<Zone, Map<Day, Instant>>();
const daysMost = 4000;

function startsOf(zone: Zone): Map<Day, Instant> {
  const days = starts.get(zone) ?? new Map<Day, Instant>();
  starts.set(zone, days);
  return days;
}

/**
 * The instant at which a clock on the wall shows this minute of the day (0 to 1440, 1440 is the next
 * midnight).
 * A time that a clock change skips is moved forward by the gap; of a repeated one the first is meant (BKG-6).
 */
export function wallTime(of: Day, minuteOfDay: number, zone: Zone): Instant {
  const plain = farFromClockChange(Date.parse(`${of}T00:00:00Z`) + minuteOfDay * MINUTE, zone);
  if (plain !== null) return instant(plain);
  const date = Temporal.PlainDate.from(of).add({ days: Math.floor(minuteOfDay / 1440) });
  const minutes = minuteOfDay % 1440;
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(minutes / 60), minute: minutes % 60 });
  return instant(date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
}

/**
 * The day at this instant; before the cut-off (minutes after midnight, 0 to 720) it is still the day
 * before.
 */
export function dayAt(at: Instant, zone: Zone, cutOffMinutes = 0): Day {
  if (cutOffMinutes === 0 && at >= counted.start && at < counted.end) return dayBeside(at, zone);
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const before = zoned.hour * 60 + zoned.minute < cutOffMinutes;
  return zoned.toPlainDate().subtract({ days: before ? 1 : 0 }).toString() as Day;
}

/** Years whose days are written with four digits and are counted in. */
const counted = { start: Date.UTC(1900, 0, 2), end: Date.UTC(2199, 11, 30) };

/** The day in UTC, or the one beside it: no zone is more than a day away. */
function dayBeside(at: Instant, zone: Zone): Day {
  const day = new Date(at).toISOString().slice(0, 10) as Day;
  if (at < startOfDay(day, zone)) return addDays(day, -1);
  const next = addDays(day, 1);
  return at < startOfDay(next, zone) ? day : next;
}

/** What a clock on the wall shows, as minutes after midnight: 0 to 1439. */
export function minuteOfDayAt(at: Instant, zone: Zone): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return zoned.hour * 60 + zoned.minute;
}
