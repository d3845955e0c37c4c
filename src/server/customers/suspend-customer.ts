import type { SuspensionCause } from '../../domain/customers/customer.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { endSessionsOf } from '../accounts/end-sessions.ts';
import { loadLocations, settingAt } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import type { CustomerRecord } from './customer-store.ts';
import { lockForStaff } from './load-customer.ts';
import { insertSuspension, type SuspensionRow } from './period-store.ts';

export interface SuspensionWish {
  readonly customerId: Id<'cus'>;
  readonly cause: SuspensionCause;
  readonly note: string;
}

/**
 * SUS-1: open until somebody lifts it; several may be open. It revokes no portal access, but ends sessions
 * where the customer's location does not let suspended customers sign in (SUS-3).
 */
export async function suspendCustomer(work: Work, wish: SuspensionWish): Promise<SuspensionRow> {
  const customer = await lockForStaff(work, wish.customerId, 'customers.suspend');
  const row = await insertSuspension(work.tx, {
    id: work.newId('sus'),
    ...wish,
    startedAt: work.now,
    startedBy: work.caller.actorId,
  });
  await endSessionsWhereClosed(work, customer);
  const { id: customerId, homeLocationId } = customer;
  const { cause, note } = wish;
  work.audit({
    action: 'customer.suspended',
    aboutId: row.id,
    customerId,
    locationId: homeLocationId,
    after: { cause, note },
  });
  work.tell({
    kind: 'customer.suspended',
    aboutId: customerId,
    customerId,
    facts: { suspensionId: row.id, cause },
  });
  return row;
}

async function endSessionsWhereClosed(work: Work, customer: CustomerRecord): Promise<void> {
  if (customer.accountId === null) return;
  const where = { locationId: customer.homeLocationId, at: work.now };
  const { signIn } = settingAt(await loadLocations(work), where, 'whileSuspended');
  if (!signIn) await endSessionsOf(work, customer.accountId);
}
