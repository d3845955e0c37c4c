import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/locations.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { slugTaken, zoneOf } from './create-location.ts';
import { loadLocations, type Locations, locationOf } from './load-locations.ts';
import { type LocationRow, raiseVersion, updateLocation } from './location-store.ts';
import { setSettings, settingsFrom } from './set-settings.ts';

type Change = BodyOf<typeof api.changeLocation>;

/** Changes what a location is and sets; settings count from now on. */
export async function changeLocation(work: Work, id: Id<'loc'>, change: Change): Promise<LocationRow> {
  const locations = await loadLocations(work);
  const before = locationOf(locations, id);
  mustMay(work, id, change);
  work.mustMatch(await raiseVersion(work.tx, id));
  if (change.parentId !== undefined) mustFit(locations, id, change.parentId);
  await updateLocation(work.tx, id, {
    ...(change.name !== undefined && { name: change.name }),
    ...(change.slug !== undefined && { slug: change.slug }),
    ...(change.timeZone !== undefined && { zone: zoneOf(change.timeZone) }),
    ...(change.currency !== undefined && { currency: change.currency as Currency }),
    ...(change.parentId !== undefined && { parentId: change.parentId }),
  }).catch((error: unknown) => {
    throw refusedBy(error) === 'locations_slug_key' ? new Problem('slugTaken', slugTaken) : error;
  });
  await setSettings(work, id, settingsFrom(change));
  work.audit({ action: 'location.changed', aboutId: id, locationId: id, before, after: change });
  work.tell({ kind: 'location.changed', aboutId: id, facts: { changed: Object.keys(change) } });
  return locationOf(await loadLocations(work), id) as LocationRow;
}

/** What a location is, is for `locations.write`; what it sets, for `settings.write`. */
function mustMay({ caller }: Work, id: Id<'loc'>, change: Change): void {
  const { settings, languages, openingHours, dailyCutOff, ...itself } = change;
  const sets = [settings, languages, openingHours, dailyCutOff].some((part) => part !== undefined);
  if (Object.keys(itself).length > 0 || !sets) caller.mustMay('locations.write', id);
  if (sets) caller.mustMay('settings.write', id);
  if (change.parentId !== undefined) caller.mustMay('locations.write', change.parentId);
}

function mustFit({ tree }: Locations, id: Id<'loc'>, parentId: Id<'loc'>): void {
  if (!tree.has(parentId)) throw new Problem('parentUnknown');
  if (tree.get(id)?.parentId === null || isAtOrBelow(tree, parentId, id))
    throw new Problem('parentBelowItself');
}
