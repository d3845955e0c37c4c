import { addDays, type Day, parseDay } from '../kernel/day.ts';
import { addMinutes, type Instant, instant } from '../kernel/instant.ts';
import { startOfDay, wallTime, type Zone } from '../kernel/zone.ts';

/** A time as another system writes it: on the wall of the location, to the minute. */
export interface LocalTime {
  readonly day: Day;
  readonly minuteOfDay: number;
}

const written = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?$/;

/** `2026-02-28`, `2026-02-28 10:00`, with seconds or a T. Null for days and times that do not exist. */
export function parseLocalTime(text: string): LocalTime | null {
  const match = written.exec(text.trim());
  const day = parseDay(match?.[1] ?? '');
  if (match === null || day === null) return null;
  const [hour, minute, second] = [Number(match[2] ?? 0), Number(match[3] ?? 0), Number(match[4] ?? 0)];
  return hour > 23 || minute > 59 || second > 59 ? null : { day, minuteOfDay: hour * 60 + minute };
}

/**
 * Local times as instants. A time that a clock change skips moves forward by the gap. Days are resolved
 * once.
 */
export function localTimes(): (time: LocalTime, zone: Zone) => Instant {
  const known = new Map<string, { start: Instant; even: boolean }>();
  return (time, zone) => {
    const key = time.day + zone;
    let day = known.get(key);
    if (day === undefined) {
      const start = startOfDay(time.day, zone);
      day = { start, even: startOfDay(addDays(time.day, 1), zone) - start === 86_400_000 };
      known.set(key, day);
    }
    return day.even
      ? addMinutes(day.start, time.minuteOfDay)
      : instant(wallTime(time.day, time.minuteOfDay, zone));
  };
}
