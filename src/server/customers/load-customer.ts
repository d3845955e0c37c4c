import type { Id } from '../../domain/kernel/id.ts';
import type { Permission } from '../../domain/staff/permission.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { type CustomerRecord, findCustomer, lockCustomer } from './customer-store.ts';

/** The customer, for itself or for staff with the permission at its home. Anybody else hears 404. */
export async function loadCustomer(
  work: Work,
  id: Id<'cus'>,
  permission: Permission,
): Promise<CustomerRecord> {
  const customer = await known(work, id);
  work.caller.mustActFor(id, permission, customer.homeLocationId);
  return customer;
}

/**
 * The customer for staff only. 404 for whoever may neither read it nor do this there, 403 for whoever may
 * read but not this: a key needs no more than the permission that the endpoint names. Kept from other changes
 * until the work is done.
 */
export async function lockForStaff(
  work: Work,
  id: Id<'cus'>,
  permission: Permission,
): Promise<CustomerRecord> {
  await lockCustomer(work.tx, id);
  return loadForStaff(work, id, permission);
}

export async function loadForStaff(
  work: Work,
  id: Id<'cus'>,
  permission: Permission,
): Promise<CustomerRecord> {
  const customer = await known(work, id);
  const { caller } = work;
  const { homeLocationId } = customer;
  if (!caller.may(permission, homeLocationId) && !caller.may('customers.read', homeLocationId))
    throw new Problem('notFound');
  caller.mustMay(permission, homeLocationId);
  return customer;
}

async function known(work: Work, id: Id<'cus'>): Promise<CustomerRecord> {
  const customer = await findCustomer(work.tx, id, work.now);
  if (customer === null) throw new Problem('notFound');
  return customer;
}
