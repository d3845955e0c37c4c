import { z } from 'zod';
import { idOf, moneySchema } from './schema.ts';
import { weekHours } from './settings.ts';

/** The terms of a plan as they are sent. All but the price and the cycle have a first value. */

const price = moneySchema.refine(({ amount }) => amount >= 0, { message: 'needs an amount of 0 or more' });
const prices = z.union([price.transform((one) => [one]), z.array(price).min(1)]);
const count = z.int().min(0);

/** Per cent off, 0 to 100. */
const percent = z.number().min(0).max(100);

const minutesPer = z.object({ day: count.optional(), week: count.optional(), cycle: count.optional() });

export const audienceSchema = z.union([
  z.object({ level: z.enum(['public', 'signedIn', 'contacts', 'members']) }),
  z.object({ level: z.literal('plans'), planIds: z.array(idOf('pla')).min(1) }),
]);

const entitlements = z
  .object({
    resourceTypeIds: z.array(idOf('rty')),
    resourceIds: z.array(idOf('res')),
    bookingMinutesPer: minutesPer,
    hours: weekHours.nullable(),
    accessWithoutPass: z.boolean(),
    bookingDiscountPercent: percent,
    horizonDays: count.nullable(),
  })
  .partial();

const benefit = z
  .object({
    passId: idOf('pas'),
    quantity: z.int().min(1).optional(),
    /** Of a time pass, instead of a quantity: minutes as they are. */
    minutes: z.int().min(1).optional(),
    expires: z
      .union([z.enum(['endOfCycle', 'never']), z.object({ days: z.int().min(1) })])
      .default('endOfCycle'),
  })
  .refine(({ quantity, minutes }) => (quantity ?? minutes) !== undefined, {
    message: 'needs how many',
    path: ['quantity'],
  });

/** Fields of a plan that have a first value, so that they may be left out. */
export const optionalTerms = {
  description: z.string().max(4000),
  billing: z
    .object({ when: z.enum(['advance', 'arrears']), proration: z.enum(['byDays', 'full', 'free']) })
    .partial(),
  billingDay: z.int().min(1).max(31).nullable(),
  signUpFee: prices.nullable(),
  usageInvoicing: z.enum(['cycleEnd', 'immediately']),
  dueDays: count.max(365).nullable(),
  validAt: z.union([
    z.object({ where: z.enum(['location', 'below', 'network']) }),
    z.object({ where: z.literal('chosen'), locationIds: z.array(idOf('loc')).min(1) }),
  ]),
  benefits: z.array(benefit).max(50),
  entitlements,
  discounts: z.object({ bookingPercent: percent }).partial(),
  limits: z.object({ bookingMinutesPer: minutesPer }).partial(),
  freeze: z
    .object({
      byCustomers: z.boolean(),
      timesPerYear: count.nullable(),
      cyclesMax: z.int().min(1).nullable(),
    })
    .partial(),
  cancel: z
    .object({
      byCustomers: z.boolean(),
      minimumTermCycles: count.max(120),
      noticeDays: count.max(366),
      prorateLastCycle: z.boolean(),
      endsOn: z.enum(['endOfCycle', 'noticeDay']),
    })
    .partial(),
  suspendOnJoin: z.boolean(),
  audience: audienceSchema,
  shownInPortal: z.boolean(),
};

export const cycleSchema = z.object({
  every: z.int().min(1).max(366),
  unit: z.enum(['day', 'week', 'month', 'year']),
});

export const priceFields = { price, prices: z.array(price).min(1) };
