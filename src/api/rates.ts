import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { audienceSchema } from './plan-terms.ts';
import {
  answeredId,
  answeredInstant,
  flag,
  idOf,
  instantText,
  moneySchema,
  pageOf,
  pageQuery,
} from './schema.ts';

/** Rates (RAT-1): what an hour of a resource type, or of one resource, costs whom and when. */

const price = moneySchema.refine(({ amount }) => amount >= 0, { message: 'needs an amount of 0 or more' });
const dayHours = z
  .strictObject({ fromMinute: z.int().min(0).max(1439), untilMinute: z.int().min(1).max(1440) })
  .refine(({ fromMinute, untilMinute }) => fromMinute < untilMinute, {
    message: 'needs an end after its start',
  });
const minutes = z.int().min(1).max(60 * 24 * 366).nullable();

const terms = {
  name: z.string().trim().max(120),
  unit: z.literal('hour'),
  price,
  cap: price.nullable().meta({ description: 'The most that one booking costs; null: no cap' }),
  audience: audienceSchema,
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7).nullable(),
  hours: dayHours.nullable().meta({ description: 'Hours of the day in which the whole booking must lie' }),
  minutesMin: minutes,
  minutesMax: minutes,
  isDefault: z.boolean(),
};
const from = { inForceFrom: instantText.optional() };

const changedRate = z.strictObject({ ...terms, ...from }).partial();
export type SentRate = z.output<typeof changedRate>;

const answeredMoney = z.object({ amount: z.int(), currency: z.string() });

export const rateSchema = z.object({
  id: answeredId('rat'),
  typeId: answeredId('rty').nullable(),
  resourceId: answeredId('res').nullable(),
  locationId: answeredId('loc').nullable(),
  name: z.string(),
  unit: z.literal('hour'),
  price: answeredMoney,
  cap: answeredMoney.nullable(),
  audience: z.object({ level: z.string(), planIds: z.array(z.string()).optional() }),
  weekdays: z.array(z.int()).nullable(),
  hours: z.object({ fromMinute: z.int(), untilMinute: z.int() }).nullable(),
  minutesMin: z.int().nullable(),
  minutesMax: z.int().nullable(),
  isDefault: z.boolean(),
  inForceFrom: answeredInstant,
  endedAt: answeredInstant.nullable(),
  createdAt: answeredInstant,
  version: z.int(),
});
export type AnsweredRate = z.input<typeof rateSchema>;

const params = z.object({ rateId: idOf('rat') });

export const createRate = endpoint({
  method: 'POST', path: '/rates', permission: 'resources.write',
  summary: 'Adds a rate to a resource type, or to one resource, whose type’s rates it then replaces',
  body: z.strictObject({
    typeId: idOf('rty').optional(), resourceId: idOf('res').optional(), locationId: idOf('loc').optional(),
    ...z.strictObject({ ...terms, ...from }).partial().required({ price: true }).shape,
  }).refine(({ typeId, resourceId }) => (typeId === undefined) !== (resourceId === undefined), {
    message: 'needs a resource type or a resource, and not both', path: ['typeId'],
  }),
  answer: rateSchema, status: 201,
});

export const listRates = endpoint({
  method: 'GET',
  path: '/rates',
  permission: 'resources.read',
  summary: 'Rates as they are now, or were at a time',
  query: z.object({
    ...pageQuery,
    typeId: idOf('rty').optional(),
    resourceId: idOf('res').optional(),
    locationId: idOf('loc').optional(),
    at: instantText.optional(),
    ended: flag.optional(),
  }),
  answer: pageOf(rateSchema),
});

export const getRate = endpoint({
  method: 'GET',
  path: '/rates/:rateId',
  permission: 'resources.read',
  summary: 'One rate',
  params,
  answer: rateSchema,
});

export const changeRate = endpoint({
  method: 'PATCH', path: '/rates/:rateId', permission: 'resources.write',
  summary: 'Changes a rate from now on, or from a later time on; quotes that were given keep their price',
  params, body: changedRate, answer: rateSchema,
});

export const endRate = endpoint({
  method: 'POST', path: '/rates/:rateId/end', permission: 'resources.write',
  summary: 'Ends a rate, now or at a later time', params,
  body: z.strictObject({ at: instantText.optional() }).optional(), answer: rateSchema,
});
