import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/customers.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { loadLocations, type Locations, networkOf } from '../locations/load-locations.ts';
import { json } from '../platform/database/sql.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { appendPortalAccess, type CustomerRecord, findCustomer, insertCustomer } from './customer-store.ts';
import { fieldsFrom } from './sent-fields.ts';

/** Makes a customer: at home at the network, with portal access, unless said otherwise (CUS-1, CUS-2). */
export async function createCustomer(
  work: Work,
  wished: BodyOf<typeof api.createCustomer>,
): Promise<CustomerRecord> {
  const homeLocationId = homeOf(await loadLocations(work), wished.homeLocationId);
  work.caller.mustMay('customers.write', homeLocationId);

  const id = work.newId('cus');
  const fields = {
    ...empty,
    ...fieldsFrom(wished),
    kind: wished.kind,
    name: wished.name,
    email: wished.email,
    homeLocationId,
  };
  if (!(await insertCustomer(work.tx, id, fields, work.now))) throw emailTaken();
  const allowed = wished.portalAccess ?? true;
  await appendPortalAccess(work.tx, { customerId: id, fromAt: work.now, allowed, byId: work.caller.actorId });

  const { name, kind } = wished;
  work.audit({
    action: 'customer.created',
    aboutId: id,
    customerId: id,
    locationId: homeLocationId,
    after: wished,
  });
  work.tell({ kind: 'customer.created', aboutId: id, customerId: id, facts: { name, kind, homeLocationId } });
  return (await findCustomer(work.tx, id, work.now))!;
}

/** CUS-2: the error says what to do. */
export function emailTaken(): Problem {
  const detail =
    'Another customer has this e-mail address. A person who needs a company account and an individual ' +
    'account uses two addresses.';
  return new Problem('emailTaken', { detail, errors: [{ field: 'email', code: 'taken', detail }] });
}

/** The network, unless a location is named; 422 by field when there is no such location. */
export function homeOf(locations: Locations, wished: Id<'loc'> | undefined): Id<'loc'> {
  const home = wished ?? networkOf(locations)?.id;
  if (home !== undefined && locations.tree.has(home)) return home;
  throw fieldProblem('homeLocationId', 'unknown', 'There is no such location.');
}

const empty = {
  phone: '',
  language: null,
  tags: [],
  customFields: json({}),
  billingName: '',
  billingAddress: '',
  taxId: '',
  contactName: '',
  contactEmail: '',
  contactPhone: '',
  dueDays: null,
};
