import type { Id } from '../../../domain/kernel/id.ts';
import { type Colleague, rolesThatGive } from '../../../domain/staff/givers.ts';
import type { RoleKey } from '../../../domain/staff/own-role.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import { loadLocations, networkOf } from '../../locations/load-locations.ts';
import type { Caller } from '../../platform/http/caller.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Shell, Work } from '../../platform/work/shell.ts';
import { type HoldingRow, listHoldings } from './holder-store.ts';
import { loadRoles, type Role, type Roles } from './load-roles.ts';
import { grantOf } from './role-holders.ts';

/**
 * The roles of those who could give the caller a permission: at the place asked about or, where none is, at
 * the places where the caller works. Fixed ones first; nobody is named (SAF-2).
 */
export async function whoCanGive(
  work: Work, { permission, locationId }: { permission: Permission; locationId: Id<'loc'> | null },
): Promise<readonly Role[]> {
  const { rows } = await loadLocations(work);
  const roles = await loadRoles(work);
  const holdings = await listHoldings(work.tx, work.now);
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]));
  const locationIds = locationId === null ? await ownPlaces(work, holdings) : [locationId];
  const found = rolesThatGive(colleaguesIn(holdings, roles), parents, { permission, locationIds });
  return [...roles.values()].filter(({ id }) => found.has(id));
}

/** A refusal of a colleague, with the roles of those who could lift it. A key is made anew instead. */
export const withGivers = (shell: Shell) => async (problem: Problem, caller: Caller): Promise<Problem> => {
  const { missing } = problem.more;
  if (missing === undefined || caller.kind !== 'admin') return problem;
  const roles = await shell.read(caller, (work) => whoCanGive(work, missing));
  const givenBy = roles.map(({ id, name, isFixed }) => ({ role: id, name, isFixed }));
  return new Problem(problem.code, { ...problem.more, givenBy });
};

async function ownPlaces(work: Work, holdings: readonly HoldingRow[]): Promise<readonly Id<'loc'>[]> {
  const { adminId, keyId } = work.caller;
  const own = holdings.filter(({ id }) => id === (keyId ?? adminId)).map(({ locationId }) => locationId);
  if (own.length > 0) return [...new Set(own)];
  const network = networkOf(await loadLocations(work));
  return network === null ? [] : [network.id];
}

function colleaguesIn(holdings: readonly HoldingRow[], roles: Roles): Colleague[] {
  const people = Map.groupBy(holdings.filter(({ kind }) => kind === 'person'), ({ id }) => id);
  return [...people.values()].map((held) =>
    held.map((row) => ({ ...grantOf(roles, row), role: row.role as RoleKey })));
}
