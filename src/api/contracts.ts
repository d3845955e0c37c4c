import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  answeredId,
  answeredInstant,
  currencyText,
  dayText,
  idOf,
  instantText,
  moneySchema,
  pageOf,
  pageQuery,
} from './schema.ts';
import { bookingsWish, touchedBookingSchema } from './touched-booking.ts';

const money = z.object({ amount: z.int(), currency: z.string() });
const day = z.string().meta({ format: 'date' });
const ownPrice = moneySchema.refine(({ amount }) => amount >= 0, { message: 'needs an amount of 0 or more' });
const preview = z.boolean().default(false);
const usageInvoicings = ['cycleEnd', 'immediately'] as const;
export const contractStatuses = ['scheduled', 'active', 'frozen', 'ended', 'void'] as const;

export const freezeSchema = z.object({
  id: answeredId('frz'),
  contractId: answeredId('con'),
  fromDay: day,
  untilDay: day.nullable().meta({ description: 'The first day not frozen' }),
  startsAt: answeredInstant,
  endsAt: answeredInstant.nullable(),
  billing: z.union([z.enum(['none', 'full']), z.object({ fee: money })]),
  extendsMinimumTerm: z.boolean(),
  state: z.enum(['scheduled', 'inForce', 'over', 'takenBack']),
});

export const contractSchema = z.object({
  id: answeredId('con'),
  customerId: answeredId('cus'),
  customerName: z.string(),
  locationId: answeredId('loc'),
  teamId: answeredId('tea').nullable().meta({ description: 'Whose members its seats are for (TEM-2)' }),
  seats: z.int().meta({ description: 'Places for members of the team, besides the holder' }),
  planId: answeredId('pla'),
  planName: z.string(),
  status: z.enum(contractStatuses),
  startDay: day,
  endDay: day.nullable().meta({ description: 'The first day not covered' }),
  lastDay: day.nullable().meta({ description: 'The day before endDay' }),
  billingDay: z.int(),
  cycle: z.object({ every: z.int(), unit: z.enum(['day', 'week', 'month', 'year']) }),
  price: money.meta({ description: "Per cycle: its own, or the plan's" }),
  ownPrice: money.nullable(),
  quantity: z.int(),
  minimumTermEndDay: day.nullable(),
  noticeDays: z.int().nullable(),
  usageInvoicing: z.enum(usageInvoicings).meta({ description: "When use is invoiced: own, or the plan's" }),
  nextPlan: z
    .object({
      planId: answeredId('pla'),
      planName: z.string(),
      fromDay: day,
      price: money,
      ownPrice: money.nullable(),
    })
    .nullable(),
  freezes: z.array(freezeSchema),
  cancelledAt: answeredInstant.nullable(),
  nextInvoiceDay: day.nullable(),
  createdAt: answeredInstant,
  version: z.int(),
});
export type AnsweredContract = z.input<typeof contractSchema>;

/** What a verb does, or would do: money, and what changes for the customer. */
export const effectsSchema = z.object({
  preview: z.literal(true),
  contract: contractSchema,
  effectiveDay: day,
  stops: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
  goesOn: z.array(z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()) })),
  bookings: z.array(touchedBookingSchema).meta({
    description: 'Those already made that would now be refused or cost more (BKA-5)',
  }),
  billing: z
    .object({
      lines: z.array(
        z.object({ text: z.string(), fromDay: day.nullable(), untilDay: day.nullable(), amount: money }),
      ),
      difference: money,
    })
    .nullable()
    .meta({ description: 'What changes on the invoices to come, tax included' }),
});
export type Effects = z.input<typeof effectsSchema>;

const params = z.object({ contractId: idOf('con') });
const freezeParams = z.object({ contractId: idOf('con'), freezeId: idOf('frz') });

export const listContracts = endpoint({
  method: 'GET',
  path: '/contracts',
  permission: 'contracts.read',
  ownCustomer: true,
  summary: 'Contracts, the newest first; a customer sees its own',
  query: z.object({
    ...pageQuery,
    customerId: idOf('cus').optional(),
    locationId: idOf('loc').optional(),
    planId: idOf('pla').optional(),
    teamId: idOf('tea').optional(),
    status: z.enum(contractStatuses).optional(),
    endsBy: dayText.optional().meta({ description: 'Those with an end, on this day or before' }),
    at: instantText.optional(),
  }),
  answer: pageOf(contractSchema),
  problems: ['notValid'],
});

export const getContract = endpoint({
  method: 'GET',
  path: '/contracts/:contractId',
  permission: 'contracts.read',
  ownCustomer: true,
  summary: 'One contract, as it is now or at another instant',
  params,
  query: z.object({ at: instantText.optional() }),
  answer: contractSchema,
  problems: ['notFound'],
});

export const createContract = endpoint({
  method: 'POST',
  path: '/contracts',
  permission: 'contracts.write',
  summary: 'Puts a customer on a plan',
  body: z.object({
    customerId: idOf('cus'),
    planId: idOf('pla'),
    locationId: idOf('loc'),
    startDay: dayText,
    billingDay: z.int().min(1).max(31).nullish(),
    price: ownPrice.nullish(),
    quantity: z.int().min(1).max(10_000).default(1),
    minimumTermCycles: z.int().min(0).max(120).optional(),
    noticeDays: z.int().min(0).max(366).nullish(),
    usageInvoicing: z.enum(usageInvoicings).nullish().meta({ description: 'As the plan says unless set' }),
    teamId: idOf('tea').nullish().meta({ description: 'A team whose members its seats are for (TEM-2)' }),
    seats: z.int().min(0).max(1000).optional()
      .meta({ description: 'With a team: as many as the quantity unless set; the price does not follow' }),
    preview,
  }),
  answer: z.union([contractSchema, effectsSchema]),
  status: 201,
  problems: ['notValid', 'customerArchived', 'notFound'],
});

export const cancelContract = endpoint({
  method: 'POST',
  path: '/contracts/:contractId/cancel',
  permission: 'contracts.write',
  ownCustomer: true,
  summary: 'Sets the end of a contract (CON-4); cancelled before it starts, it is void',
  params,
  body: z
    .object({
      lastDay: dayText.optional(),
      at: z.enum(['endOfCycle', 'afterNotice', 'now']).optional(),
      bookings: bookingsWish,
      preview,
    })
    .refine(({ lastDay, at }) => lastDay === undefined || at === undefined, {
      message: 'needs a last day, or a way to find it, not both',
      path: ['lastDay'],
    }),
  answer: z.union([contractSchema, effectsSchema]),
  problems: [
    'notFound',
    'notPermitted',
    'contractOver',
    'alreadyCancelled',
    'planForbidsCancelling',
    'changedMeanwhile',
  ],
});

export const keepContract = endpoint({
  method: 'POST',
  path: '/contracts/:contractId/keep',
  permission: 'contracts.write',
  ownCustomer: true,
  summary: 'Takes a cancellation back before the contract has ended; a customer its own one',
  params,
  answer: contractSchema,
  problems: ['notFound', 'notPermitted', 'contractOver', 'notCancelled'],
});

export const changeContractPlan = endpoint({
  method: 'POST',
  path: '/contracts/:contractId/change-plan',
  permission: 'contracts.write',
  summary: 'Moves a contract to another plan, with the next cycle or now (CON-5)',
  params,
  body: z.object({
    planId: idOf('pla'),
    when: z.enum(['nextCycle', 'now']).default('nextCycle'),
    price: ownPrice.nullish(),
    quantity: z.int().min(1).max(10_000).optional(),
    bookings: bookingsWish,
    preview,
  }),
  answer: z.union([contractSchema, effectsSchema]),
  problems: ['notFound', 'notValid', 'contractOver', 'changeAfterEnd', 'changedMeanwhile'],
});

export const createFreeze = endpoint({
  method: 'POST',
  path: '/contracts/:contractId/freezes',
  permission: 'contracts.write',
  ownCustomer: true,
  summary: 'Pauses what a contract gives for a while (CON-6); the customer stays a member',
  params,
  body: z.object({
    fromDay: dayText,
    untilDay: dayText.nullish(),
    billing: z
      .union([
        z.enum(['none', 'full']),
        z.object({
          fee: z.union([z.int().min(0), z.object({ amount: z.int().min(0), currency: currencyText })]),
        }),
      ])
      .default('none'),
    extendsMinimumTerm: z.boolean().default(true),
    bookings: bookingsWish,
    preview,
  }),
  answer: z.union([freezeSchema, effectsSchema]),
  status: 201,
  problems: [
    'notFound',
    'notValid',
    'notPermitted',
    'contractOver',
    'freezeOverlaps',
    'planForbidsFreezing',
    'freezeTooOften',
    'freezeTooLong',
    'freezeInMinimumTerm',
    'changedMeanwhile',
  ],
});

export const listFreezes = endpoint({
  method: 'GET',
  path: '/contracts/:contractId/freezes',
  permission: 'contracts.read',
  ownCustomer: true,
  summary: 'The freezes of a contract, in order',
  params,
  answer: z.object({ data: z.array(freezeSchema), nextCursor: z.null() }),
  problems: ['notFound'],
});

export const resumeFreeze = endpoint({
  method: 'POST',
  path: '/contracts/:contractId/freezes/:freezeId/resume',
  permission: 'contracts.write',
  ownCustomer: true,
  summary: 'Ends a freeze now; one that has not begun is taken back',
  params: freezeParams,
  body: z.object({ preview }),
  answer: z.union([freezeSchema, effectsSchema]),
  problems: ['notFound', 'notPermitted', 'freezeOver', 'changedMeanwhile'],
});
