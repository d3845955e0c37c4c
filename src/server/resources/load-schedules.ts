import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import { type Schedule, type ScheduleFacts, scheduleOf } from '../../domain/resources/schedule.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { type Query, rowsOf } from '../platform/database/together.ts';
import { occupanciesQuery, type OccupancyRow } from './occupancy-store.ts';
import { openingFactsFor } from './opening-facts.ts';

/**
 * The schedules of some resources in a period, from one query, worked out once for all starts in it (BKA-2).
 */
export async function loadSchedules(
  { tx }: Pick<Work, 'tx'>, locations: Locations, resources: readonly Resource[],
  { within, except = null }: { within: Span; except?: Id<'bok'> | null },
): Promise<ReadonlyMap<Id<'res'>, Schedule>> {
  if (resources.length === 0) return new Map();
  const ids = resources.map(({ id }) => id);
  const rows = await rowsOf(tx, occupanciesQuery(ids, withBuffers(resources, within)));
  const byResource = Map.groupBy(rows, ({ forResourceId }) => forResourceId);
  return new Map(resources.map((resource) =>
    [resource.id, scheduleFrom(locations, resource, byResource.get(resource.id) ?? [], { within, except })]));
}

/** The schedule of one resource, from what is taken of it. */
export function scheduleFrom(
  locations: Locations, resource: Resource, rows: readonly OccupancyRow[],
  { within, except = null }: { within: Span; except?: Id<'bok'> | null },
): Schedule {
  const occupancies = rows.map(({ startAt, endAt, ...row }) =>
    ({ ...row, blocked: { start: startAt, end: endAt } }));
  const facts: ScheduleFacts = { ...openingFactsFor(locations, resource), resource, occupancies };
  return scheduleOf(facts, within, except);
}

/** What is taken of a resource whose buffers are not known yet: no buffer is longer than a day. */
export const takenQuery = (resourceId: Id<'res'>, { start, end }: Span): Query<OccupancyRow> =>
  occupanciesQuery([resourceId], { start: addMinutes(start, -1440), end: addMinutes(end, 1440) });

/** A booking just outside the period may still reach into it with its buffers, or be reached. */
function withBuffers(resources: readonly Resource[], within: Span): Span {
  const before = Math.max(...resources.map(({ bufferBeforeMinutes }) => bufferBeforeMinutes));
  const after = Math.max(...resources.map(({ bufferAfterMinutes }) => bufferAfterMinutes));
  return { start: addMinutes(within.start, -before), end: addMinutes(within.end, after) };
}
