import type { Closure } from '../../domain/locations/closure.ts';
import { type Location, type LocationTree, pathUp, treeOf } from '../../domain/locations/location.ts';
import {
  settingInForce,
  type SettingChange,
  type SettingName,
  type Settings,
} from '../../domain/locations/setting.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Kept } from '../platform/work/kept.ts';
import type { Work } from '../platform/work/shell.ts';
import { Problem } from '../platform/http/problem.ts';
import { listClosures, listLocations, listSettingChanges, type LocationRow } from './location-store.ts';

/** The tree with all its settings, past and future: a few rows that nearly every decision needs. */
export interface Locations {
  readonly tree: LocationTree;
  readonly rows: readonly LocationRow[];
  readonly changes: readonly SettingChange[];
  readonly closures: readonly Closure[];
}

export const loadLocations = ({ kept }: Pick<Work, 'kept'>): Promise<Locations> => kept(locations);

const locations: Kept<Locations> = {
  part: 'places',
  load: async (tx) => {
    const [rows, changes, closures] = await Promise.all([
      listLocations(tx),
      listSettingChanges(tx),
      listClosures(tx),
    ]);
    return { tree: treeOf(rows), rows, changes, closures };
  },
};

/** The value of a setting in force at a location and an instant. */
export const settingAt = <N extends SettingName>(
  { tree, changes }: Locations, where: { locationId: Id<'loc'>; at: Instant }, name: N,
): Settings[N] => settingInForce(tree, changes, where, name).value;

/** The closures of a location and of all above it. */
export function closuresAt({ tree, closures }: Locations, locationId: Id<'loc'>): readonly Closure[] {
  const path = new Set(pathUp(tree, locationId).map(({ id }) => id));
  return closures.filter((closure) => path.has(closure.locationId));
}

/** Throws 404 when there is no such location. */
export function locationOf({ tree }: Locations, id: Id<'loc'>): Location {
  const location = tree.get(id);
  if (location === undefined) throw new Problem('notFound');
  return location;
}

/** The network: the root of the tree, or null on an empty database. */
export const networkOf = ({ rows }: Locations): LocationRow | null =>
  rows.find(({ parentId }) => parentId === null) ?? null;
