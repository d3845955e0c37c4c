import { addDays, type Day, daysBetween } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { type Recurrence, recurrences } from '../kernel/recurrence.ts';

/**
 * Whole days on which a location is closed, from `startDay` up to, and without, `endDay` (LOC-1): once, or
 * again and again by a rule, as many days each time.
 */
export interface Closure extends ClosedDays {
  readonly id: Id<'clo'>;
  readonly locationId: Id<'loc'>;
}

/** What closes, without whose it is. */
export interface ClosedDays {
  readonly reason: string;
  readonly startDay: Day;
  readonly endDay: Day;
  /** Null: once. */
  readonly repeats?: Recurrence | null;
  /** Where it is known whose it is, so that a refusal can name what takes it back. */
  readonly id?: Id<'clo'>;
  readonly locationId?: Id<'loc'>;
}

/** One time that a closure closes. */
export type ClosedTime = Omit<ClosedDays, 'repeats'>;

/** Each time that touches the days from `from` on and before `until`; of repeating ones only those. */
export function timesClosed(closures: readonly ClosedDays[], from: Day, until: Day): ClosedTime[] {
  return closures.flatMap(({ repeats = null, ...closed }): ClosedTime[] => {
    const { startDay, endDay } = closed;
    if (repeats === null) return startDay < until && from < endDay ? [closed] : [];
    const days = daysBetween(startDay, endDay);
    const starts = recurrences(repeats, startDay, addDays(from, 1 - days), until);
    return [...starts].map((start) => ({ ...closed, startDay: start, endDay: addDays(start, days) }));
  });
}

/** What closes this day; null where nothing does. */
export const closedOn = (closures: readonly ClosedDays[], on: Day): ClosedTime | null =>
  timesClosed(closures, on, addDays(on, 1))[0] ?? null;
