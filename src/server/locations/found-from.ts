import type { Id } from '../../domain/kernel/id.ts';
import { pathUp } from '../../domain/locations/location.ts';
import type { Permission } from '../../domain/staff/permission.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { Locations } from './load-locations.ts';

/**
 * Where things that are found from their location downwards (types, passes, rates) may be made for this
 * caller to read them: at the locations of its permission, and above those.
 */
export function foundFrom(
  { tree }: Locations, caller: Caller, permission: Permission,
): ReadonlySet<Id<'loc'>> | 'all' {
  const held = caller.locationsWith(permission);
  if (held === 'all') return 'all';
  return new Set([...held].flatMap((at) => pathUp(tree, at).map(({ id }) => id)));
}

export const isFoundFrom = (places: ReadonlySet<Id<'loc'>> | 'all', id: Id<'loc'>): boolean =>
  places === 'all' || places.has(id);
