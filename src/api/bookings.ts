import { z } from 'zod';
import { decisionSchema, layerSchema } from './decision.ts';
import { endpoint } from './endpoint.ts';
import {
  answeredId, answeredInstant, flag, idOf, instantText, isNoLonger, noLonger, pageOf, pageQuery,
} from './schema.ts';

/** Bookings (BKG-1..7), their quotes (RAT-3), and what is free (BKA-2). */

export const vias = ['portal', 'desk', 'kiosk', 'door', 'api'] as const;
export const bookingStates = [
  'requested', 'tentative', 'confirmed', 'checkedIn', 'completed', 'noShow', 'cancelled', 'rejected',
] as const;

const money = z.object({ amount: z.int(), currency: z.string() });

export const quoteSchema = z.object({
  minutes: z.int(),
  steps: z.array(z.object({
    kind: z.enum(['rate', 'memberRate', 'planDiscount', 'tax']), amount: money, rateId: z.string().optional(),
    name: z.string().optional(), pricePerHour: money.optional(), minutes: z.int().optional(),
    capped: z.boolean().optional(), planIds: z.array(z.string()).optional(), planId: z.string().optional(),
    planName: z.string().optional(), contractId: z.string().optional(), percent: z.number().optional(),
    taxRate: z.int().optional(), taxName: z.string().optional(), included: z.boolean().optional(),
  })),
  net: money, tax: money, total: money.meta({ description: 'What is to be paid, tax included' }),
  taxRate: z.int(), taxName: z.string(), pricesIncludeTax: z.boolean(),
});
export type AnsweredQuote = z.input<typeof quoteSchema>;

export const bookingSchema = z.object({
  id: answeredId('bok'),
  resourceId: answeredId('res'),
  resourceName: z.string(),
  locationId: answeredId('loc'),
  customerId: answeredId('cus').nullable(),
  customerName: z.string().nullable(),
  startAt: answeredInstant,
  endAt: answeredInstant,
  state: z.enum(bookingStates),
  via: z.enum(vias),
  price: money
    .nullable()
    .meta({ description: 'What was promised, tax included; null: time blocked by staff' }),
  quote: quoteSchema.nullable(),
  override: z
    .object({
      layers: z.array(z.object({ layer: z.string(), code: z.string() })),
      reason: z.string(),
      by: z.string().nullable(),
    })
    .nullable(),
  note: z.string(),
  heldUntil: answeredInstant.nullable(),
  freeToCancelUntil: answeredInstant,
  units: z.array(z.int()),
  chargeId: z.string().nullable(),
  invoiceId: z.string().nullable(),
  createdAt: answeredInstant,
  createdBy: z.string().nullable(),
  endedAt: answeredInstant.nullable(),
  endReason: z.string().nullable(),
  version: z.int(),
});
export type AnsweredBooking = z.input<typeof bookingSchema>;

const when = { startAt: instantText, endAt: instantText };
const wished = {
  resourceId: idOf('res'),
  customerId: idOf('cus')
    .nullable()
    .optional()
    .meta({ description: 'Customers book for themselves; null from staff blocks the time' }),
  ...when,
  via: z
    .enum(vias)
    .optional()
    .meta({ description: 'portal for customers, desk for admins, api for keys, unless said' }),
  people: z.int().min(1).max(100_000).optional(),
  note: z.string().max(2000).optional(),
  override: z.strictObject({ reason: z.string().trim().min(1).max(500) }).optional(),
};
const inOrder = { message: 'needs to be after startAt', path: ['endAt'] };
const bookingBody = z.strictObject({ ...wished, hold: z.boolean().optional() })
  .refine(({ startAt, endAt }) => !(startAt >= endAt), inOrder)
  .refine(isNoLonger, noLonger);
export type SentBooking = z.output<typeof bookingBody>;

const params = z.object({ bookingId: idOf('bok') });

export const createBooking = endpoint({
  method: 'POST', path: '/bookings', permission: 'bookings.write', ownCustomer: true,
  summary: 'Books a resource; refused with the decision, or, where it is taken, with free times nearby',
  body: bookingBody, answer: bookingSchema, status: 201, problems: ['notAllowed', 'slotTaken'],
});

export const quoteBooking = endpoint({
  method: 'POST',
  path: '/bookings/quote',
  permission: 'bookings.read',
  ownCustomer: true,
  summary: 'What a booking would cost and whether it would be allowed; saves nothing',
  body: bookingBody,
  answer: z.object({
    price: money.nullable(),
    quote: quoteSchema.nullable(),
    decision: decisionSchema,
    freeToCancelUntil: answeredInstant,
  }),
});

export const listBookings = endpoint({
  method: 'GET', path: '/bookings', permission: 'bookings.read', ownCustomer: true,
  summary: 'Bookings by their start; from and to find those that touch the period',
  query: z.object({
    ...pageQuery, resourceId: idOf('res').optional(), customerId: idOf('cus').optional(),
    locationId: idOf('loc').optional(),
    teamId: idOf('tea').optional()
      .meta({ description: 'What the members of a team have booked since they are in it (PER-2)' }),
    from: instantText.optional(), to: instantText.optional(),
    state: z.string().optional().meta({ description: 'One state, or several with commas between' }),
    sort: z.enum(['startAt', '-startAt']).optional(),
  }),
  answer: pageOf(bookingSchema),
});

export const getBooking = endpoint({
  method: 'GET', path: '/bookings/:bookingId', permission: 'bookings.read', ownCustomer: true,
  summary: 'One booking with its quote', params, answer: bookingSchema,
});

export const cancelBooking = endpoint({
  method: 'POST', path: '/bookings/:bookingId/cancel', permission: 'bookings.write', ownCustomer: true,
  summary: 'Cancels a booking: frees the time, takes its charge back or keeps the fee for a late one', params,
  body: z.strictObject({
    reason: z.string().trim().max(500).optional(),
    fee: z.enum(['asSet', 'none']).optional().meta({ description: 'none: staff let it go without a fee' }),
    preview: z.boolean().optional(),
  }).optional(),
  answer: bookingSchema.extend({ fee: money.nullable() }), problems: ['bookingOver', 'notAllowed'],
});

export const changeBooking = endpoint({
  method: 'POST', path: '/bookings/:bookingId/change', permission: 'bookings.write', ownCustomer: true,
  summary: 'Moves, lengthens or shortens a booking, and prices it anew', params,
  body: z.strictObject({
    resourceId: idOf('res').optional(), startAt: instantText.optional(), endAt: instantText.optional(),
    note: z.string().max(2000).optional(),
    override: z.strictObject({ reason: z.string().trim().min(1).max(500) }).optional(),
    preview: z.boolean().optional().meta({ description: 'Answers what it would become; saves nothing' }),
  }),
  answer: bookingSchema, problems: ['bookingOver', 'notAllowed', 'slotTaken'],
});

export const approveBooking = endpoint({
  method: 'POST', path: '/bookings/:bookingId/approve', permission: 'bookings.write',
  summary: 'Confirms a requested booking', params, body: z.strictObject({}).optional(), answer: bookingSchema,
  problems: ['bookingNotRequested', 'bookingOver'],
});

export const rejectBooking = endpoint({
  method: 'POST', path: '/bookings/:bookingId/reject', permission: 'bookings.write',
  summary: 'Rejects a requested booking and frees the time', params,
  body: z.strictObject({ reason: z.string().trim().max(500).optional() }).optional(), answer: bookingSchema,
  problems: ['bookingNotRequested'],
});

export const checkInBooking = endpoint({
  method: 'POST',
  path: '/bookings/:bookingId/check-in',
  permission: 'bookings.write',
  ownCustomer: true,
  summary: 'Says that the customer of a confirmed booking is there; twice is the same as once',
  params,
  body: z.strictObject({}).optional(),
  answer: bookingSchema,
  problems: ['bookingOver'],
});

export const confirmBooking = endpoint({
  method: 'POST', path: '/bookings/:bookingId/confirm', permission: 'bookings.write', ownCustomer: true,
  summary: 'Confirms a held booking before the hold ends', params, body: z.strictObject({}).optional(),
  answer: bookingSchema, problems: ['holdOver'],
});

const span = z.object({ startAt: answeredInstant, endAt: answeredInstant });

export const listAvailability = endpoint({
  method: 'GET',
  path: '/availability',
  permission: 'resources.read',
  ownCustomer: true,
  summary: 'Free starts and periods of each resource, judged by the function that confirms bookings',
  query: z
    .object({
      locationId: idOf('loc'),
      from: instantText,
      to: instantText,
      typeId: idOf('rty').optional(),
      resourceId: idOf('res').optional(),
      capacity: z.coerce.number().int().min(1).optional(),
      minutes: z.coerce
        .number()
        .int()
        .min(1)
        .max(60 * 24 * 31)
        .optional(),
      customerId: idOf('cus').optional(),
      via: z.enum(vias).optional(),
      explain: flag.optional(),
    })
    .refine(({ from, to }) => !(from >= to), { message: 'needs to be after from', path: ['to'] })
    .refine(({ from, to }) => !(to - from > 62 * 86_400_000), {
      message: 'is 62 days after from at most',
      path: ['to'],
    }),
  answer: z.object({
    data: z.array(
      z.object({
        resourceId: answeredId('res'),
        locationId: answeredId('loc').meta({
          description: 'Another than the one asked about where its portal shows others too (VIS-1)',
        }),
        name: z.string(),
        typeId: answeredId('rty'),
        capacity: z.int(),
        units: z.int(),
        minutes: z.int(),
        starts: z
          .array(answeredInstant)
          .meta({ description: 'Where a booking of that many minutes may begin' }),
        periods: z.array(span).meta({ description: 'What such bookings can lie in' }),
        pricePerHour: money
          .nullable()
          .meta({ description: 'For the first free start; null: no price is stated' }),
        open: z.array(span).optional(),
        refused: z
          .array(span.extend(layerSchema.shape))
          .optional()
          .meta({ description: 'With explain: when it cannot be booked, and the first reason' }),
      }),
    ),
  }),
});
