import type { Suspension } from '../customers/customer.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Cover, CoverStretch } from '../membership/cover.ts';
import { counts, type MembersAre, stretchAt } from '../membership/standing.ts';
import type { AskFacts, CustomerFacts, PlaceStretch, PlanOffered, PlanSides } from './facts.ts';
import type { ReasonFacts } from './reason.ts';

/**
 * Plain walks over short lists: a customer has a handful of contracts, a location a handful of settings in
 * time.
 */

export function placeAt(places: readonly PlaceStretch[], at: Instant): PlaceStretch {
  for (let index = places.length - 1; index > 0; index -= 1) {
    const place = places[index]!;
    if (place.start <= at) return place;
  }
  const [first] = places;
  if (first === undefined) throw new RangeError('a place needs at least one stretch');
  return first;
}

/** What holds in any part of a period, in order; an empty period is an instant. */
export function placesOver(
  places: readonly PlaceStretch[], start: Instant, end: Instant,
): readonly PlaceStretch[] {
  if (places.length === 1) return places;
  const first = placeAt(places, start);
  return places.filter((place) => place === first || (place.start > start && place.start < end));
}

export function intervalAt<I extends Interval>(intervals: readonly I[], at: Instant): I | null {
  for (const interval of intervals) {
    if (interval.start <= at && (interval.end === null || at < interval.end)) return interval;
  }
  return null;
}

/** As the plan is offered under the version in force. */
export function planSidesAt(plan: PlanOffered, at: Instant): PlanSides {
  const { versions = [] } = plan;
  return versions.findLast(({ inForceFrom }) => inForceFrom <= at) ?? versions[0] ?? plan;
}

/** The one that has been open longest; a customer is suspended while any is (SUS-1). */
export function suspensionAt(suspensions: readonly Suspension[], at: Instant): Suspension | null {
  for (const suspension of suspensions) {
    const { start, end } = suspension.during;
    if (start <= at && (end === null || at < end)) return suspension;
  }
  return null;
}

/**
 * Until when the customer stays suspended: past the end of every suspension that takes over; null: not known.
 */
export function suspendedUntil(suspensions: readonly Suspension[], at: Instant): Instant | null {
  let until: Instant | null = at;
  for (let open = suspensionAt(suspensions, at); open !== null; open = suspensionAt(suspensions, until)) {
    until = open.during.end;
    if (until === null) return null;
  }
  return until;
}

/**
 * The stretch that makes somebody a member here at an instant: one that is not frozen, where there is one.
 */
export function memberStretch(covers: readonly Cover[], at: Instant, membersAre: MembersAre): Found | null {
  let found: Found | null = null;
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch === null || !counts(stretch, membersAre)) continue;
    if (stretch.freeze === null) return { cover, stretch };
    found ??= { cover, stretch };
  }
  return found;
}

export interface Found {
  readonly cover: Cover;
  readonly stretch: CoverStretch;
}

/** When a contract that counts here begins next. */
export function nextMemberStretch(
  covers: readonly Cover[],
  after: Instant,
  membersAre: MembersAre,
): Found | null {
  let found: Found | null = null;
  for (const cover of covers) {
    for (const stretch of cover.stretches) {
      if (stretch.start <= after || !counts(stretch, membersAre)) continue;
      if (found === null || stretch.start < found.stretch.start) found = { cover, stretch };
    }
  }
  return found;
}

/** Of the frozen contracts at an instant, the one that thaws first: what a frozen customer is told about. */
export interface Thaw {
  readonly fact: Omit<ReasonFacts['frozenPass'], never>;
  readonly until: Instant | null;
  readonly contractId: string;
  readonly freezeId: string;
}

export function thaw(covers: readonly Cover[], at: Instant): Thaw {
  let first: { cover: Cover; stretch: CoverStretch } | null = null;
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch === null || stretch.freeze === null) continue;
    if (first === null || sooner(thawsAt(cover, stretch), thawsAt(first.cover, first.stretch)))
      first = { cover, stretch };
  }
  if (first === null) throw new RangeError('no contract is frozen then');
  return thawOf(first.cover, first.stretch);
}

export function thawOf(cover: Cover, stretch: CoverStretch): Thaw {
  const freeze = stretch.freeze!;
  const until = thawsAt(cover, stretch);
  const fact = {
    contractId: cover.contractId, freezeId: freeze.id, planName: stretch.planName,
    fromAt: freeze.start, untilAt: until,
  };
  return { fact, until, contractId: cover.contractId, freezeId: freeze.id };
}

/** Null: nobody knows when, or the contract is over by then and gives nothing any more. */
export function thawsAt({ end }: Cover, { freeze }: CoverStretch): Instant | null {
  const thawed = freeze?.end ?? null;
  return thawed !== null && (end === null || thawed < end) ? thawed : null;
}

/** Null: nobody knows when, which is later than any day that is known. */
export const sooner = (a: Instant | null, b: Instant | null): boolean => a !== null && (b === null || a < b);

export function coverEdges(customer: CustomerFacts | null, into: Instant[]): void {
  if (customer === null) return;
  for (const { stretches } of customer.covers) {
    for (const { start, end } of stretches) {
      into.push(start);
      if (end !== null) into.push(end);
    }
  }
}

export function intervalEdges(intervals: readonly Interval[], into: Instant[]): void {
  for (const { start, end } of intervals) {
    into.push(start);
    if (end !== null) into.push(end);
  }
}

export function placeEdges({ places }: AskFacts, into: Instant[]): void {
  for (let index = 1; index < places.length; index += 1) into.push(places[index]!.start);
}
