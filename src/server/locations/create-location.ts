import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/locations.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import { parseZone, type Zone } from '../../domain/kernel/zone.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadLocations, locationOf, networkOf } from './load-locations.ts';
import { closureOf } from './close-days.ts';
import { insertClosure, insertLocation, type LocationRow } from './location-store.ts';
import { setSettings, settingsFrom } from './set-settings.ts';

/** Opens a location below its parent, or below the network; the first one of all is the network (LOC-1). */
export async function createLocation(
  work: Work,
  wished: BodyOf<typeof api.createLocation>,
): Promise<LocationRow> {
  const locations = await loadLocations(work);
  const parentId = wished.parentId ?? networkOf(locations)?.id ?? null;
  if (parentId !== null && !locations.tree.has(parentId)) throw new Problem('parentUnknown');
  work.caller.mustMay('locations.write', parentId);
  const location: LocationRow = {
    id: work.newId('loc'),
    parentId,
    name: wished.name,
    slug: wished.slug,
    zone: zoneOf(wished.timeZone),
    currency: wished.currency as Currency,
    createdAt: work.now,
    version: 1,
  };
  await insertLocation(work.tx, location).catch((error: unknown) => {
    throw refusedBy(error) === 'locations_slug_key' ? new Problem('slugTaken', slugTaken) : error;
  });
  await setSettings(work, location.id, settingsFrom(wished));
  for (const closure of wished.closures ?? []) {
    await insertClosure(work.tx, closureOf(work, location.id, closure), work.now);
  }
  work.audit({ action: 'location.created', aboutId: location.id, locationId: location.id, after: wished });
  work.tell({ kind: 'location.created', aboutId: location.id, facts: { name: location.name } });
  return locationOf(await loadLocations(work), location.id) as LocationRow;
}

/** Throws 422 when this machine knows no such zone. */
export function zoneOf(text: string): Zone {
  const zone = parseZone(text);
  if (zone === null)
    throw fieldProblem('timeZone', 'unknown', 'needs an IANA time zone, such as Europe/Berlin');
  return zone;
}

export const slugTaken = {
  errors: [{ field: 'slug', code: 'taken', detail: 'Another location has this slug. Choose another one.' }],
};
