import { chooseLanguage, languages, phrasesFor } from '../../../api/texts/phrase.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { permissionsByKey, type RoleKey, roleNameKey } from '../../../domain/staff/own-role.ts';
import { type Permission } from '../../../domain/staff/permission.ts';
import { isRoleName, permissionsOf, type RoleName, roleNames } from '../../../domain/staff/role.ts';
import { fieldProblem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { holdOwnRole, listOwnRoles, type OwnRoleRow } from './role-store.ts';

/** A role as everybody in here sees it: one that every network has, or one of the operator's own. */
export interface Role {
  readonly id: RoleKey;
  readonly name: string;
  readonly description: string;
  readonly isFixed: boolean;
  readonly permissions: ReadonlySet<Permission>;
  readonly version: number;
  readonly changedAt: Instant | null;
  readonly archivedAt: Instant | null;
}

/** Roles by what rows call them, archived ones too, the fixed ones first. */
export type Roles = ReadonlyMap<string, Role>;

export async function loadRoles(work: Work): Promise<Roles> {
  const own = await listOwnRoles(work.tx);
  const all = [...roleNames.map((name) => fixedRole(name, work.caller.language)), ...own.map(ownRole)];
  return new Map(all.map((role) => [role.id, role]));
}

/** What a row's role holds; one that nobody knows counts as everything, so that few may give or end it. */
export const permissionsToGrant = (roles: Roles, key: string): ReadonlySet<Permission> =>
  roles.get(key)?.permissions ?? permissionsOf('owner');

/** Its name for whoever asks; of one that nobody knows, what the row says. */
export const roleNameOf = (roles: Roles, key: string): string => roles.get(key)?.name ?? key;

/**
 * A role that is about to be given, as it is until this transaction ends: nobody widens or archives it
 * meanwhile. Throws 422 where there is none.
 */
export async function roleToGive(work: Work, key: RoleKey, field = 'role'): Promise<Role> {
  if (isRoleName(key)) return fixedRole(key, work.caller.language);
  const row = await holdOwnRole(work.tx, key);
  if (row === null)
    throw fieldProblem(field, 'unknown', 'needs a role that exists, as GET /roles lists them');
  return ownRole(row);
}

export const ownRole = ({ permissions, ...row }: OwnRoleRow): Role =>
  ({ ...row, isFixed: false, permissions: permissionsByKey(row.id, permissions) ?? new Set() });

function fixedRole(name: RoleName, language: string | null): Role {
  const phrase = phrasesFor(chooseLanguage(language === null ? [] : [language], languages));
  return {
    id: name, name: phrase(`admin-staff.roles.${name}`), description: phrase(`admin-staff.roleHelp.${name}`),
    isFixed: true, permissions: permissionsOf(name), version: 1, changedAt: null, archivedAt: null,
  };
}

/** What the fixed roles are called in any language: no role of the operator's own passes for one of them. */
export const fixedNameKeys = (): ReadonlySet<string> => new Set(languages.flatMap((language) =>
  roleNames.flatMap((name) => [name, fixedRole(name, language).name].map(roleNameKey))));

export const isOwnRoleId = (key: RoleKey): key is Id<'rle'> => !isRoleName(key);
