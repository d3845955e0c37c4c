import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/customers.ts';
import { json } from '../platform/database/sql.ts';
import type { CustomerFields } from './customer-store.ts';

type Sent = BodyOf<typeof api.changeCustomer>;

/** What was sent, as columns; what was left out is left alone. */
export function fieldsFrom(sent: Sent): Partial<CustomerFields> {
  const {
    kind,
    name,
    email,
    phone,
    language,
    homeLocationId,
    tags,
    customFields,
    billing,
    contact,
    dueDays,
  } = sent;
  return given({
    kind,
    name,
    email,
    phone,
    language,
    homeLocationId,
    tags,
    dueDays,
    customFields: customFields === undefined ? undefined : json(customFields),
    billingName: billing?.name,
    billingAddress: billing?.address,
    taxId: billing?.taxId,
    contactName: contact?.name,
    contactEmail: contact?.email,
    contactPhone: contact?.phone,
  });
}

const given = (fields: {
  [K in keyof CustomerFields]: CustomerFields[K] | undefined;
}): Partial<CustomerFields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
