import type { Suspension } from '../customers/customer.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Cover } from './cover.ts';
import {
  isEntitledAt,
  isFrozenAt,
  type MembersAre,
  standingAt,
  stretchAt,
  type Standing,
} from './standing.ts';

/** What a customer's state is made of: periods only, so that any instant can be asked about. */
export interface StatusFacts {
  readonly covers: readonly Cover[];
  readonly suspensions: readonly Suspension[];
  readonly archivings: readonly Interval[];
  /** When signing in is allowed. */
  readonly mayEnter: readonly Interval[];
  /** What the location says about members and suspended customers, in order without gaps. */
  readonly places: readonly StatusPlace[];
}

export interface StatusPlace {
  readonly start: Instant;
  readonly membersAre: MembersAre;
  readonly whileSuspended: { readonly useBenefits: boolean };
}

/** Five facts that are independent of each other (CUS-6), and what is entitled to. */
export interface Status {
  readonly standing: Standing;
  readonly suspended: boolean;
  readonly frozen: boolean;
  readonly archived: boolean;
  readonly portalAccess: boolean;
  /** Plans whose benefits apply, in order (MEM-4). */
  readonly entitlements: readonly string[];
}

export function statusAt(facts: StatusFacts, at: Instant): Status {
  const place = placeOf(facts.places, at);
  const suspended = facts.suspensions.some(({ during }) => holdsAt(during, at));
  const benefitsBlocked = suspended && !place.whileSuspended.useBenefits;
  return {
    standing: standingAt(facts.covers, at, place.membersAre),
    suspended,
    frozen: isFrozenAt(facts.covers, at),
    archived: facts.archivings.some((period) => holdsAt(period, at)),
    portalAccess: facts.mayEnter.some((period) => holdsAt(period, at)),
    entitlements: isEntitledAt(facts.covers, at, { benefitsBlocked }) ? entitledPlans(facts.covers, at) : [],
  };
}

function entitledPlans(covers: readonly Cover[], at: Instant): string[] {
  const plans = new Set<string>();
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch !== null && stretch.freeze === null && stretch.validHere) plans.add(stretch.planId);
  }
  return [...plans].sort();
}

export function placeOf(places: readonly StatusPlace[], at: Instant): StatusPlace {
  const place = places.findLast(({ start }) => start <= at) ?? places[0];
  if (place === undefined) throw new RangeError('a place needs at least one stretch');
  return place;
}

export const holdsAt = ({ start, end }: Interval, at: Instant): boolean =>
  start <= at && (end === null || at < end);
