import { z } from 'zod';
import { emailText, personName } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, flag, idOf, pageOf, pageQuery } from './schema.ts';
import { bookingsWish, touchesSchema } from './touched-booking.ts';

const shortText = z.string().trim().max(200);
const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'needs a language such as en or de')
  .max(20)
  .nullable();
const tag = z.string().trim().min(1).max(60);
const billing = z.object({
  name: shortText,
  address: z.string().trim().max(1000),
  taxId: z.string().trim().max(60),
});
const emailOrNone = z.union([emailText, z.literal('')]);
const contact = z.object({ name: shortText, email: emailOrNone, phone: z.string().trim().max(60) });

/** Beyond this, whole numbers are no longer told apart: such a value belongs into a text. */
const fieldNumber = z.number().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);

const optional = {
  phone: z.string().trim().max(60),
  language,
  homeLocationId: idOf('loc'),
  portalAccess: z.boolean(),
  tags: z
    .array(tag)
    .max(50)
    .transform((tags) => [...new Set(tags)]),
  customFields: z.record(
    z.string().min(1).max(60),
    z.union([z.string().max(2000), fieldNumber, z.boolean(), z.null()]),
  ),
  billing: billing.partial(),
  contact: contact.partial().meta({ description: 'Of a company: its primary contact person (CUS-3)' }),
  dueDays: z.int().min(0).max(365).nullable(),
};

const newCustomer = z.object({
  kind: z.enum(['individual', 'company']).default('individual'),
  name: personName,
  email: emailText,
  ...z.object(optional).partial().shape,
});

const changedCustomer = z
  .object({ kind: z.enum(['individual', 'company']), name: personName, email: emailText, ...optional })
  .partial();

export const customerSchema = z.object({
  id: answeredId('cus'),
  kind: z.enum(['individual', 'company']),
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  language: z.string().nullable(),
  homeLocationId: answeredId('loc'),
  billing,
  contact: z.object({ name: z.string(), email: z.string(), phone: z.string() }).nullable(),
  tags: z.array(z.string()).meta({ description: 'For staff; a customer reads none of its own' }),
  customFields: z.record(z.string(), z.unknown()),
  dueDays: z.int().nullable(),
  /** Five independent facts, each as it is now (CUS-6). */
  portalAccess: z.boolean(),
  standing: z.enum(['member', 'contact']),
  frozen: z.boolean(),
  suspended: z.boolean(),
  archived: z.boolean(),
  archivedAt: answeredInstant.nullable(),
  planNames: z.array(z.string()).meta({ description: 'Of the contracts in force now, frozen ones included' }),
  lastCheckInAt: answeredInstant.nullable(),
  createdAt: answeredInstant,
  version: z.int(),
});
export type AnsweredCustomer = z.input<typeof customerSchema>;

const params = z.object({ customerId: idOf('cus') });

export const customerOrders = ['name', '-name', 'createdAt', '-createdAt'] as const;

const customerFilters = {
  q: z.string().trim().max(200).optional(),
  locationId: idOf('loc').optional(),
  standing: z.enum(['member', 'contact']).optional(),
  suspended: flag.optional(),
  frozen: flag.optional(),
  archived: flag.optional(),
  portalAccess: flag.optional(),
  kind: z.enum(['individual', 'company']).optional(),
  tag: tag.optional(),
  email: z.string().trim().toLowerCase().max(254).optional(),
  sort: z.enum(customerOrders).default('name'),
};

export const listCustomers = endpoint({
  method: 'GET',
  path: '/customers',
  permission: 'customers.read',
  summary:
    'Customers: of a location and those below it, by standing and restriction, found without accents',
  query: z.object({ ...pageQuery, ...customerFilters }),
  answer: pageOf(customerSchema),
  problems: ['notValid'],
});

export const exportCustomers = endpoint({
  method: 'GET',
  path: '/customers.csv',
  permission: 'customers.read',
  summary: 'The same list as a CSV file, all of it: one row a customer',
  answers: 'file',
  query: z.object(customerFilters),
  answer: z.string().meta({ format: 'binary' }),
  problems: ['notValid'],
});

export const createCustomer = endpoint({
  method: 'POST',
  path: '/customers',
  permission: 'customers.write',
  summary:
    'Makes a customer: individual, at home at the network and with portal access, unless said otherwise',
  body: newCustomer,
  answer: customerSchema,
  status: 201,
  problems: ['notValid', 'emailTaken'],
});

export const getCustomer = endpoint({
  method: 'GET',
  path: '/customers/:customerId',
  permission: 'customers.read',
  ownCustomer: true,
  summary: 'One customer, as it is now',
  params,
  answer: customerSchema,
  problems: ['notFound'],
});

export const changeCustomer = endpoint({
  method: 'PATCH',
  path: '/customers/:customerId',
  permission: 'customers.write',
  ownCustomer: true,
  summary: 'Changes a customer; customers change their own name, phone, language and billing details',
  params,
  body: changedCustomer,
  answer: customerSchema,
  problems: ['notFound', 'notPermitted', 'notValid', 'emailTaken', 'changedMeanwhile'],
});

export const archiveCustomer = endpoint({
  method: 'POST',
  path: '/customers/:customerId/archive',
  permission: 'customers.archive',
  summary:
    'Puts a customer away: ends sign-in and invoicing at once, keeps all history (CUS-7). With preview it ' +
    'only says which bookings already made it touches',
  params,
  body: z.object({ bookings: bookingsWish, preview: z.boolean().default(false) }).optional(),
  answer: z.union([customerSchema, touchesSchema]),
  problems: ['notFound'],
});

export const restoreCustomer = endpoint({
  method: 'POST',
  path: '/customers/:customerId/restore',
  permission: 'customers.archive',
  summary: 'Brings a customer back, with its contracts as they are now',
  params,
  answer: customerSchema,
  problems: ['notFound'],
});

export const listActivity = endpoint({
  method: 'GET',
  path: '/customers/:customerId/activity',
  permission: 'customers.read',
  summary: 'Everything that happened to a customer, the newest first (CUS-5)',
  params,
  query: z.object({ ...pageQuery }),
  answer: pageOf(
    z.object({
      id: answeredId('aud'),
      at: answeredInstant,
      action: z.string(),
      aboutId: z.string(),
      actorKind: z.string(),
      actorName: z.string().nullable(),
      aboutName: z
        .string()
        .nullable()
        .meta({ description: 'The room booked, what was charged, the number of the invoice, the plan' }),
      after: z.unknown(),
    }),
  ),
  problems: ['notFound'],
});
