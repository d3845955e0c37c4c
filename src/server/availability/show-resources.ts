import type { QueryOf } from '../../api/endpoint.ts';
import type * as api from '../../api/resources.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { locationsShown, seenBy } from './resources-shown.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { presentResource, presentToCustomer } from '../resources/present-resource.ts';
import { loadResource, loadResources, type ResourceRow } from '../resources/load-resource.ts';

type Query = QueryOf<typeof api.listResources>;

/** Staff see the resources of their locations, customers those that they may know of (VIS-4). */
export async function listShown(work: Work, query: Query) {
  const { caller, now } = work;
  const isStaff = caller.may('resources.read', null);
  const rows = await loadResources(work, {
    locationIds: await whereFrom(work, query.locationId), typeId: query.typeId,
    ...(query.state ? { states: [query.state] } : { states: ['active', 'paused'] }),
    ...(!isStaff && { states: ['active'], shownAt: now }),
    after: readCursor(query.cursor, 3, 'integer'), limit: query.limit + 1,
  });
  const page = pageFrom(rows, query.limit, ({ sortOrder, name, id }) => [sortOrder, name, id], (row) => row);
  if (isStaff) return { ...page, data: page.data.map((row) => presentResource(row, now)) };
  const { customerId } = caller;
  const seen = await seenBy(work, page.data, { customerId, from: query.locationId ?? null });
  return { ...page, data: seen.map((row) => presentToCustomer(row, now)) };
}

/** Throws 404 where there is none that the caller may know of. */
export async function getShown(work: Work, id: Id<'res'>) {
  const row = await loadResource(work, id);
  if (work.caller.may('resources.read', row.locationId)) return presentResource(row, work.now);
  if (!await isSeen(work, row)) throw new Problem('notFound');
  return presentToCustomer(row, work.now);
}

async function isSeen(work: Work, row: ResourceRow): Promise<boolean> {
  const { customerId } = work.caller;
  if (customerId === null) return false;
  return (await seenBy(work, [row], { customerId, from: null })).length > 0;
}

/** The locations of the caller's roles, or, for customers, those that the one named shows; all: undefined. */
async function whereFrom(
  work: Work, wished: Id<'loc'> | undefined,
): Promise<readonly Id<'loc'>[] | undefined> {
  const { caller, now } = work;
  const held = caller.locationsWith('resources.read');
  const isCustomer = held !== 'all' && held.size === 0 && caller.customerId !== null;
  const mine = isCustomer ? 'all' : held;
  if (wished === undefined) return mine === 'all' ? undefined : [...mine];
  const locations = await loadLocations(work);
  locationOf(locations, wished);
  if (isCustomer) return locationsShown(locations, wished, now);
  return mine === 'all' || mine.has(wished) ? [wished] : [];
}
