import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, dayText, idOf, moneySchema, pageOf, pageQuery } from './schema.ts';

/** Money received against invoices, recorded by hand (PAY-2). */

const money = z.object({ amount: z.int(), currency: z.string() });

export const paymentMethods = ['cash', 'terminal', 'transfer', 'card', 'other'] as const;

export const paymentSchema = z.object({
  id: answeredId('pay'),
  customerId: answeredId('cus'),
  customerName: z.string(),
  locationId: answeredId('loc'),
  amount: money,
  method: z.enum([...paymentMethods, 'credit']),
  receivedDay: z.string(),
  reference: z.string(),
  recordedAt: answeredInstant,
  recordedBy: z.string().nullable(),
  allocations: z.array(z.object({ invoiceId: answeredId('inv'), number: z.string(), amount: money })),
  unallocated: money.meta({
    description: 'Account credit: it settles the customer’s next invoices (PAY-2)',
  }),
});
export type AnsweredPayment = z.input<typeof paymentSchema>;

export const recordPayment = endpoint({
  method: 'POST',
  path: '/payments',
  permission: 'payments.write',
  summary: 'Records money received; what goes beyond the invoices is account credit',
  body: z
    .strictObject({
      invoiceId: idOf('inv').optional(),
      invoiceIds: z.array(idOf('inv')).min(1).max(100).optional(),
      customerId: idOf('cus')
        .optional()
        .meta({ description: 'Whose invoices they are; refused when they are not' }),
      amount: moneySchema,
      method: z
        .enum([...paymentMethods, 'bankTransfer'])
        .transform((method) => (method === 'bankTransfer' ? 'transfer' : method))
        .optional(),
      receivedDay: dayText.optional(),
      reference: z.string().trim().max(200).optional(),
    })
    .refine(({ invoiceId, invoiceIds }) => (invoiceId === undefined) !== (invoiceIds === undefined), {
      message: 'needs invoiceId or invoiceIds',
      path: ['invoiceId'],
    }),
  answer: paymentSchema,
  status: 201,
  problems: ['invoiceNotIssued', 'alreadyPaid', 'currencyNotHere', 'invoicesOfSeveral'],
});

export const listPayments = endpoint({
  method: 'GET',
  path: '/payments',
  permission: 'payments.read',
  ownCustomer: true,
  summary: 'Payments, the newest first',
  query: z.object({
    ...pageQuery,
    customerId: idOf('cus').optional(),
    locationId: idOf('loc').optional(),
    invoiceId: idOf('inv').optional(),
  }),
  answer: pageOf(paymentSchema),
});

export const getPayment = endpoint({
  method: 'GET',
  path: '/payments/:paymentId',
  permission: 'payments.read',
  ownCustomer: true,
  summary: 'A payment',
  params: z.object({ paymentId: idOf('pay') }),
  answer: paymentSchema,
});
