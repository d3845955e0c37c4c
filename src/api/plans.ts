import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { cycleSchema, optionalTerms, priceFields } from './plan-terms.ts';
import { answeredId, answeredInstant, flag, idOf, pageOf, pageQuery } from './schema.ts';

const named = z.string().trim().min(1).max(120);

const newPlan = z
  .object({
    name: named,
    locationId: idOf('loc'),
    cycle: cycleSchema,
    ...priceFields,
    ...optionalTerms,
  })
  .partial()
  .required({ name: true, locationId: true, cycle: true })
  .refine(({ price, prices }) => price !== undefined || prices !== undefined, {
    message: 'needs a price, or a list of prices in several currencies',
    path: ['price'],
  });

export const changedPlan = z
  .object({ name: named, cycle: cycleSchema, ...priceFields, ...optionalTerms })
  .partial();
export type SentPlan = z.output<typeof changedPlan>;

const answeredMoney = z.object({ amount: z.int(), currency: z.string() });
const pair = z.object({ fromMinute: z.int(), untilMinute: z.int() });

export const planSchema = z.object({
  id: answeredId('pla'),
  locationId: answeredId('loc'),
  name: z.string(),
  description: z.string(),
  price: answeredMoney.meta({ description: 'In the currency of its location, or the first it has' }),
  prices: z.array(answeredMoney),
  cycle: cycleSchema,
  billing: z.object({ when: z.enum(['advance', 'arrears']), proration: z.enum(['byDays', 'full', 'free']) }),
  billingDay: z.int().nullable(),
  signUpFee: answeredMoney.nullable(),
  signUpFees: z.array(answeredMoney),
  usageInvoicing: z.enum(['cycleEnd', 'immediately']),
  dueDays: z.int().nullable(),
  validAt: z.object({ where: z.string(), locationIds: z.array(z.string()).optional() }),
  benefits: z.array(
    z.object({
      passId: answeredId('pas'),
      quantity: z.int(),
      minutes: z.int().nullish(),
      expires: z.union([z.enum(['endOfCycle', 'never']), z.object({ days: z.int() })]),
    }),
  ),
  entitlements: z.object({
    resourceTypeIds: z.array(z.string()),
    resourceIds: z.array(z.string()),
    bookingMinutesPer: z.record(z.string(), z.int()),
    hours: z.record(z.string(), z.array(pair)).nullable(),
    accessWithoutPass: z.boolean(),
    bookingDiscountPercent: z.number(),
    horizonDays: z.int().nullable(),
  }),
  discounts: z.object({ bookingPercent: z.number() }),
  limits: z.object({ bookingMinutesPer: z.record(z.string(), z.int()) }),
  freeze: z.object({
    byCustomers: z.boolean(),
    timesPerYear: z.int().nullable(),
    cyclesMax: z.int().nullable(),
  }),
  cancel: z.object({
    byCustomers: z.boolean(),
    minimumTermCycles: z.int(),
    noticeDays: z.int(),
    prorateLastCycle: z.boolean(),
    endsOn: z.enum(['endOfCycle', 'noticeDay']),
  }),
  suspendOnJoin: z.boolean(),
  audience: z.object({ level: z.string(), planIds: z.array(z.string()).optional() }),
  shownInPortal: z.boolean(),
  archivedAt: answeredInstant.nullable(),
  createdAt: answeredInstant,
  version: z.int(),
  inForceFrom: answeredInstant,
});
export type AnsweredPlan = z.input<typeof planSchema>;

const params = z.object({ planId: idOf('pla') });

export const listPlans = endpoint({
  method: 'GET',
  path: '/plans',
  permission: 'plans.read',
  summary: 'Plans: of the network, or those that can be taken at a location (made there or above it)',
  query: z.object({ ...pageQuery, locationId: idOf('loc').optional(), archived: flag.optional() }),
  answer: pageOf(planSchema),
  problems: ['notValid'],
});

export const getPlan = endpoint({
  method: 'GET',
  path: '/plans/:planId',
  permission: 'plans.read',
  summary: 'One plan with the terms now in force',
  params,
  answer: planSchema,
  problems: ['notFound'],
});

export const createPlan = endpoint({
  method: 'POST',
  path: '/plans',
  permission: 'plans.write',
  summary: 'Makes a plan at a location; it can be taken there and below',
  body: newPlan,
  answer: planSchema,
  status: 201,
  problems: ['notValid', 'planNameTaken'],
});

export const changePlan = endpoint({
  method: 'PATCH',
  path: '/plans/:planId',
  permission: 'plans.write',
  summary: 'Changes a plan: a new version, in force from now on',
  params,
  body: changedPlan,
  answer: planSchema,
  problems: ['notFound', 'notValid', 'planNameTaken', 'planHasContracts', 'changedMeanwhile'],
});

export const keepPrices = endpoint({
  method: 'POST',
  path: '/plans/:planId/keep-prices',
  permission: 'plans.write',
  summary:
    'Gives every contract that follows the plan’s price that price as its own from its next cycle: a new ' +
    'price is then for new contracts alone. A preview counts them.',
  params,
  body: z.strictObject({ preview: z.boolean().default(false) }),
  answer: z.object({
    preview: z.boolean(),
    contracts: z.int(),
    units: z.array(z.object({ currency: z.string(), quantity: z.int(), price: answeredMoney })),
  }),
  problems: ['notFound'],
});

export const archivePlan = endpoint({
  method: 'POST',
  path: '/plans/:planId/archive',
  permission: 'plans.write',
  summary: 'Puts a plan away: nobody can take it any more, contracts that are to it go on',
  params,
  answer: planSchema,
  problems: ['notFound'],
});

export const restorePlan = endpoint({
  method: 'POST',
  path: '/plans/:planId/restore',
  permission: 'plans.write',
  summary: 'Brings a plan back',
  params,
  answer: planSchema,
  problems: ['notFound', 'planNameTaken'],
});
