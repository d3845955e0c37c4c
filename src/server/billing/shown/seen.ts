import type { Id } from '../../../domain/kernel/id.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import { loadLocations } from '../../locations/load-locations.ts';
import { isAtOrBelow } from '../../../domain/locations/location.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';

/** What a list may show: a customer its own, staff what lies at the locations it has the permission for. */
export interface Seen {
  readonly customerIds?: readonly string[];
  /** Of teams that the caller runs, or of one that staff asks about. */
  readonly teamIds?: readonly string[];
  readonly locationIds?: readonly string[];
}

/**
 * A thing at a location that the caller may not even look into is not there; looking alone is not enough
 * to act.
 */
export function mustMayThere({ caller }: Work, permission: Permission, locationId: Id<'loc'>): void {
  if (!caller.may(permission, locationId) && !caller.may('billing.read', locationId))
    throw new Problem('notFound');
  caller.mustMay(permission, locationId);
}

/** Narrows a list to what the caller may see and wishes to; an empty list of locations sees nothing. */
export async function seenBy(
  work: Work,
  permission: Permission,
  wish: { customerId?: Id<'cus'> | undefined; locationId?: Id<'loc'> | undefined },
): Promise<Seen> {
  const { caller } = work;
  const own = caller.customerId;
  if (own !== null && (wish.customerId === own || !caller.may(permission, null))) {
    if (wish.customerId !== undefined && wish.customerId !== own) throw new Problem('notFound');
    return { customerIds: [own] };
  }
  const customer = wish.customerId === undefined ? {} : { customerIds: [wish.customerId] };
  const allowed = caller.locationsWith(permission);
  if (allowed === 'all' && wish.locationId === undefined) return customer;
  const { tree, rows } = await loadLocations(work);
  const wished = rows
    .map(({ id }) => id)
    .filter((id) => wish.locationId === undefined || isAtOrBelow(tree, id, wish.locationId));
  return { ...customer, locationIds: wished.filter((id) => allowed === 'all' || allowed.has(id)) };
}
