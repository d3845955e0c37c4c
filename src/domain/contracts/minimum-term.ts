import { addDays, type Day, daysBetween, earlierDay } from '../kernel/day.ts';
import type { Contract, Freeze } from './contract.ts';

/**
 * The first day after the minimum term, or null where there is none. A freeze that begins inside the term and
 * extends it moves its end by the freeze's days (CON-6); one without a known end counts up to `today`.
 */
export function minimumTermEnd(contract: Contract, today: Day): Day | null {
  if (contract.minimumTermDay === null) return null;
  let end = contract.minimumTermDay;
  for (const freeze of [...contract.freezes].sort(byStart)) {
    if (freeze.extendsMinimumTerm && freeze.fromDay < end) end = addDays(end, frozenDays(freeze, today));
  }
  return end;
}

/** Whole days of a freeze; without a known end, up to `today`. Made and resumed on one day: none. */
export function frozenDays(freeze: Freeze, today: Day): number {
  const untilDay = freeze.untilDay ?? (today > freeze.fromDay ? today : freeze.fromDay);
  return Math.max(0, daysBetween(freeze.fromDay, untilDay));
}

/** Whether a freeze ever was or will be: one taken back before its day is kept as a record of no days. */
export const isTakenBack = (freeze: Freeze): boolean => freeze.during.end === freeze.during.start;

const byStart = (a: Freeze, b: Freeze): number =>
  a.fromDay === b.fromDay ? 0 : earlierDay(a.fromDay, b.fromDay) === a.fromDay ? -1 : 1;
