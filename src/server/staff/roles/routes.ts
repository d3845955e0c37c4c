import * as api from '../../../api/roles.ts';
import { text, textOrNull } from '../../../api/schema.ts';
import { missingToDefine, type RoleKey } from '../../../domain/staff/own-role.ts';
import { loadLocations, type Locations, networkOf } from '../../locations/load-locations.ts';
import { Problem } from '../../platform/http/problem.ts';
import { serve } from '../../platform/http/serve.ts';
import type { Work } from '../../platform/work/shell.ts';
import { mayGrantThere } from '../may-grant.ts';
import { archiveRole, changeRole, createRole } from './define-role.ts';
import { type HoldingRow, listHoldersOf, listHoldings } from './holder-store.ts';
import { loadRoles, type Role } from './load-roles.ts';
import { countHolders, previewRole, seenBy } from './role-holders.ts';

export const roleRoutes = [
  serve(api.listRoles, ({ caller, shell }) => shell.read(caller, async (work) => {
    const locations = await loadLocations(work);
    const holdings = await listHoldings(work.tx, work.now);
    const inForce = [...(await loadRoles(work)).values()].filter(({ archivedAt }) => archivedAt === null);
    const data = inForce.map((role) =>
      present(work, { role, locations, holders: holdings.filter((one) => one.role === role.id) }));
    return { data, nextCursor: null };
  })),
  serve(api.createRole, ({ body, caller, shell }) => shell.write(caller, async (work) =>
    withHolders(work, await createRole(work, body)))),
  serve(api.getRole, ({ params, caller, shell }) => shell.read(caller, (work) =>
    withHolders(work, params.roleKey))),
  serve(api.changeRole, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await changeRole(work, params.roleKey, body);
    return withHolders(work, params.roleKey);
  })),
  serve(api.archiveRole, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await archiveRole(work, params.roleKey);
    return undefined;
  })),
  serve(api.previewRole, ({ params, body, caller, shell }) => shell.read(caller, async (work) => {
    caller.mustMay('staff.write', networkOf(await loadLocations(work))?.id ?? null);
    return previewRole(work, params.roleKey, body.permissions);
  })),
];

async function withHolders(work: Work, key: RoleKey) {
  const role = (await loadRoles(work)).get(key);
  if (role === undefined) throw new Problem('notFound');
  const holders = await listHoldersOf(work.tx, key, work.now);
  const locations = await loadLocations(work);
  return { ...present(work, { role, locations, holders }), heldBy: seenBy(work.caller, holders) };
}

interface Shown {
  readonly role: Role;
  readonly locations: Locations;
  readonly holders: readonly HoldingRow[];
}

function present({ caller }: Work, { role, locations, holders }: Shown) {
  const { permissions, changedAt, archivedAt, ...said } = role;
  const network = networkOf(locations)?.id ?? null;
  const inForce = archivedAt === null;
  return {
    ...said, role: role.id, permissions: [...permissions],
    changedAt: changedAt === null ? null : text(changedAt), archivedAt: textOrNull(archivedAt),
    mayGiveAt: locations.rows.map(({ id }) => id)
      .filter((id) => inForce && mayGrantThere(caller, permissions, id)),
    mayChange: !role.isFixed && inForce && network !== null && caller.may('staff.write', network)
      && missingToDefine((one) => caller.may(one, network), permissions).length === 0,
    holders: countHolders(seenBy(caller, holders)),
  };
}
