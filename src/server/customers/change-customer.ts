import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/customers.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { endSessionsOf } from '../accounts/end-sessions.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { emailTaken, homeOf } from './create-customer.ts';
import {
  appendPortalAccess,
  type CustomerRecord,
  findCustomer,
  lockCustomer,
  updateCustomer,
} from './customer-store.ts';
import { loadCustomer } from './load-customer.ts';
import { fieldsFrom } from './sent-fields.ts';

type Change = BodyOf<typeof api.changeCustomer>;

/** What a customer may change about itself (CUS-5, BRD-1): never its price, role, tags or standing. */
const ownFields: ReadonlySet<string> = new Set(['name', 'phone', 'language', 'billing', 'contact']);

/** Changes a customer. Taking portal access away ends its sessions at once (SEC-5). */
export async function changeCustomer(work: Work, id: Id<'cus'>, change: Change): Promise<CustomerRecord> {
  await lockCustomer(work.tx, id);
  const before = await loadCustomer(work, id, 'customers.write');
  await mustMay(work, before, change);
  work.mustMatch(before.version);

  const fields = fieldsFrom(change);
  if (Object.keys(fields).length > 0 || change.portalAccess !== undefined) {
    await updateCustomer(work.tx, id, fields, work.now).catch((error: unknown) => {
      throw refusedBy(error) === 'customers_by_email' ? emailTaken() : error;
    });
  }
  if (change.portalAccess !== undefined) await setPortalAccess(work, before, change.portalAccess);

  work.audit({
    action: 'customer.changed',
    aboutId: id,
    customerId: id,
    locationId: before.homeLocationId,
    before: onlyChanged(before, fields),
    after: change,
  });
  work.tell({
    kind: 'customer.changed',
    aboutId: id,
    customerId: id,
    facts: { changed: Object.keys(change) },
  });
  return (await findCustomer(work.tx, id, work.now))!;
}

async function mustMay(work: Work, before: CustomerRecord, change: Change): Promise<void> {
  const { caller } = work;
  const staff = caller.may('customers.write', before.homeLocationId);
  const beyond = Object.keys(change).filter((field) => !ownFields.has(field));
  if (!staff && beyond.length > 0)
    throw new Problem('notPermitted', { detail: `You cannot change: ${beyond.join(', ')}.` });
  if (change.homeLocationId === undefined) return;
  caller.mustMay('customers.write', homeOf(await loadLocations(work), change.homeLocationId));
}

async function setPortalAccess(work: Work, before: CustomerRecord, allowed: boolean): Promise<void> {
  if (before.portalAccess === allowed) return;
  await appendPortalAccess(work.tx, {
    customerId: before.id,
    fromAt: work.now,
    allowed,
    byId: work.caller.actorId,
  });
  if (!allowed && before.accountId !== null) await endSessionsOf(work, before.accountId);
  const kind = allowed ? 'customer.portalAccessGiven' : 'customer.portalAccessRemoved';
  work.tell({ kind, aboutId: before.id, customerId: before.id, facts: {} });
}

const onlyChanged = (before: CustomerRecord, fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.keys(fields).map((field) => [field, before[field as keyof CustomerRecord]]));
