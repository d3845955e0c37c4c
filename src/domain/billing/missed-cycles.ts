import type { BilledSuspension, MissedCycles } from './facts.ts';
import { type Day, laterDay, periodHasDay } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { holds, type Interval } from '../kernel/interval.ts';
import { dayAt, type Zone } from '../kernel/zone.ts';

/** Whether a cycle is billed, from which of its days on, and not before which day. */
export type Verdict =
  | {
      readonly billed: true;
      readonly fromDay: Day;
      readonly notBefore: Day | null;
      readonly since: Instant | null;
    }
  | { readonly billed: false; readonly because: 'suspended' | 'missed' | 'archived' };

/**
 * A time in which the customer was suspended, by one suspension or several that meet; the last lifted one
 * asked.
 */
export interface SuspendedTime {
  readonly during: Interval;
  readonly missedCycles: MissedCycles | null;
}

/** SUS-5: a cycle is missed when its billing instant lies inside the suspension. */
export function verdictOn(
  cycle: { readonly startDay: Day; readonly endDay: Day; readonly billingAt: Instant },
  times: {
    readonly suspended: readonly SuspendedTime[];
    readonly archivings: readonly Interval[];
    readonly zone: Zone;
  },
): Verdict {
  const time = times.suspended.find(({ during }) => holds(during, cycle.billingAt));
  if (times.archivings.some((during) => holds(during, cycle.billingAt)))
    return { billed: false, because: 'archived' };
  if (time === undefined) return { billed: true, fromDay: cycle.startDay, notBefore: null, since: null };
  if (time.during.end === null) return { billed: false, because: 'suspended' };
  const liftDay = dayAt(time.during.end, times.zone);
  const since = time.during.start;
  if (time.missedCycles === 'charge')
    return { billed: true, fromDay: cycle.startDay, notBefore: liftDay, since };
  if (time.missedCycles === 'prorate' && periodHasDay(cycle, liftDay)) {
    return { billed: true, fromDay: laterDay(cycle.startDay, liftDay), notBefore: liftDay, since };
  }
  return { billed: false, because: 'missed' };
}

/** Suspensions that overlap or meet, as one time each; of several the last one lifted asks (SUS-5). */
export function suspendedTimes(suspensions: readonly BilledSuspension[]): readonly SuspendedTime[] {
  const times: SuspendedTime[] = [];
  for (const { during, missedCycles } of [...suspensions].sort((a, b) => a.during.start - b.during.start)) {
    const before = times.at(-1);
    const meets = before !== undefined && (before.during.end === null || during.start <= before.during.end);
    if (!meets) times.push({ during, missedCycles });
    else times[times.length - 1] = merged(before, { during, missedCycles });
  }
  return times;
}

function merged(a: SuspendedTime, b: SuspendedTime): SuspendedTime {
  const start = a.during.start;
  if (a.during.end === null || b.during.end === null)
    return { during: { start, end: null }, missedCycles: null };
  const last = b.during.end >= a.during.end ? b : a;
  return {
    during: { start, end: last.during.end },
    missedCycles: last.missedCycles ?? a.missedCycles ?? b.missedCycles,
  };
}
