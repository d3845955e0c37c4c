import * as api from '../../api/rates.ts';
import { foundFrom, isFoundFrom } from '../locations/found-from.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { Problem } from '../platform/http/problem.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import { changeRate, endRate } from './change-rate.ts';
import { createRate } from './create-rate.ts';
import { presentRate } from './present-rate.ts';
import { findRate, listRates, type RateRow } from './rate-store.ts';

/** Where a rate holds: at the location it is for, else wherever its type or resource is. */
const placeOf = ({ locationId, ownerLocationId }: RateRow) => locationId ?? ownerLocationId;

export const rateRoutes = [
  serve(api.createRate, ({ body, caller, shell }) => shell.write(caller, async (work) =>
    presentRate(await createRate(work, body), work.now))),
  serve(api.listRates, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const at = query.at ?? work.now;
    const { typeId, resourceId, locationId } = query;
    const locations = await loadLocations(work);
    if (locationId !== undefined) locationOf(locations, locationId);
    const places = foundFrom(locations, caller, 'resources.read');
    const rows = await listRates(work.tx, { typeId, resourceId, after: readCursor(query.cursor, 1) });
    const shown = rows.filter(
      (row) =>
        isFoundFrom(places, placeOf(row))
        && (query.ended === true || row.endedAt === null || row.endedAt > at)
        && (locationId === undefined
          || isAtOrBelow(locations.tree, locationId, placeOf(row))),
    );
    return pageFrom(shown, query.limit, ({ id }) => [id], (row) => presentRate(row, at));
  })),
  serve(api.getRate, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const row = await findRate(work.tx, params.rateId);
    const places = foundFrom(await loadLocations(work), caller, 'resources.read');
    if (row === undefined || !isFoundFrom(places, placeOf(row))) throw new Problem('notFound');
    return presentRate(row, work.now);
  })),
  serve(api.changeRate, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentRate(await changeRate(work, params.rateId, body), work.now))),
  serve(api.endRate, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentRate(await endRate(work, params.rateId, body?.at), work.now))),
];
