import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  answeredId,
  answeredInstant,
  dayText,
  flag,
  idOf,
  moneySchema,
  pageOf,
  pageQuery,
} from './schema.ts';

/** What customers owe and what is not on an invoice yet (CHG-1..4). */

const money = z.object({ amount: z.int(), currency: z.string() });

export const chargeStates = ['waiting', 'invoiced', 'waived', 'void'] as const;

export const chargeSchema = z.object({
  id: answeredId('chg'),
  customerId: answeredId('cus'),
  customerName: z.string(),
  locationId: answeredId('loc'),
  source: z.object({ kind: z.string(), id: z.string() }),
  text: z.string(),
  quantity: z.int(),
  price: money.meta({ description: 'Of one' }),
  amount: money.meta({
    description: 'Quantity times price, with or without tax as the location’s prices are',
  }),
  net: money,
  tax: money,
  total: money,
  taxRate: z.int().meta({ description: 'Hundredths of a per cent: 1900 is 19 %' }),
  includesTax: z.boolean(),
  state: z.enum(chargeStates),
  standing: z.enum(['member', 'contact']).meta({ description: 'When the charge arose' }),
  invoice: z.enum(['now', 'nextInvoice']),
  arisenAt: answeredInstant,
  ripeAt: answeredInstant,
  startDay: z.string().nullable(),
  endDay: z.string().nullable(),
  invoiceId: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  waived: z.object({ at: answeredInstant, by: z.string().nullable(), reason: z.string() }).nullable(),
  voidReason: z.string().nullable(),
});
export type AnsweredCharge = z.input<typeof chargeSchema>;

export const listCharges = endpoint({
  method: 'GET',
  path: '/charges',
  permission: 'billing.read',
  ownCustomer: true,
  summary: 'Charges, the newest first',
  query: z.object({
    ...pageQuery,
    customerId: idOf('cus').optional(),
    locationId: idOf('loc').optional(),
    state: z.enum(chargeStates).optional(),
    sourceKind: z.string().max(40).optional(),
    sourceId: z.string().max(80).optional(),
  }),
  answer: pageOf(chargeSchema),
});

export const getCharge = endpoint({
  method: 'GET',
  path: '/charges/:chargeId',
  permission: 'billing.read',
  ownCustomer: true,
  summary: 'A charge',
  params: z.object({ chargeId: idOf('chg') }),
  answer: chargeSchema,
});

export const createCharge = endpoint({
  method: 'POST',
  path: '/charges',
  permission: 'billing.write',
  summary:
    'Charges a customer by hand; a contact’s charge is invoiced at once unless said otherwise (CHG-2)',
  body: z.strictObject({
    customerId: idOf('cus'),
    locationId: idOf('loc'),
    text: z.string().trim().min(1).max(500),
    price: moneySchema.refine(({ amount }) => amount >= 0, { message: 'needs an amount of 0 or more' }),
    quantity: z.int().min(1).max(10_000).optional(),
    taxRate: z
      .int()
      .min(0)
      .max(10_000)
      .optional()
      .meta({ description: 'Hundredths of a per cent; else the location’s' }),
    startDay: dayText.optional(),
    endDay: dayText.optional(),
    invoice: z.enum(['now', 'nextInvoice']).optional(),
  }),
  answer: chargeSchema,
  status: 201,
  problems: ['currencyNotHere', 'customerArchived'],
});

export const waiveCharge = endpoint({
  method: 'POST',
  path: '/charges/:chargeId/waive',
  permission: 'billing.write',
  summary: 'Lets a charge go, with the reason (CHG-1)',
  params: z.object({ chargeId: idOf('chg') }),
  body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
  answer: chargeSchema,
  problems: ['chargeSettled'],
});

export const invoiceCharge = endpoint({
  method: 'POST',
  path: '/charges/:chargeId/invoice',
  permission: 'billing.write',
  summary: 'Invoices a waiting charge now',
  params: z.object({ chargeId: idOf('chg') }),
  answer: chargeSchema,
  problems: ['chargeSettled', 'customerArchived'],
});

export const waitingTotals = endpoint({
  method: 'GET',
  path: '/charges/waiting',
  permission: 'billing.read',
  summary: 'What waits to be invoiced, by currency',
  query: z.object({ locationId: idOf('loc').optional(), ripeOnly: flag.optional() }),
  answer: z.object({ data: z.array(z.object({ currency: z.string(), count: z.int(), amount: money })) }),
});
