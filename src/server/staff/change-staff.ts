import type { Id } from '../../domain/kernel/id.ts';
import type { RoleKey } from '../../domain/staff/own-role.ts';
import { endAllSessionsOf } from '../accounts/end-sessions.ts';
import { loadLocations, locationOf, networkOf } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { withdrawSentBy } from './invitation-store.ts';
import { mayGrantThere, mustMayGrantRole } from './may-grant.ts';
import { loadRoles, permissionsToGrant, roleToGive } from './roles/load-roles.ts';
import {
  type AdminRow,
  countOwnersLocked,
  endRoles,
  findAdmin,
  insertRole,
  type RoleRow,
} from './staff-store.ts';

/** Gives a colleague one more role. Throws 403 `mayNotGrant`, 409 `alreadyColleague`, 422. */
export async function giveRole(
  work: Work, wished: { adminId: Id<'adm'>; role: RoleKey; locationId: Id<'loc'> },
): Promise<AdminRow> {
  const { adminId, role, locationId } = wished;
  await mustSeeAdmin(work, adminId);
  locationOf(await loadLocations(work), locationId);
  mustMayGrantRole(work.caller, await roleToGive(work, role), locationId);
  const by = work.caller.actorId;
  const isNew = await insertRole(work.tx, {
    id: work.newId('rol'),
    adminId,
    role,
    locationId,
    now: work.now,
    by,
  });
  if (!isNew) throw new Problem('alreadyColleague');
  work.audit({ action: 'staff.roleGiven', aboutId: adminId, locationId, after: { role, locationId } });
  return mustSeeAdmin(work, adminId);
}

/** Ends one role, from the next request. Throws 403 `mayNotGrant`, 409 `lastOwner`. */
export async function endRole(work: Work, adminId: Id<'adm'>, roleId: Id<'rol'>): Promise<void> {
  const admin = await mustSeeAdmin(work, adminId);
  const held = admin.roles.find(({ id }) => id === roleId);
  if (held === undefined) throw new Problem('notFound');
  await end(work, admin, [held]);
}

/** Ends all roles and all sessions of a colleague. Throws 403 `mayNotGrant`, 409 `lastOwner`. */
export async function endStaff(work: Work, adminId: Id<'adm'>): Promise<void> {
  const admin = await mustSeeAdmin(work, adminId);
  await end(work, admin, admin.roles);
}

async function end(work: Work, admin: AdminRow, roles: readonly RoleRow[]): Promise<void> {
  const known = await loadRoles(work);
  const forbidden = roles.find(({ role, locationId }) =>
    !mayGrantThere(work.caller, permissionsToGrant(known, role), locationId));
  if (forbidden !== undefined) throw new Problem('mayNotGrant', { with: { role: forbidden.role } });
  await mustLeaveAnOwner(work, roles);
  await endRoles(work.tx, { roleIds: roles.map(({ id }) => id), now: work.now, by: work.caller.actorId });
  // Open streams and other browsers too: whoever still has a role signs in again.
  await endAllSessionsOf(
    work,
    admin.accountId,
    work.caller.adminId === admin.id ? work.caller.sessionId : null,
  );
  await withdrawSentBy(work.tx, admin.id, work.now);
  for (const { role, locationId } of roles) {
    work.audit({ action: 'staff.roleEnded', aboutId: admin.id, locationId, before: { role, locationId } });
  }
}

async function mustLeaveAnOwner(work: Work, roles: readonly RoleRow[]): Promise<void> {
  const network = networkOf(await loadLocations(work))?.id;
  if (!roles.some(({ role, locationId }) => role === 'owner' && locationId === network)) return;
  if (await countOwnersLocked(work.tx) <= 1) throw new Problem('lastOwner');
}

/** Colleagues with a role at a location where the caller may read staff; anybody else is not found. */
async function mustSeeAdmin(work: Work, adminId: Id<'adm'>): Promise<AdminRow> {
  const admin = await findAdmin(work.tx, adminId);
  if (admin === null || !maySee(work, admin)) throw new Problem('notFound');
  return admin;
}

export const maySee = ({ caller }: Work, admin: AdminRow): boolean =>
  caller.adminId === admin.id || admin.roles.some(({ locationId }) => caller.may('staff.read', locationId));
