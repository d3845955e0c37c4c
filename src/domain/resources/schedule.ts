import type { Id } from '../kernel/id.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import { encloses, overlaps, type Span } from '../kernel/interval.ts';
import type { ClosedTime } from '../locations/closure.ts';
import { joined, type OpenDay, openDays, type OpeningFacts } from './opening.ts';
import { blockedBy, type Resource } from './resource.ts';

/** Everything that decides whether a resource is free: shown and confirmed from the same record (BKA-2). */
export interface ScheduleFacts extends OpeningFacts {
  readonly resource: Pick<Resource, 'id' | 'units' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>;
  /** Of this resource and of those linked to it, holds and requests among them. */
  readonly occupancies: readonly Occupancy[];
}

export interface Occupancy {
  readonly bookingId: Id<'bok'>;
  readonly resourceId: Id<'res'>;
  readonly unit: number;
  /** Buffers included. */
  readonly blocked: Span;
}

/** The same facts, worked out once for a period, so that each start is quick to judge. */
export interface Schedule {
  readonly resource: ScheduleFacts['resource'];
  readonly days: readonly OpenDay[];
  readonly open: readonly Span[];
  /** One list for each unit, in order of start. A linked resource's bookings are in every list. */
  readonly taken: readonly (readonly Occupancy[])[];
}

/** Why a resource cannot be had at a time. */
export type Obstacle =
  | { readonly code: 'closure'; readonly closure: ClosedTime }
  | { readonly code: 'closed'; readonly open: readonly Span[] }
  | { readonly code: 'occupied'; readonly bookingIds: readonly Id<'bok'>[];
      /** When the first of what is in the way is over, buffers kept; others may follow it at once. */
      readonly until: Instant };

/** `except`: a booking that is being moved does not stand in its own way. */
export function scheduleOf(facts: ScheduleFacts, within: Span, except: Id<'bok'> | null = null): Schedule {
  const days = openDays(facts, within);
  const others = facts.occupancies.filter(({ bookingId }) => bookingId !== except);
  const units = Array.from({ length: facts.resource.units }, (_, index) => index + 1);
  const taken = units.map((unit) => others
    .filter((occupancy) => occupancy.resourceId !== facts.resource.id || occupancy.unit === unit)
    .sort((a, b) => a.blocked.start - b.blocked.start));
  return { resource: facts.resource, days, open: joined(days.flatMap(({ open }) => open)), taken };
}

/** Null when the period can be booked as far as hours and other bookings go. */
export function obstacleIn(schedule: Schedule, during: Span): Obstacle | null {
  if (!schedule.open.some((span) => encloses(span, during))) return closedIn(schedule, during);
  const blocked = blockedBy(schedule.resource, during);
  const inTheWay: Occupancy[] = [];
  for (const list of schedule.taken) {
    const first = firstOverlap(list, blocked);
    if (first === null) return null;
    inTheWay.push(first);
  }
  const ends = inTheWay.map((of) => addMinutes(of.blocked.end, schedule.resource.bufferBeforeMinutes));
  const until = ends.reduce((soonest, end) => (end < soonest ? end : soonest), ends[0] ?? during.end);
  return { code: 'occupied', bookingIds: [...new Set(inTheWay.map(({ bookingId }) => bookingId))], until };
}

/**
 * The first start from the wished one on at which as long a period is open and free; null: none as far as the
 * schedule reaches. `align` moves a start on to the next at which one may begin.
 */
export function firstFree(
  schedule: Schedule, during: Span, align: (start: Instant) => Instant,
): Instant | null {
  const length = during.end - during.start;
  const { bufferBeforeMinutes } = schedule.resource;
  const ends = schedule.taken.flatMap((list) => list.map(({ blocked }) =>
    addMinutes(blocked.end, bufferBeforeMinutes)));
  const starts = [...schedule.days.flatMap(({ open }) => open.map(({ start }) => start)), ...ends]
    .filter((start) => start >= during.start).map(align).sort((a, b) => a - b);
  return starts.find((start) =>
    obstacleIn(schedule, { start, end: (start + length) as Instant }) === null) ?? null;
}

/** How many units are free over the whole period; 0 where it is closed. */
export function freeUnits(schedule: Schedule, during: Span): number {
  if (!schedule.open.some((span) => encloses(span, during))) return 0;
  const blocked = blockedBy(schedule.resource, during);
  return schedule.taken.filter((list) => firstOverlap(list, blocked) === null).length;
}

/** The units, counted from 1, that nobody has over the whole period, whether or not it is open. */
export function unitsLeft(schedule: Schedule, during: Span): number[] {
  const blocked = blockedBy(schedule.resource, during);
  return schedule.taken.flatMap((list, index) => (firstOverlap(list, blocked) === null ? [index + 1] : []));
}

function closedIn(schedule: Schedule, during: Span): Obstacle {
  const touched = schedule.days.filter((day) => overlaps(day.during, during));
  const closure = touched.find((day) => day.closure !== null)?.closure ?? null;
  if (closure !== null) return { code: 'closure', closure };
  return { code: 'closed', open: touched.flatMap(({ open }) => open) };
}

/**
 * Occupancies of one unit do not overlap each other, so their ends are in order too; those of linked ones
 * may.
 */
function firstOverlap(list: readonly Occupancy[], blocked: Span): Occupancy | null {
  for (const occupancy of list) {
    if (occupancy.blocked.start >= blocked.end) return null;
    if (overlaps(occupancy.blocked, blocked)) return occupancy;
  }
  return null;
}
