import * as api from '../../api/resources.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { pathUp } from '../../domain/locations/location.ts';
import { foundFrom, isFoundFrom } from '../locations/found-from.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import { changeResource, resourceFor, setResourceState } from './change-resource.ts';
import { createResource } from './create-resource.ts';
import { presentResource, presentToCustomer, presentType } from './present-resource.ts';
import { archiveResourceType, changeResourceType, createResourceType, typeFor } from './resource-types.ts';
import { listResources, type ResourceRow } from './resource-store.ts';
import { listTypes } from './type-store.ts';

const typeRoutes = [
  serve(api.createResourceType, ({ body, caller, shell }) => shell.write(caller, async (work) =>
    presentType(await createResourceType(work, body)))),
  serve(api.listResourceTypes, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const locations = await loadLocations(work);
    const { locationId } = query;
    if (locationId !== undefined) locationOf(locations, locationId);
    const from = locationId === undefined ? locations.rows : pathUp(locations.tree, locationId);
    const places = foundFrom(locations, caller, 'resources.read');
    const locationIds = from.map(({ id }) => id).filter((id) => isFoundFrom(places, id));
    const rows = await listTypes(work.tx, {
      locationIds,
      after: readCursor(query.cursor, 2),
      limit: query.limit + 1,
    });
    return pageFrom(rows, query.limit, ({ name, id }) => [name, id], presentType);
  })),
  serve(api.getResourceType, ({ params, caller, shell }) => shell.read(caller, async (work) =>
    presentType(await typeFor(work, params.typeId, 'resources.read')))),
  serve(api.changeResourceType, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentType(await changeResourceType(work, params.typeId, body)))),
  serve(api.archiveResourceType, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    presentType(await archiveResourceType(work, params.typeId)))),
];

export const resourceRoutes = [
  ...typeRoutes,
  serve(api.createResource, ({ body, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await createResource(work, body)))),
  serve(api.listResources, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const isStaff = caller.may('resources.read', null);
    const rows = await listResources(work.tx, {
      locationIds: await shownAt(work, caller, query.locationId), typeId: query.typeId,
      ...(query.state ? { states: [query.state] } : { states: ['active', 'paused'] }),
      ...(!isStaff && { states: ['active'], visible: true }),
      after: readCursor(query.cursor, 3, 'integer'), limit: query.limit + 1,
    });
    const keyOf = ({ sortOrder, name, id }: ResourceRow) => [sortOrder, name, id];
    return pageFrom(rows, query.limit, keyOf, isStaff ? presentResource : presentToCustomer);
  })),
  serve(api.getResource, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const row = await resourceFor(work, params.resourceId, 'resources.read');
    return caller.may('resources.read', row.locationId) ? presentResource(row) : presentToCustomer(row);
  })),
  serve(api.changeResource, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await changeResource(work, params.resourceId, body)))),
  serve(api.pauseResource, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await setResourceState(work, params.resourceId, 'paused')))),
  serve(api.resumeResource, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await setResourceState(work, params.resourceId, 'active')))),
  serve(api.archiveResource, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await setResourceState(work, params.resourceId, 'archived')))),
];

/**
 * The locations whose resources are listed: those of the caller's roles, or, for customers, any; narrowed by
 * the query.
 */
async function shownAt(
  work: Parameters<typeof loadLocations>[0], caller: Caller, wished: Id<'loc'> | undefined,
): Promise<readonly Id<'loc'>[] | undefined> {
  const held = caller.locationsWith('resources.read');
  const mine = held === 'all' || (held.size === 0 && caller.customerId !== null) ? 'all' : held;
  if (wished === undefined) return mine === 'all' ? undefined : [...mine];
  locationOf(await loadLocations(work), wished);
  return mine === 'all' || mine.has(wished) ? [wished] : [];
}
