import { text, textOrNull } from '../../api/schema.ts';
import * as api from '../../api/staff.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { instant } from '../../domain/kernel/instant.ts';
import { isAtOrBelow, type LocationTree } from '../../domain/locations/location.ts';
import { setCookies } from '../accounts/routes.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { endRole, endStaff, giveRole, maySee } from './change-staff.ts';
import type { InvitationRow } from './invitation-store.ts';
import { inviteColleague, waitingInvitations, withdrawInvitation } from './invite-colleague.ts';
import { mayGrantThere } from './may-grant.ts';
import { loadRoles, permissionsToGrant, roleNameOf, type Roles } from './roles/load-roles.ts';
import { permissionRoutes } from './roles/permission-routes.ts';
import { roleRoutes } from './roles/routes.ts';
import { setUp } from './set-up.ts';
import { type AdminRow, hasNoStaff, listAdmins } from './staff-store.ts';

export const staffRoutes = [
  serve(api.listStaff, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const rows = await listAdmins(work.tx, { after: readCursor(query.cursor, 2), limit: query.limit + 1 });
    const page = pageFrom(rows, query.limit, ({ name, id }) => [name.toLowerCase(), id], (row) => row);
    const { locationId } = query;
    const { tree } = await loadLocations(work);
    const seen = page.data.filter((admin) => maySee(work, admin)
      && (locationId === undefined || worksAt(tree, admin, locationId)));
    const roles = await loadRoles(work);
    return { ...page, data: seen.map((admin) => presentAdmin(work, admin, roles)) };
  })),
  serve(api.giveRole, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    presentAdmin(work, await giveRole(work, { ...params, ...body }), await loadRoles(work)))),
  serve(api.endRole, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await endRole(work, params.adminId, params.roleId);
    return undefined;
  })),
  serve(api.endStaff, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await endStaff(work, params.adminId);
    return undefined;
  })),
  serve(api.inviteColleague, ({ body, caller, shell }) => shell.write(caller, async (work) =>
    presentInvitation(work, await inviteColleague(work, body), await partsOf(work)))),
  serve(api.listInvitations, ({ caller, shell }) => shell.read(caller, async (work) => {
    const parts = await partsOf(work);
    const rows = await waitingInvitations(work);
    return { data: rows.map((row) => presentInvitation(work, row, parts)), nextCursor: null };
  })),
  serve(api.withdrawInvitation, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await withdrawInvitation(work, params.invitationId);
    return undefined;
  })),
  serve(api.getSetUp, async ({ shell }) => ({ needed: await hasNoStaff(shell.connection.db) })),
  serve(api.setUp, async ({ body, shell, request, reply }) => {
    const done = await setUp(shell, request, body);
    setCookies(reply, done);
    return { signedIn: true as const, locationSlug: done.locationSlug };
  }),
  ...roleRoutes,
  ...permissionRoutes,
];

/** Their role holds there: it was given at this location or above. */
const worksAt = (tree: LocationTree, { roles }: AdminRow, locationId: Id<'loc'>): boolean =>
  roles.some((held) => isAtOrBelow(tree, locationId, held.locationId));

/** Roles at places that the caller may not look at stay out of sight. */
const presentAdmin = (work: Work, { id, name, email, lastSeenAt, roles }: AdminRow, known: Roles) => ({
  id,
  name,
  email,
  isYou: work.caller.adminId === id,
  lastSeenAt: textOrNull(lastSeenAt),
  roles: roles
    .filter(({ locationId }) => work.caller.adminId === id || work.caller.may('staff.read', locationId))
    .map(({ startedAt, ...held }) => ({
      ...held,
      roleName: roleNameOf(known, held.role),
      startedAt: text(instant(startedAt)),
      mayEnd: mayGrantThere(work.caller, permissionsToGrant(known, held.role), held.locationId),
    })),
});

const partsOf = async (work: Work) =>
  ({ tree: (await loadLocations(work)).tree, roles: await loadRoles(work) });

const presentInvitation = (
  work: Work,
  row: InvitationRow,
  { tree, roles }: Awaited<ReturnType<typeof partsOf>>,
) => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role ?? '',
  roleName: roleNameOf(roles, row.role ?? ''),
  locationId: row.locationId,
  locationName: tree.get(row.locationId)?.name ?? '',
  sentAt: text(row.sentAt),
  expiresAt: text(row.expiresAt),
  isOver: row.expiresAt <= work.now,
});
