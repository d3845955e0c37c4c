import { addDays, type Day, weekdayOf } from '../../../../domain/kernel/day.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import { dayAt, minuteOfDayAt, wallTime, type Zone } from '../../../../domain/kernel/zone.ts';
import { closedOn } from '../../../../domain/locations/closure.ts';
import type { WeekHours } from '../../../../domain/locations/setting.ts';
import { type ClosureAnswered, closedDaysOf } from '../../data/closed-days.ts';

/** A day at a place, as its home page looks at it. */
export interface DayHere {
  readonly day: Day;
  readonly zone: Zone;
  readonly start: Instant;
  readonly end: Instant;
}

export const dayHere = (at: Instant, zone: Zone): DayHere => {
  const day = dayAt(at, zone);
  return { day, zone, start: wallTime(day, 0, zone), end: wallTime(addDays(day, 1), 0, zone) };
};

/** Minutes after midnight; the same for closing at the end of the day. */
export type OpenState =
  | { readonly is: 'always' }
  | { readonly is: 'open'; readonly untilMinute: number }
  | { readonly is: 'opensLater'; readonly fromMinute: number }
  | { readonly is: 'closed' };

/** Whether a place is open now, and until when; closures by date close the whole day. */
export function openState(
  hours: WeekHours | null,
  closures: readonly ClosureAnswered[],
  at: Instant,
  zone: Zone,
): OpenState {
  const [day, minute] = [dayAt(at, zone), minuteOfDayAt(at, zone)];
  if (closedOn(closedDaysOf(closures), day) !== null) return { is: 'closed' };
  if (hours === null) return { is: 'always' };
  const today = [...(hours[weekdayOf(day) as keyof WeekHours] ?? [])].sort(
    (a, b) => a.fromMinute - b.fromMinute,
  );
  const current = today.find((period) => period.fromMinute <= minute && minute < period.untilMinute);
  if (current !== undefined) return { is: 'open', untilMinute: current.untilMinute };
  const next = today.find((period) => period.fromMinute > minute);
  return next === undefined ? { is: 'closed' } : { is: 'opensLater', fromMinute: next.fromMinute };
}

/**
 * The hours worth drawing: what is open, widened by what is booked, whole hours, 8 to 18 where nothing is
 * said.
 */
export function hoursShown(
  hours: WeekHours | null,
  day: Day,
  booked: readonly { fromMinute: number; untilMinute: number }[],
): { readonly fromHour: number; readonly untilHour: number } {
  const open = hours === null ? [] : (hours[weekdayOf(day) as keyof WeekHours] ?? []);
  const all = [...(open.length > 0 ? open : [{ fromMinute: 480, untilMinute: 1080 }]), ...booked];
  return {
    fromHour: Math.floor(Math.min(...all.map((period) => period.fromMinute)) / 60),
    untilHour: Math.min(24, Math.ceil(Math.max(...all.map((period) => period.untilMinute)) / 60)),
  };
}
