import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import { type Schedule, type ScheduleFacts, scheduleOf } from '../../domain/resources/schedule.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { listOccupancies } from './occupancy-store.ts';
import { openingFactsFor } from './opening-facts.ts';

/**
 * The schedules of some resources in a period, from one query, worked out once for all starts in it (BKA-2).
 */
export async function loadSchedules(
  { tx }: Pick<Work, 'tx'>, locations: Locations, resources: readonly Resource[],
  { within, except = null }: { within: Span; except?: Id<'bok'> | null },
): Promise<ReadonlyMap<Id<'res'>, Schedule>> {
  if (resources.length === 0) return new Map();
  const rows = await listOccupancies(tx, resources.map(({ id }) => id), withBuffers(resources, within));
  const byResource = Map.groupBy(rows, ({ forResourceId }) => forResourceId);
  return new Map(resources.map((resource) => {
    const facts: ScheduleFacts = {
      ...openingFactsFor(locations, resource), resource, occupancies: byResource.get(resource.id) ?? [],
    };
    return [resource.id, scheduleOf(facts, within, except)];
  }));
}

/** A booking just outside the period may still reach into it with its buffers, or be reached. */
function withBuffers(resources: readonly Resource[], within: Span): Span {
  const before = Math.max(...resources.map(({ bufferBeforeMinutes }) => bufferBeforeMinutes));
  const after = Math.max(...resources.map(({ bufferAfterMinutes }) => bufferAfterMinutes));
  return { start: addMinutes(within.start, -before), end: addMinutes(within.end, after) };
}
