import * as api from '../../api/resources.ts';
import { pathUp } from '../../domain/locations/location.ts';
import { foundFrom, isFoundFrom } from '../locations/found-from.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import { changeResource, setResourceState } from './change-resource.ts';
import { createResource } from './create-resource.ts';
import { presentResource, presentType } from './present-resource.ts';
import { archiveResourceType, changeResourceType, createResourceType, typeFor } from './resource-types.ts';
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
    presentResource(await createResource(work, body), work.now))),
  serve(api.changeResource, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await changeResource(work, params.resourceId, body), work.now))),
  serve(api.pauseResource, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await setResourceState(work, params.resourceId, 'paused'), work.now))),
  serve(api.resumeResource, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await setResourceState(work, params.resourceId, 'active'), work.now))),
  serve(api.archiveResource, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    presentResource(await setResourceState(work, params.resourceId, 'archived'), work.now))),
];
