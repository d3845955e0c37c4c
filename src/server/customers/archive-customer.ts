import type { Id } from '../../domain/kernel/id.ts';
import { endSessionsOf } from '../accounts/end-sessions.ts';
import type { Work } from '../platform/work/shell.ts';
import { type CustomerRecord, findCustomer } from './customer-store.ts';
import { lockForStaff } from './load-customer.ts';
import { endArchiving, insertArchiving } from './period-store.ts';

/** CUS-7: ends sign-in and invoicing at once and keeps all history. Archiving again changes nothing. */
export async function archiveCustomer(work: Work, id: Id<'cus'>): Promise<CustomerRecord> {
  const customer = await lockForStaff(work, id, 'customers.archive');
  if (customer.archived) return customer;
  const { now, caller } = work;
  await insertArchiving(work.tx, {
    id: work.newId('arc'),
    customerId: id,
    startedAt: now,
    startedBy: caller.actorId,
  });
  if (customer.accountId !== null) await endSessionsOf(work, customer.accountId);
  return told(work, customer, 'customer.archived');
}

/** Brings the customer back with its contracts as they are by now. */
export async function restoreCustomer(work: Work, id: Id<'cus'>): Promise<CustomerRecord> {
  const customer = await lockForStaff(work, id, 'customers.archive');
  if (!customer.archived) return customer;
  await endArchiving(work.tx, id, { at: work.now, by: work.caller.actorId });
  return told(work, customer, 'customer.restored');
}

async function told(
  work: Work,
  { id, homeLocationId }: CustomerRecord,
  kind: `customer.${string}`,
): Promise<CustomerRecord> {
  work.audit({ action: kind, aboutId: id, customerId: id, locationId: homeLocationId });
  work.tell({ kind, aboutId: id, customerId: id, facts: {} });
  return (await findCustomer(work.tx, id, work.now))!;
}
