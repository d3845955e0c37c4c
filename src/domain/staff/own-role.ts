import type { Id } from '../kernel/id.ts';
import { type Grant, mayAt, type Parents } from './grants.ts';
import { isPermission, type Permission } from './permission.ts';
import { isRoleName, ownership, permissionsOf, type RoleName } from './role.ts';

/**
 * What rows call a role by: one of the fixed ones by its name, one of the operator's own by its id (PER-3).
 */
export type RoleKey = RoleName | Id<'rle'>;

/**
 * What a role of this key holds, `own` being what the operator's own role of that id says; null for a role
 * that this version does not know. Whoever decides what that means fails closed.
 */
export function permissionsByKey(key: string, own: readonly string[] | null): ReadonlySet<Permission> | null {
  if (isRoleName(key)) return permissionsOf(key);
  return own === null ? null : new Set(own.filter(isPermission));
}

const longest = 60;

/**
 * A role's name as it is kept: one form for letters that look the same, single spaces, nothing that cannot be
 * seen or that turns the text around. Null where no such name is left, or one of more than 60 characters.
 */
export function plainRoleName(text: string): string | null {
  const plain = text.normalize('NFKC').replace(/\s+/gu, ' ').trim();
  if (plain === '' || [...plain].length > longest || /[\p{C}\p{Zl}\p{Zp}]/u.test(plain)) return null;
  return /[\p{L}\p{N}]/u.test(plain) ? plain : null;
}

/**
 * Two names with the same key are the same name: capitals and accents written in pieces do not tell apart.
 */
export const roleNameKey = (plain: string): string => plain.normalize('NFKC').toLowerCase().normalize('NFKC');

/**
 * Nobody makes or changes a role that may, before or after, what they do not hold themselves for the whole
 * network; and what is the owners' alone is put there by owners only. What is missing; empty: they may.
 */
export function missingToDefine(
  may: (permission: Permission) => boolean, touched: Iterable<Permission>,
): readonly Permission[] {
  const wished = new Set(touched);
  const isOwner = [...permissionsOf('owner')].every(may);
  return [...wished].filter((one) => !may(one) || (ownership.includes(one) && !isOwner));
}

/** What is new in the second set, and what is no longer there. */
export const differenceOf = (before: ReadonlySet<Permission>, after: ReadonlySet<Permission>) => ({
  added: [...after].filter((one) => !before.has(one)),
  removed: [...before].filter((one) => !after.has(one)),
});

/** Somebody, or a key, that holds the role at a place, with everything else they hold. */
export interface Holding {
  readonly locationId: Id<'loc'>;
  readonly others: readonly Grant[];
}

/** What a change of their role gives and takes at that place: not what another role gives them anyway. */
export function effectOn(
  { locationId, others }: Holding, parents: Parents, change: ReturnType<typeof differenceOf>,
): ReturnType<typeof differenceOf> {
  const isNews = (one: Permission) => !mayAt(others, parents, one, locationId);
  return { added: change.added.filter(isNews), removed: change.removed.filter(isNews) };
}
