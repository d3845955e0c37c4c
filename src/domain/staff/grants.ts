import type { Id } from '../kernel/id.ts';
import type { Permission } from './permission.ts';

/** Permissions held at a location; they hold for all locations below it too. */
export interface Grant {
  readonly locationId: Id<'loc'>;
  readonly permissions: ReadonlySet<Permission>;
}

/** Each location's parent; the root's is null. A location that is not here is one that nobody knows of. */
export type Parents = ReadonlyMap<Id<'loc'>, Id<'loc'> | null>;

/** Whether one of the grants gives the permission at this location or above it. An unknown location: no. */
export function mayAt(
  grants: readonly Grant[], parents: Parents, permission: Permission, locationId: Id<'loc'>,
): boolean {
  const held = placesWith(grants, permission);
  if (held.size === 0) return false;
  return pathUpIds(parents, locationId).some((id) => held.has(id));
}

/** Whether the permission is held anywhere at all, for questions that belong to no location. */
export const mayAnywhere = (grants: readonly Grant[], permission: Permission): boolean =>
  grants.some((grant) => grant.permissions.has(permission));

/** The locations at which the permission is held; 'all' when that is the whole network. */
export function locationsWith(
  grants: readonly Grant[], parents: Parents, permission: Permission,
): ReadonlySet<Id<'loc'>> | 'all' {
  const held = placesWith(grants, permission);
  if ([...held].some((id) => parents.get(id) === null)) return 'all';
  if (held.size === 0) return new Set();
  return new Set([...parents.keys()].filter((id) => pathUpIds(parents, id).some((above) => held.has(above))));
}

/**
 * Nobody gives what they do not hold themselves: the permissions that keep somebody from granting, changing
 * or ending a role, an invitation or a key with these permissions at this location. Empty: they may.
 */
export function missingToGrant(
  grants: readonly Grant[], parents: Parents, given: Grant,
): readonly Permission[] {
  return [...given.permissions].filter((permission) => !mayAt(grants, parents, permission, given.locationId));
}

const placesWith = (grants: readonly Grant[], permission: Permission): ReadonlySet<Id<'loc'>> =>
  new Set(grants.filter((grant) => grant.permissions.has(permission)).map((grant) => grant.locationId));

function pathUpIds(parents: Parents, from: Id<'loc'>): readonly Id<'loc'>[] {
  const path: Id<'loc'>[] = [];
  let at: Id<'loc'> | null = parents.has(from) ? from : null;
  while (at !== null && !path.includes(at)) {
    path.push(at);
    at = parents.get(at) ?? null;
  }
  return path;
}
