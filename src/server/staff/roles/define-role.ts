import type { Id } from '../../../domain/kernel/id.ts';
import { missingToDefine, plainRoleName, type RoleKey, roleNameKey } from '../../../domain/staff/own-role.ts';
import { type Permission, permissions as known } from '../../../domain/staff/permission.ts';
import { loadLocations, networkOf } from '../../locations/load-locations.ts';
import { refusedBy } from '../../platform/database/sql.ts';
import { fieldProblem, Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { withdrawSentBy } from '../invitation-store.ts';
import { listHoldersOf } from './holder-store.ts';
import { fixedNameKeys, isOwnRoleId, ownRole, type Role } from './load-roles.ts';
import { seenBy } from './role-holders.ts';
import { insertOwnRole, lockOwnRole, markRoleArchived, updateOwnRole } from './role-store.ts';

interface Wished {
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
}

/** Makes a role for the whole network. Throws 403 `mayNotGrant`, 409 `nameTaken`, 422. */
export async function createRole(work: Work, wished: Wished): Promise<RoleKey> {
  await mustMayDefine(work, wished.permissions);
  const id = work.newId('rle');
  const said = { id, ...saidOf(wished), now: work.now };
  await insertOwnRole(work.tx, { ...said, by: work.caller.actorId }).catch(nameTaken);
  await audit(work, { action: 'role.created', aboutId: id, after: told(said) });
  return id;
}

/**
 * Changes a role for all who hold it, from their next request. Whoever does must hold, for the whole network,
 * what it may before and after. Throws 404, 403 `mayNotGrant`, 409 `roleIsFixed` and `nameTaken`, 412, 422.
 */
export async function changeRole(
  work: Work, key: RoleKey, wished: { [Part in keyof Wished]?: Wished[Part] | undefined },
): Promise<void> {
  const before = await roleToChange(work, key);
  const after = saidOf({
    name: wished.name ?? before.name, description: wished.description ?? before.description,
    permissions: wished.permissions ?? [...before.permissions],
  });
  await mustMayDefine(work, [...before.permissions, ...after.permissions]);
  work.mustMatch(before.version);
  await updateOwnRole(work.tx, { id: before.id, ...after, now: work.now }).catch(nameTaken);
  await withdrawTheirs(work, before, new Set(after.permissions));
  await audit(work, {
    action: 'role.changed', aboutId: before.id, before: told(before), after: told(after),
  });
}

/** Whoever no longer manages colleagues has invited nobody, as when a role of theirs ends. */
async function withdrawTheirs(work: Work, before: Role, after: ReadonlySet<Permission>): Promise<void> {
  if (!before.permissions.has('staff.write') || after.has('staff.write')) return;
  const people = (await listHoldersOf(work.tx, before.id, work.now)).filter(({ kind }) => kind === 'person');
  for (const id of new Set(people.map((one) => one.id))) {
    await withdrawSentBy(work.tx, id as Id<'adm'>, work.now);
  }
}

/**
 * Archives a role that nobody holds, is invited with or has a key with. Throws 404, 403 `mayNotGrant`, 409
 * `roleIsFixed`, and 409 `roleInUse` with who has it, as far as the caller may know of them.
 */
export async function archiveRole(work: Work, key: RoleKey): Promise<void> {
  const role = await roleToChange(work, key);
  await mustMayDefine(work, role.permissions);
  const holders = await listHoldersOf(work.tx, role.id, work.now);
  if (holders.length > 0) {
    throw new Problem('roleInUse', {
      with: { holders: holders.length, heldBy: seenBy(work.caller, holders) },
    });
  }
  await markRoleArchived(work.tx, role.id, { now: work.now, by: work.caller.actorId });
  await audit(work, { action: 'role.archived', aboutId: role.id, before: told(role) });
}

/** Staff who manage roles for the whole network and hold all of these there. Throws 403. */
async function mustMayDefine(work: Work, touched: Iterable<Permission>): Promise<void> {
  const network = await networkIdOf(work);
  work.caller.mustMay('staff.write', network);
  const missing = missingToDefine((one) => work.caller.may(one, network), touched);
  if (missing.length > 0) throw new Problem('mayNotGrant', { with: { missing } });
}

async function roleToChange(work: Work, key: RoleKey): Promise<Role & { readonly id: Id<'rle'> }> {
  work.caller.mustMay('staff.write', await networkIdOf(work));
  if (!isOwnRoleId(key)) throw new Problem('roleIsFixed');
  const row = await lockOwnRole(work.tx, key);
  if (row === null) throw new Problem('notFound');
  return { ...ownRole(row), id: row.id };
}

async function networkIdOf(work: Work): Promise<Id<'loc'>> {
  const network = networkOf(await loadLocations(work));
  if (network === null) throw new Problem('notFound', { detail: 'There is no network yet.' });
  return network.id;
}

/** In the order of the list, each once; the name in the one form that names are kept in. */
function saidOf({ name, description, permissions }: Wished) {
  const plain = plainRoleName(name);
  if (plain === null) {
    throw fieldProblem('name', 'notValid', 'needs a name with a letter or digit, of 60 characters at most');
  }
  const nameKey = roleNameKey(plain);
  if (fixedNameKeys().has(nameKey)) throw taken();
  const wished = new Set(permissions);
  return { name: plain, nameKey, description, permissions: known.filter((one) => wished.has(one)) };
}

const told = ({ name, description, permissions }: Pick<Role, 'name' | 'description'> & {
  readonly permissions: Iterable<Permission>;
}) => ({ name, description, permissions: [...permissions] });

function nameTaken(error: unknown): never {
  throw refusedBy(error) === 'roles_one_name' ? taken() : error;
}

function taken(): Problem {
  const detail = 'Another role has this name. Choose another one.';
  return new Problem('nameTaken', { detail, errors: [{ field: 'name', code: 'taken', detail }] });
}

async function audit(work: Work, entry: Omit<Parameters<Work['audit']>[0], 'locationId'>): Promise<void> {
  work.audit({ ...entry, locationId: await networkIdOf(work) });
}
