import * as api from '../../api/rates.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { Problem } from '../platform/http/problem.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import { changeRate, endRate } from './change-rate.ts';
import { createRate } from './create-rate.ts';
import { presentRate } from './present-rate.ts';
import { findRate, listRates } from './rate-store.ts';

export const rateRoutes = [
  serve(api.createRate, ({ body, caller, shell }) => shell.write(caller, async (work) =>
    presentRate(await createRate(work, body), work.now))),
  serve(api.listRates, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const at = query.at ?? work.now;
    const { typeId, resourceId, locationId } = query;
    const locations = await loadLocations(work);
    if (locationId !== undefined) locationOf(locations, locationId);
    const rows = await listRates(work.tx, { typeId, resourceId, after: readCursor(query.cursor, 1) });
    const shown = rows.filter(
      (row) =>
        (query.ended === true || row.endedAt === null || row.endedAt > at)
        && (locationId === undefined
          || isAtOrBelow(locations.tree, locationId, row.locationId ?? row.ownerLocationId)),
    );
    return pageFrom(shown, query.limit, ({ id }) => [id], (row) => presentRate(row, at));
  })),
  serve(api.getRate, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const row = await findRate(work.tx, params.rateId);
    if (row === undefined) throw new Problem('notFound');
    return presentRate(row, work.now);
  })),
  serve(api.changeRate, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentRate(await changeRate(work, params.rateId, body), work.now))),
  serve(api.endRate, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentRate(await endRate(work, params.rateId, body?.at), work.now))),
];
