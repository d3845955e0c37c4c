import type { OpenToday, PortalPlace } from '../../apps/portal/readers.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { dayAt, startOfDay } from '../../domain/kernel/zone.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Location } from '../../domain/locations/location.ts';
import { openSpans } from '../../domain/resources/opening.ts';
import { publicationOf } from '../../domain/resources/resource.ts';
import {
  closuresAt,
  loadLocations,
  type Locations,
  networkOf,
  settingAt,
} from '../locations/load-locations.ts';
import { locationsShown } from '../availability/resources-shown.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { loadResourcesAt } from '../resources/load-resource.ts';
import type { Visiting } from './visiting.ts';

/**
 * Every location one can be at: those with none below them, those above with rooms of their own, or the
 * network while there is nothing else.
 */
export const loadPlaces = (shell: Shell, caller: Caller, now: Instant): Promise<readonly PortalPlace[]> =>
  shell.read(caller, async (work) => {
    const [locations, withRooms] = await Promise.all([loadLocations(work), locationsWithRooms(work, now)]);
    const network = networkOf(locations);
    const parents = new Set(locations.rows.map(({ parentId }) => parentId));
    const leaves = locations.rows.filter(({ id }) => !parents.has(id) || withRooms.has(id));
    const shown = leaves.length > 0 ? leaves : network === null ? [] : [network];
    return shown
      .map((row) => placeOf(locations, row, now))
      .toSorted((a, b) => a.name.localeCompare(b.name));
  });

/** The locations at which customers find something to book. */
async function locationsWithRooms(work: Work, now: Instant): Promise<ReadonlySet<Id<'loc'>>> {
  const rooms = await loadResourcesAt(work, () => true);
  return new Set(rooms
    .filter((room) => room.state === 'active' && publicationOf(room, now) === 'published')
    .map(({ locationId }) => locationId));
}

/** VIS-1: the other places whose rooms the portal of a place shows too. */
export const loadPlacesBeside = async (
  { shell, caller, now, places }: Visiting, placeId: string,
): Promise<readonly PortalPlace[]> => {
  const shown = await shell.read(caller, async (work) =>
    locationsShown(await loadLocations(work), placeId as Id<'loc'>, now));
  const beside = new Set<string>(shown);
  return (await places()).filter(({ id }) => id !== placeId && beside.has(id));
};

function placeOf(locations: Locations, row: Location, now: Instant): PortalPlace {
  const setting = <N extends Parameters<typeof settingAt>[2]>(name: N) =>
    settingAt(locations, { locationId: row.id, at: now }, name);
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    zone: row.zone,
    currency: row.currency,
    isNetwork: row.parentId === null,
    languages: setting('languages'),
    defaultLanguage: setting('defaultLanguage'),
    address: setting('address'),
    email: setting('contactEmail'),
    phone: setting('contactPhone'),
    brandColour: setting('brandColour'),
    taxName: setting('taxName'),
    taxRate: setting('taxRate'),
    pricesIncludeTax: setting('pricesIncludeTax'),
    accountsOpen: setting('accountsOpen'),
    suspendedMayBook: setting('whileSuspended').createBookings,
    openToday: openTodayAt(locations, row, now),
  };
}

function openTodayAt(locations: Locations, row: Location, now: Instant): OpenToday {
  const hours = settingAt(locations, { locationId: row.id, at: now }, 'openingHours');
  const closures = closuresAt(locations, row.id);
  const today = dayAt(now, row.zone);
  const within = { start: startOfDay(today, row.zone), end: startOfDay(addDays(today, 1), row.zone) };
  const spans = openSpans(
    { zone: row.zone, resourceHours: null, openingHours: [{ inForceFrom: within.start, hours }], closures },
    within,
  );
  const [first] = spans;
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return null;
  return first.start <= within.start && last.end >= within.end
    ? 'always'
    : { from: first.start, until: last.end };
}
