import type { Audience } from '../customers/audience.ts';
import { dayAt, minuteOfDayAt, type Zone } from '../kernel/zone.ts';
import { weekdayOf } from '../kernel/day.ts';
import type { DayHours } from '../locations/setting.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Money } from '../kernel/money.ts';

/** `day`: one day at the location, in and out at will. `time`: minutes, over any number of days (PAS-1). */
export type PassKind = 'day' | 'time';

export const usePriorities = ['high', 'normal', 'low'] as const;
export type UsePriority = (typeof usePriorities)[number];

/** The right to check in. It has no price (PAS-2): plans and products carry it, or an admin gives it. */
export interface Pass {
  readonly id: Id<'pas'>;
  /** Where it was made; one made at the network can be valid everywhere (PAS-3). */
  readonly locationId: Id<'loc'>;
  readonly name: string;
  readonly kind: PassKind;
  /** The minutes of one time pass; null for a day pass. */
  readonly minutes: number | null;
  readonly locationIds: readonly Id<'loc'>[] | 'everywhere';
  /** What it is worth, which orders its use (PAS-6); none counts as zero. */
  readonly value: Money | null;
  readonly usePriority: UsePriority;
  /** Hours in which it may be used, by ISO weekday; a missing weekday: not at all. Null: always. */
  readonly hours: PassHours | null;
  readonly audience: Audience;
}

export type PassHours = Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly DayHours[]>>>;

export const isLinkedTo = (pass: Pass, locationId: Id<'loc'>): boolean =>
  pass.locationIds === 'everywhere' || pass.locationIds.includes(locationId);

/** Whether a clock on the wall shows one of the pass's hours; hours beyond midnight count on from 1440. */
export function hoursAllow(hours: PassHours | null, at: Instant, zone: Zone): boolean {
  if (hours === null) return true;
  const today = weekdayOf(dayAt(at, zone));
  const minute = minuteOfDayAt(at, zone);
  const yesterday = today === 1 ? 7 : today - 1;
  return within(hours, today, minute) || within(hours, yesterday, minute + 1440);
}

const within = (hours: PassHours, weekday: number, minute: number): boolean =>
  (hours[weekday as keyof PassHours] ?? [])
    .some(({ fromMinute, untilMinute }) => fromMinute <= minute && minute < untilMinute);

/** Passes or minutes: what the ledger of a grant of this pass counts. */
export const unitsOf = (pass: Pick<Pass, 'kind' | 'minutes'>, quantity: number): number =>
  pass.kind === 'day' ? quantity : quantity * (pass.minutes ?? 0);
