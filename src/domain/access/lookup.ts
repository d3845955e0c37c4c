import type { Suspension } from '../customers/customer.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Interval } from '../kernel/interval.ts';
import type { Cover, CoverStretch } from '../membership/cover.ts';
import { counts, type MembersAre, stretchAt } from '../membership/standing.ts';
import type { AskFacts, CustomerFacts, PlaceStretch } from './facts.ts';

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

export function intervalAt<I extends Interval>(intervals: readonly I[], at: Instant): I | null {
  for (const interval of intervals) {
    if (interval.start <= at && (interval.end === null || at < interval.end)) return interval;
  }
  return null;
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
