import type { Id } from '../kernel/id.ts';
import { type Grant, mayAt, type Parents } from './grants.ts';
import type { RoleKey } from './own-role.ts';
import type { Permission } from './permission.ts';

/** Somebody who works here, with each role where it is held. */
export type Colleague = readonly (Grant & { readonly role: RoleKey })[];

/**
 * The roles of those who can give a permission at one of these places: they manage roles there and hold it
 * themselves. By role, never by name: a refusal names nobody (SAF-2).
 */
export function rolesThatGive(
  colleagues: readonly Colleague[],
  parents: Parents,
  {
    permission,
    locationIds,
  }: { readonly permission: Permission; readonly locationIds: readonly Id<'loc'>[] },
): ReadonlySet<RoleKey> {
  const found = locationIds.flatMap((at) =>
    colleagues
      .filter((held) => mayAt(held, parents, 'staff.write', at) && mayAt(held, parents, permission, at))
      .flatMap((held) =>
        held.filter((one) => mayAt([one], parents, 'staff.write', at)).map(({ role }) => role),
      ),
  );
  return new Set(found);
}
