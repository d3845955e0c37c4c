import type { AnswerOf } from '../../api/endpoint.ts';
import type { getNow } from '../../api/reports.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { dayAt, startOfDay } from '../../domain/kernel/zone.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import type { Permission } from '../../domain/staff/permission.ts';
import { type Locations, loadLocations, settingAt } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { countContracts, countInside, countOwed, type PlaceToday } from './now-store.ts';

interface Asked {
  readonly locationId?: Id<'loc'> | undefined;
  readonly withinDays: number;
}

/** CHK-6 and the numbers of a day: each part only for whoever may see what it counts, and only where. */
export async function reportNow(work: Work, asked: Asked): Promise<AnswerOf<typeof getNow>> {
  const locations = await loadLocations(work);
  const { locationId } = asked;
  if (locationId !== undefined) {
    const isKnown = locations.tree.has(locationId) && work.caller.may('locations.read', locationId);
    if (!isKnown) throw new Problem('notFound');
  }
  const part = async <T>(permission: Permission, count: (places: readonly PlaceToday[]) => Promise<T>) => {
    const places = placesFor(work, locations, { ...asked, permission });
    return places.length === 0 ? null : count(places);
  };
  const { tx, now } = work;
  return {
    occupancy: await part('checkIns.read', async (places) => {
      const rows = await countInside(tx, places);
      const sum = (of: 'inside' | 'arrived') => rows.reduce((all, row) => all + row[of], 0);
      const shown = rows.map((row) => {
        const where = { locationId: row.locationId as Id<'loc'>, at: now };
        const capacity = settingAt(locations, where, 'capacity');
        return { locationId: where.locationId, inside: row.inside, capacity };
      });
      return { inside: sum('inside'), arrivedToday: sum('arrived'), places: shown };
    }),
    invoices: await part('billing.read', async (places) => {
      const rows = await countOwed(tx, places);
      const sum = (of: 'open' | 'overdue') => rows.reduce((all, row) => all + row[of], 0);
      const outstanding = rows.map(({ currency, outstanding: amount }) => ({ amount, currency }));
      return { open: sum('open'), overdue: sum('overdue'), outstanding };
    }),
    contracts: await part('contracts.read', (places) => countContracts(tx, places, now)),
  };
}

function placesFor(
  { caller, now }: Work,
  { rows, tree }: Locations,
  { locationId, withinDays, permission }: Asked & { permission: Permission },
): PlaceToday[] {
  return rows
    .filter(({ id }) => locationId === undefined || isAtOrBelow(tree, id, locationId))
    .filter(({ id }) => caller.may(permission, id))
    .map(({ id, zone }) => {
      const today = dayAt(now, zone);
      const endsBy = addDays(today, withinDays);
      return { locationId: id, today, todayStartsAt: startOfDay(today, zone), endsBy };
    });
}
