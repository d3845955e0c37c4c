import type { Id } from '../../domain/kernel/id.ts';
import type { Rate } from '../../domain/resources/rate.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Kept } from '../platform/work/kept.ts';
import type { Work } from '../platform/work/shell.ts';
import { listAllRates, type RateRow } from './rate-store.ts';

/**
 * The rates that may price each of some resources: its own, and those of its type that are for its location
 * (RAT-1).
 */
export async function loadRatesFor(
  { kept }: Pick<Work, 'kept'>,
  { tree }: Locations,
  resources: readonly Pick<Resource, 'id' | 'typeId' | 'locationId'>[],
): Promise<ReadonlyMap<Id<'res'>, readonly Rate[]>> {
  const rates = await kept(ratesByOwner);
  return new Map(resources.map((resource) => {
    const rows = [...(rates.get(resource.id) ?? []), ...(rates.get(resource.typeId) ?? [])];
    return [resource.id, rows.filter((row) => isFor(row, resource, tree)).sort(byId)];
  }));
}

const ratesByOwner: Kept<ReadonlyMap<Id<'res'> | Id<'rty'> | null, readonly RateRow[]>> = {
  part: 'resources',
  load: async (tx) => Map.groupBy(await listAllRates(tx), ({ resourceId, typeId }) => resourceId ?? typeId),
};

const isFor = (
  row: RateRow,
  { locationId }: Pick<Resource, 'locationId'>,
  tree: Locations['tree'],
): boolean =>
  row.locationId === null || isAtOrBelow(tree, locationId, row.locationId);

const byId = (a: RateRow, b: RateRow): number => (a.id < b.id ? -1 : 1);
