import * as api from '../../api/locations.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import { changeLocation } from './change-location.ts';
import { closeDays, takeClosureBack } from './close-days.ts';
import { createLocation } from './create-location.ts';
import { type Locations, loadLocations, locationOf } from './load-locations.ts';
import type { LocationRow } from './location-store.ts';
import { presentClosure, presentLocation } from './present-location.ts';

export const locationRoutes = [
  serve(api.createLocation, ({ body, caller, shell }) => shell.write(caller, async (work) => {
    const row = await createLocation(work, body);
    const withSettings = caller.may('settings.read', row.parentId);
    return presentLocation(await loadLocations(work), row, { at: work.now, withSettings });
  })),
  serve(api.listLocations, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const locations = await loadLocations(work);
    const [after] = readCursor(query.cursor, 1) ?? [''];
    const rows = locations.rows
      .filter(
        ({ id, parentId, slug }) =>
          id > String(after)
          && (!query.parentId || parentId === query.parentId)
          && (!query.slug || slug === query.slug),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    return pageFrom(
      rows,
      query.limit,
      ({ id }) => [id],
      (row) => shown(locations, row, { caller, at: work.now }),
    );
  })),
  serve(api.getLocation, ({ params, query, caller, shell }) => shell.read(caller, async (work) => {
    const locations = await loadLocations(work);
    const row = locationOf(locations, params.locationId) as LocationRow;
    return shown(locations, row, { caller, at: query.at ?? work.now });
  })),
  serve(api.changeLocation, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    const row = await changeLocation(work, params.locationId, body);
    return shown(await loadLocations(work), row, { caller, at: work.now });
  })),
  serve(api.addClosure, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentClosure(await closeDays(work, params.locationId, body)))),
  serve(api.removeClosure, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await takeClosureBack(work, params);
    return undefined;
  })),
];

const shown = (locations: Locations, row: LocationRow, { caller, at }: { caller: Caller; at: Instant }) =>
  presentLocation(locations, row, { at, withSettings: caller.may('settings.read', row.id) });
