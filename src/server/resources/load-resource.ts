import type { Id } from '../../domain/kernel/id.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Kept } from '../platform/work/kept.ts';
import type { Work } from '../platform/work/shell.ts';
import { rowsOf } from '../platform/database/together.ts';
import { bookedFrom, bookedQuery, type BookedRow } from './occupancy-store.ts';

export { bookedFrom, type BookedTime, countedQuery, type OccupancyRow } from './occupancy-store.ts';
import { findResource, listResources, type ResourceFilter, type ResourceRow } from './resource-store.ts';
import { findType, type ResourceTypeRow } from './type-store.ts';

export type { ResourceRow };

/** Throws 404 where there is none; who may know of it is for the caller to ask. */
export async function loadResource({ kept }: Pick<Work, 'kept'>, id: Id<'res'>): Promise<ResourceRow> {
  const row = (await kept(resources)).get(id);
  if (row === undefined) throw new Problem('notFound');
  return row;
}

/** Those named that there are, in the order in which they are shown. */
export async function loadResourcesById(
  { kept }: Pick<Work, 'kept'>,
  ids: readonly Id<'res'>[],
): Promise<ResourceRow[]> {
  if (ids.length === 0) return [];
  return [...(await kept(resources)).values()].filter(({ id }) => ids.includes(id));
}

/** Those of the locations that are wanted, archived ones left out, in the order in which they are shown. */
export const loadResourcesAt = async (
  { kept }: Pick<Work, 'kept'>,
  wanted: (locationId: Id<'loc'>) => boolean,
): Promise<ResourceRow[]> => [...(await kept(resources)).values()]
  .filter(({ locationId, state }) => state !== 'archived' && wanted(locationId));

const resources: Kept<ReadonlyMap<Id<'res'>, ResourceRow>> = {
  part: 'resources',
  load: async (tx) => new Map((await listResources(tx, { limit: ALL })).map((row) => [row.id, row])),
};

const ALL = 1_000_000;

/** The customer's standing bookings in a period, for limits of plans. */
export const loadBooked = async (
  { tx }: Pick<Work, 'tx'>,
  customerId: Id<'cus'>,
  within: Span,
): Promise<BookedRow[]> => (await rowsOf(tx, bookedQuery(customerId, within))).map(bookedFrom);

/** In the order in which they are shown. */
export const loadResources = ({ tx }: Pick<Work, 'tx'>, filter: ResourceFilter): Promise<ResourceRow[]> =>
  listResources(tx, filter);

/** What a rate can belong to, or undefined where there is none. */
export const loadRateOwner = (
  { tx }: Pick<Work, 'tx'>,
  { typeId, resourceId }: { typeId: Id<'rty'> | null; resourceId: Id<'res'> | null },
): Promise<ResourceTypeRow | ResourceRow | undefined> => {
  if (typeId !== null) return findType(tx, typeId);
  return resourceId === null ? Promise.resolve(undefined) : findResource(tx, resourceId);
};
