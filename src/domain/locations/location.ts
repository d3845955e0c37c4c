import type { Currency } from '../kernel/money.ts';
import type { Id } from '../kernel/id.ts';
import type { Zone } from '../kernel/zone.ts';

/** One node of the tree whose root is the network (LOC-1). */
export interface Location {
  readonly id: Id<'loc'>;
  readonly parentId: Id<'loc'> | null;
  readonly name: string;
  readonly slug: string;
  readonly zone: Zone;
  readonly currency: Currency;
}

/** All locations by id. There is one root, and every parent is in the tree. */
export type LocationTree = ReadonlyMap<Id<'loc'>, Location>;

export const treeOf = (locations: readonly Location[]): LocationTree =>
  new Map(locations.map((location) => [location.id, location]));

/** The location itself, its parent, and so on up to the network. */
export function pathUp(tree: LocationTree, from: Id<'loc'>): readonly Location[] {
  const path: Location[] = [];
  for (let at = tree.get(from); at; at = at.parentId === null ? undefined : tree.get(at.parentId))
    path.push(at);
  return path;
}

export const isAtOrBelow = (tree: LocationTree, location: Id<'loc'>, above: Id<'loc'>): boolean =>
  pathUp(tree, location).some(({ id }) => id === above);
