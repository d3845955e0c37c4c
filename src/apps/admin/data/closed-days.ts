import type { Day } from '../../../domain/kernel/day.ts';
import { parseRecurrence } from '../../../domain/kernel/recurrence-text.ts';
import type { ClosedDays } from '../../../domain/locations/closure.ts';

/** A closure as the API answers it; what does not say whether it comes again does not. */
export interface ClosureAnswered {
  readonly startDay: string;
  readonly endDay: string;
  readonly reason?: string;
  readonly repeats?: string | null;
  readonly exceptDays?: readonly string[];
}

/** Closures as the domain reads them, rules and all, so that a page asks what the server asks. */
export const closedDaysOf = (closures: readonly ClosureAnswered[]): ClosedDays[] =>
  closures.map(({ startDay, endDay, reason = '', repeats = null, exceptDays = [] }) => {
    const rule = repeats === null ? null : parseRecurrence(repeats, startDay as Day);
    return {
      reason, startDay: startDay as Day, endDay: endDay as Day,
      repeats: rule && { ...rule, exceptDays: exceptDays as readonly Day[] },
    };
  });
