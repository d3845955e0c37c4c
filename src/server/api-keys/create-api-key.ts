import type { Id } from '../../domain/kernel/id.ts';
import { isPermission, type Permission } from '../../domain/staff/permission.ts';
import { isRoleName, permissionsOf, type RoleName } from '../../domain/staff/role.ts';
import { hashOf, newSecret } from '../accounts/guard/secret.ts';
import { loadLocations, locationOf, networkOf } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { missingFor, mustMayGrant } from '../staff/may-grant.ts';
import { type ApiKeyRow, findApiKey, insertApiKey, markEnded } from './api-key-store.ts';

interface Wished {
  readonly name: string;
  readonly role?: RoleName | undefined;
  readonly permissions?: readonly Permission[] | undefined;
  readonly locationId?: Id<'loc'> | undefined;
}

/**
 * Makes a key. Its secret leaves this function once and is kept as a hash only. Nobody makes a key that may
 * more than they may themselves. Throws 422, 404, and 403 `mayNotGrant`.
 */
export async function createApiKey(work: Work, wished: Wished): Promise<{ row: ApiKeyRow; secret: string }> {
  const { name, role = null, permissions = [] } = wished;
  if ((role === null) === (permissions.length === 0)) {
    throw fieldProblem('role', 'missing', 'A key needs either a role or a list of permissions.');
  }
  const locations = await loadLocations(work);
  const locationId = wished.locationId ?? networkOf(locations)?.id;
  if (locationId === undefined) throw new Problem('notFound', { detail: 'There is no network yet.' });
  locationOf(locations, locationId);
  work.caller.mustMay('keys.write', locationId);
  mustMayGrant(work.caller, role === null ? new Set(permissions) : permissionsOf(role), locationId);
  const secret = `key_${newSecret()}`;
  const id = work.newId('key');
  await insertApiKey(work.tx, {
    id,
    name,
    role,
    permissions: [...new Set(permissions)],
    locationId,
    hint: secret.slice(0, 8),
    createdAt: work.now,
    secretHash: hashOf(secret),
    by: work.caller.actorId,
  });
  work.audit({
    action: 'apiKey.created',
    aboutId: id,
    locationId,
    after: { name, role, permissions, locationId },
  });
  const row = await findApiKey(work.tx, id);
  if (row === null) throw new Error('a key that was just written is gone');
  return { row, secret };
}

/** Revokes a key, from the next request. Whoever may not have made it may not revoke it. */
export async function endApiKey(work: Work, id: Id<'key'>): Promise<void> {
  const row = await findApiKey(work.tx, id);
  if (row === null || !work.caller.may('keys.read', row.locationId)) throw new Problem('notFound');
  if (row.endedAt !== null) return;
  if (!mayEnd(work, row)) throw new Problem('mayNotGrant');
  await markEnded(work.tx, id, { now: work.now, by: work.caller.actorId });
  work.audit({ action: 'apiKey.ended', aboutId: id, locationId: row.locationId, before: { name: row.name } });
}

export const mayEnd = ({ caller }: Work, row: ApiKeyRow): boolean =>
  caller.may('keys.write', row.locationId) &&
  missingFor(caller, permissionsOfKey(row), row.locationId).length === 0;

const permissionsOfKey = ({ role, permissions }: ApiKeyRow): ReadonlySet<Permission> =>
  role === null
    ? new Set(permissions.filter(isPermission))
    : permissionsOf(isRoleName(role) ? role : 'owner');
