import type { Id } from '../../domain/kernel/id.ts';
import type { RoleKey } from '../../domain/staff/own-role.ts';
import type { Work } from '../platform/work/shell.ts';
import { findAdminByAccount, insertAdmin, insertRole } from './staff-store.ts';

interface Joining {
  readonly account: { readonly id: Id<'acc'>; readonly email: string };
  readonly role: RoleKey;
  readonly locationId: Id<'loc'>;
  /** The invitation that says so; null at the first set-up. */
  readonly by: string | null;
}

/** Makes an account an admin with this role. Whoever calls has made sure that it may. */
export async function becomeColleague(
  work: Work,
  { account, role, locationId, by }: Joining,
): Promise<Id<'adm'>> {
  const known = await findAdminByAccount(work.tx, account.id);
  const adminId = known?.id ?? work.newId('adm');
  if (known === null) await insertAdmin(work.tx, { id: adminId, accountId: account.id, now: work.now });
  await insertRole(work.tx, { id: work.newId('rol'), adminId, role, locationId, now: work.now, by });
  work.audit({
    action: 'staff.joined',
    aboutId: adminId,
    locationId,
    after: { role, locationId, email: account.email },
  });
  return adminId;
}
