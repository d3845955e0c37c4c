import { addDays } from '../kernel/day.ts';
import { type Instant, MINUTE } from '../kernel/instant.ts';
import { dayAt, wallTime, type Zone } from '../kernel/zone.ts';
import type { Id } from '../kernel/id.ts';

export const checkInSources = ['desk', 'kiosk', 'portal', 'phone', 'door', 'wifi'] as const;
export type CheckInSource = (typeof checkInSources)[number];

/** Why a stay ended (CHK-3). `again`: the same customer came in anew without having gone out. */
export const stayEnds = [
  'checkOut', 'cutOff', 'elsewhere', 'again', 'silence', 'doorOut', 'admin', 'passRanOut',
] as const;
export type StayEnd = (typeof stayEnds)[number];

/** What lets a customer be in: a pass, a plan without passes (CHK-4), a booking (CHK-5). */
export type StayCover =
  | { readonly kind: 'pass'; readonly grantId: Id<'bft'> }
  | { readonly kind: 'plan'; readonly contractId: Id<'con'> }
  | { readonly kind: 'booking'; readonly bookingId: Id<'bok'> };

export interface OpenStay {
  readonly id: Id<'chk'>;
  readonly locationId: Id<'loc'>;
  readonly startedAt: Instant;
}

export interface Arrival {
  readonly locationId: Id<'loc'>;
  readonly at: Instant;
}

export type Beside = 'none' | 'same' | 'again' | 'elsewhere' | 'earlier';

/**
 * CHK-2, for somebody who comes in while a stay of theirs is open: within a minute at the same place it is
 * the same check-in, whatever reports it; else the first ends now. `earlier`: the open stay began later.
 */
export function beside(open: OpenStay | null, at: Arrival): Beside {
  if (open === null) return 'none';
  const sameMinute = Math.abs(at.at - open.startedAt) <= MINUTE;
  if (open.locationId === at.locationId && sameMinute) return 'same';
  if (at.at < open.startedAt) return 'earlier';
  return open.locationId === at.locationId ? 'again' : 'elsewhere';
}

/** The next daily cut-off: until then a day pass is good and a stay can last (PAS-1, CHK-3). */
export const cutOffAfter = (at: Instant, zone: Zone, cutOffMinutes: number): Instant =>
  wallTime(addDays(dayAt(at, zone, cutOffMinutes), 1), cutOffMinutes, zone);
