import type { BodyOf } from '../../api/endpoint.ts';
import type { createApiKey } from '../../api/api-keys.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { RoleKey } from '../../domain/staff/own-role.ts';
import { isPermission, type Permission } from '../../domain/staff/permission.ts';
import { loadLocations, locationOf, networkOf } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { missingFor, mustMayGrant } from '../staff/may-grant.ts';
import { permissionsToGrant, type Roles, roleToGive } from '../staff/roles/load-roles.ts';
import type { ApiKeyRow, GrantRow } from './api-key-store.ts';

export type Wished = Pick<BodyOf<typeof createApiKey>, 'role' | 'permissions' | 'locationId' | 'grants'>;

/** What a key is to hold at a place: either a role or permissions. */
interface WishedGrant {
  readonly role: RoleKey | null;
  readonly permissions: readonly Permission[];
  readonly locationId: Id<'loc'>;
}

/**
 * What a new key may where, once each. Nobody makes a key that may more than they may themselves, at any of
 * its places. Throws 422, 404, and 403 `mayNotGrant`.
 */
export async function grantsToGive(work: Work, wished: Wished): Promise<WishedGrant[]> {
  const locations = await loadLocations(work);
  const grants = merged(readGrants(wished, networkOf(locations)?.id ?? null));
  for (const [index, { role, permissions, locationId }] of grants.entries()) {
    locationOf(locations, locationId);
    work.caller.mustMay('keys.write', locationId);
    const field = wished.grants === undefined ? 'role' : `grants.${index}.role`;
    const held = role === null ? new Set(permissions) : (await roleToGive(work, role, field)).permissions;
    mustMayGrant(work.caller, held, locationId);
  }
  return grants;
}

/** Whoever may not have made a key with these grants may neither revoke nor exchange it. */
export const mayActOn = ({ caller }: Work, { grants }: Pick<ApiKeyRow, 'grants'>, roles: Roles): boolean =>
  grants.every((grant) => caller.may('keys.write', grant.locationId)
    && missingFor(caller, heldBy(grant, roles), grant.locationId).length === 0);

const heldBy = ({ role, permissions }: GrantRow, roles: Roles): ReadonlySet<Permission> =>
  (role === null ? new Set(permissions.filter(isPermission)) : permissionsToGrant(roles, role));

function readGrants({ grants, ...one }: Wished, networkId: Id<'loc'> | null): WishedGrant[] {
  if (grants === undefined) return [readGrant({ ...one, locationId: one.locationId ?? networkId }, 'role')];
  if (one.role !== undefined || one.permissions !== undefined || one.locationId !== undefined) {
    throw fieldProblem(
      'grants',
      'notValid',
      'A key has either grants, or a role or permissions at one location.',
    );
  }
  return grants.map((grant, index) => readGrant(grant, `grants.${index}.role`));
}

function readGrant(
  { role, permissions, locationId }: Omit<Wished, 'grants' | 'locationId'> & { locationId: Id<'loc'> | null },
  field: string,
): WishedGrant {
  if ((role === undefined) === (permissions === undefined)) {
    throw fieldProblem(field, 'missing', 'A key needs either a role or a list of permissions.');
  }
  if (locationId === null) throw new Problem('notFound', { detail: 'There is no network yet.' });
  return { role: role ?? null, permissions: [...new Set(permissions)], locationId };
}

/** The same role at the same place counts once; permissions named twice for a place are one list. */
function merged(grants: readonly WishedGrant[]): WishedGrant[] {
  const byPlace = new Map<string, WishedGrant>();
  for (const grant of grants) {
    const key = `${grant.locationId} ${grant.role ?? ''}`;
    const known = byPlace.get(key);
    const permissions = [...new Set([...(known?.permissions ?? []), ...grant.permissions])];
    byPlace.set(key, { ...grant, permissions });
  }
  return [...byPlace.values()];
}
