import type { Id } from '../../domain/kernel/id.ts';
import type { Permission } from '../../domain/staff/permission.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';

type Held = ReadonlySet<Permission>;

/**
 * What the caller would have to hold at the location, and does not, to give or take these permissions there.
 */
export const missingFor = (caller: Caller, given: Held, locationId: Id<'loc'>): Permission[] =>
  [...given].filter((permission) => !caller.may(permission, locationId));

/** Nobody gives or takes what they do not hold themselves, at that place. Throws 403 `mayNotGrant`. */
export function mustMayGrant(caller: Caller, given: Held, locationId: Id<'loc'>): void {
  const missing = missingFor(caller, given, locationId);
  if (missing.length > 0) throw new Problem('mayNotGrant', { with: { missing } });
}

/** Staff with `staff.write` there, and every permission of the role. */
export function mustMayGrantRole(
  caller: Caller, { permissions }: { readonly permissions: Held }, locationId: Id<'loc'>,
): void {
  caller.mustMay('staff.write', locationId);
  mustMayGrant(caller, permissions, locationId);
}

/** The same as an answer. */
export const mayGrantThere = (caller: Caller, permissions: Held, locationId: Id<'loc'>): boolean =>
  caller.may('staff.write', locationId) && missingFor(caller, permissions, locationId).length === 0;
