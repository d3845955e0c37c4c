import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, wholeListOf } from './schema.ts';
import { bookingsWish, touchesSchema } from './touched-booking.ts';

const causes = ['manual', 'signup', 'plan', 'crm', 'overdue', 'import'] as const;
const money = z.object({ amount: z.int(), currency: z.string() });

/** What the next billing run adds for cycles missed. */
const amounts = {
  totals: z.array(money).meta({ description: 'Tax included, one for each currency' }),
  lines: z.array(
    z.object({
      contractId: answeredId('con'),
      name: z.string(),
      amount: money,
      fromDay: z.string().nullable(),
      untilDay: z.string().nullable().meta({ description: 'The first day not billed' }),
    }),
  ),
};

export const suspensionSchema = z.object({
  id: answeredId('sus'),
  customerId: answeredId('cus'),
  cause: z.enum(causes),
  note: z.string(),
  startedAt: answeredInstant,
  startedBy: z.string().nullable(),
  endedAt: answeredInstant.nullable(),
  endedBy: z.string().nullable(),
  missedCycles: z.enum(['skip', 'prorate', 'charge']).nullable(),
});

const params = z.object({ customerId: idOf('cus') });

export const listSuspensions = endpoint({
  method: 'GET',
  path: '/customers/:customerId/suspensions',
  permission: 'customers.read',
  summary: 'All suspensions of a customer, the newest first',
  params,
  answer: wholeListOf(suspensionSchema),
  problems: ['notFound'],
});

export const suspendCustomer = endpoint({
  method: 'POST',
  path: '/customers/:customerId/suspensions',
  permission: 'customers.suspend',
  summary:
    'Suspends a customer until somebody lifts it; several may be open at once (SUS-1). With preview it ' +
    'only says which bookings already made it touches',
  params,
  body: z.strictObject({
    cause: z.enum(causes).default('manual'),
    note: z.string().trim().max(2000).default(''),
    bookings: bookingsWish,
    preview: z.boolean().default(false),
  }),
  answer: z.union([suspensionSchema, touchesSchema]),
  status: 201,
  problems: ['notFound', 'notValid'],
});

export const liftSuspension = endpoint({
  method: 'POST',
  path: '/customers/:customerId/suspensions/:suspensionId/lift',
  permission: 'customers.suspend',
  summary:
    'Lifts a suspension. Of several the last one lifted says what becomes of the cycles missed (SUS-5); ' +
    'with preview it only says what each choice would bill',
  params: z.object({ customerId: idOf('cus'), suspensionId: idOf('sus') }),
  body: z.object({
    missedCycles: z.enum(['skip', 'prorate', 'charge']).default('skip'),
    preview: z.boolean().default(false),
  }),
  answer: z.object({
    ...suspensionSchema.shape,
    preview: z.boolean(),
    /** Another suspension is still open: the customer stays suspended and nothing is decided about cycles. */
    stillSuspended: z.boolean(),
    choices: z.array(z.object({ missedCycles: z.enum(['skip', 'prorate', 'charge']), ...amounts })),
    ...amounts,
  }),
  problems: ['notFound', 'suspensionOver'],
});
