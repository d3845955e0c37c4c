import type { Id } from '../kernel/id.ts';
import { isAtOrBelow, type LocationTree } from './location.ts';
import type { Scope } from './setting.ts';

/** Where a thing is, seen from the location that is asked about (VIS-1). */
export const relations = ['same', 'below', 'above', 'elsewhere'] as const;
export type Relation = (typeof relations)[number];

export function relationOf(tree: LocationTree, here: Id<'loc'>, there: Id<'loc'>): Relation {
  if (here === there) return 'same';
  if (isAtOrBelow(tree, there, here)) return 'below';
  return isAtOrBelow(tree, here, there) ? 'above' : 'elsewhere';
}

/** VIS-1: whether a location shows things of one that stands so to it. */
export function scopeReaches(scope: Scope, relation: Relation): boolean {
  if (relation === 'same' || scope === 'network') return true;
  return (scope === 'children' && relation === 'below') || (scope === 'parents' && relation === 'above');
}

/** The locations whose things a location shows: itself first, then the others as the tree has them. */
export function locationsInScope(tree: LocationTree, here: Id<'loc'>, scope: Scope): readonly Id<'loc'>[] {
  const others = [...tree.keys()].filter((there) =>
    there !== here && scopeReaches(scope, relationOf(tree, here, there)));
  return [here, ...others];
}
