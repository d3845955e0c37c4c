import type { RoleKey } from '../../../domain/staff/own-role.ts';
import { differenceOf, effectOn } from '../../../domain/staff/own-role.ts';
import type { Grant } from '../../../domain/staff/grants.ts';
import { isPermission, type Permission } from '../../../domain/staff/permission.ts';
import { loadLocations } from '../../locations/load-locations.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type HoldingRow, listHoldings } from './holder-store.ts';
import { loadRoles, type Roles } from './load-roles.ts';

/** Those of whom the caller may know: colleagues and invitations where they read staff, keys where keys. */
export const seenBy = (caller: Caller, holders: readonly HoldingRow[]): HolderAnswer[] =>
  holders.filter(({ kind, locationId }) =>
    caller.may(kind === 'key' ? 'keys.read' : 'staff.read', locationId)).map(presentHolder);

export type HolderAnswer = Pick<HoldingRow, 'kind' | 'id' | 'name' | 'locationId' | 'locationName'>;

const presentHolder = ({ kind, id, name, locationId, locationName }: HoldingRow): HolderAnswer =>
  ({ kind, id, name, locationId, locationName });

/** How many people, invitations and keys: somebody who holds it at two places counts once. */
export function countHolders(holders: readonly HolderAnswer[]) {
  const of = (wanted: HoldingRow['kind']) =>
    new Set(holders.filter(({ kind }) => kind === wanted).map(({ id }) => id)).size;
  return { people: of('person'), invitations: of('invitation'), keys: of('key') };
}

/** What another set of permissions would mean for each who has the role; nothing is written. */
export async function previewRole(work: Work, key: RoleKey, permissions: readonly Permission[]) {
  const roles = await loadRoles(work);
  const role = roles.get(key);
  if (role === undefined || role.archivedAt !== null) throw new Problem('notFound');
  if (role.isFixed) throw new Problem('roleIsFixed');
  const change = differenceOf(role.permissions, new Set(permissions));
  const { parents } = parentsOf(await loadLocations(work));
  const holdings = await listHoldings(work.tx, work.now);
  const holders = holdings.filter((one) => one.role === key);
  const effects = holders.map((holder) => {
    const others = holdings.filter(
      (one) => one.kind === holder.kind && one.id === holder.id && one.role !== key,
    );
    const held = { locationId: holder.locationId, others: others.map((one) => grantOf(roles, one)) };
    return { holder, ...effectOn(held, parents, change) };
  });
  const affected = effects.filter(({ added, removed }) => added.length + removed.length > 0);
  return {
    ...change,
    holders: countHolders(seenBy(work.caller, holders)),
    affected: affected.flatMap(({ holder, added, removed }) =>
      seenBy(work.caller, [holder]).map((one) => ({ ...one, added, removed }))),
  };
}

const parentsOf = ({ rows }: Awaited<ReturnType<typeof loadLocations>>) =>
  ({ parents: new Map(rows.map(({ id, parentId }) => [id, parentId])) });

/** What a row gives: its role's permissions or those it names. */
export const grantOf = (roles: Roles, { role, permissions, locationId }: HoldingRow): Grant => ({
  locationId,
  permissions: role === null ? new Set(permissions.filter(isPermission))
    : roles.get(role)?.permissions ?? new Set(),
});
