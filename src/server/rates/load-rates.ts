import type { Id } from '../../domain/kernel/id.ts';
import type { Rate } from '../../domain/resources/rate.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { listRatesFor, type RateRow } from './rate-store.ts';

/**
 * The rates that may price each of some resources: its own, and those of its type that are for its location
 * (RAT-1).
 */
export async function loadRatesFor(
  { tx }: Pick<Work, 'tx'>,
  { tree }: Locations,
  resources: readonly Pick<Resource, 'id' | 'typeId' | 'locationId'>[],
): Promise<ReadonlyMap<Id<'res'>, readonly Rate[]>> {
  const rows = await listRatesFor(tx, {
    resourceIds: resources.map(({ id }) => id),
    typeIds: [...new Set(resources.map(({ typeId }) => typeId))],
  });
  return new Map(
    resources.map((resource) => [resource.id, rows.filter((row) => isFor(row, resource, tree))]),
  );
}

const isFor = (
  row: RateRow,
  resource: Pick<Resource, 'id' | 'typeId' | 'locationId'>,
  tree: Locations['tree'],
): boolean =>
  (row.resourceId === resource.id || row.typeId === resource.typeId)
  && (row.locationId === null || isAtOrBelow(tree, resource.locationId, row.locationId));
