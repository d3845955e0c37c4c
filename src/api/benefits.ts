import { z } from 'zod';
import { usePriorities } from '../domain/benefits/pass.ts';
import { useReasons } from '../domain/benefits/pass-order.ts';
import { entryKinds } from '../domain/benefits/entry.ts';
import { endpoint } from './endpoint.ts';
import { audienceSchema } from './plan-terms.ts';
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
import { weekHours } from './settings.ts';

const kind = z.enum(['day', 'time']);
const named = z.string().trim().min(1).max(120);
const money = z.object({ amount: z.int(), currency: z.string() });
const value = moneySchema
  .refine(({ amount }) => amount >= 0, { message: 'needs an amount of 0 or more' })
  .nullable();
const locationIds = z.array(idOf('loc')).min(1).max(500);
const minutes = z.int().min(1).max(10_000_000);

const changeable = {
  name: named,
  minutes,
  locationIds: locationIds.nullable().meta({ description: 'Where it is valid; null: everywhere' }),
  everywhere: z.boolean(),
  value: value.meta({ description: 'What it is worth: cheaper passes are used first' }),
  usePriority: z.enum(usePriorities),
  hours: weekHours.nullable().meta({ description: 'When it may be used; null: always' }),
  audience: audienceSchema,
};

const newPass = z.object({
  kind: kind.default('day'),
  locationId: idOf('loc').optional(),
  ...z.object(changeable).partial().shape,
  name: named,
});
type Sent = z.output<typeof newPass>;
export type SentPass = { readonly [K in keyof Sent]?: Sent[K] | undefined };

export const passSchema = z.object({
  id: answeredId('pas'),
  name: z.string(),
  kind,
  minutes: z.int().nullable(),
  locationId: answeredId('loc').meta({ description: 'Where it is made and kept' }),
  locationIds: z
    .array(answeredId('loc'))
    .nullable()
    .meta({ description: 'Where it is valid; null: everywhere' }),
  everywhere: z.boolean(),
  value: money.nullable(),
  usePriority: z.enum(usePriorities),
  hours: z.record(z.string(), z.unknown()).nullable(),
  audience: z.object({ level: z.string(), planIds: z.array(z.string()).optional() }),
  archivedAt: answeredInstant.nullable(),
  createdAt: answeredInstant,
  version: z.int(),
});

const passParams = z.object({ passId: idOf('pas') });

export const listPasses = endpoint({
  method: 'GET',
  path: '/passes',
  permission: 'benefits.read',
  summary: 'Passes; with a location those that are valid there',
  query: z.object({ ...pageQuery, locationId: idOf('loc').optional(), archived: flag.optional() }),
  answer: pageOf(passSchema),
  problems: ['notValid'],
});

export const getPass = endpoint({
  method: 'GET',
  path: '/passes/:passId',
  permission: 'benefits.read',
  summary: 'One pass',
  params: passParams,
  answer: passSchema,
  problems: ['notFound'],
});

export const createPass = endpoint({
  method: 'POST',
  path: '/passes',
  permission: 'benefits.write',
  summary:
    'Makes a pass: a day pass, valid where it is made (at the network: everywhere), unless said otherwise',
  body: newPass,
  answer: passSchema,
  status: 201,
  problems: ['notValid'],
});

export const changePass = endpoint({
  method: 'PATCH',
  path: '/passes/:passId',
  permission: 'benefits.write',
  summary: 'Changes a pass, for those that are owned already too',
  params: passParams,
  body: z.object(changeable).partial(),
  answer: passSchema,
  problems: ['notFound', 'notValid', 'changedMeanwhile'],
});

export const archivePass = endpoint({
  method: 'POST',
  path: '/passes/:passId/archive',
  permission: 'benefits.write',
  summary: 'Puts a pass away: it is not given any more; those that are owned stay good',
  params: passParams,
  answer: passSchema,
  problems: ['notFound'],
});

export const restorePass = endpoint({
  method: 'POST',
  path: '/passes/:passId/restore',
  permission: 'benefits.write',
  summary: 'Brings a pass back',
  params: passParams,
  answer: passSchema,
  problems: ['notFound'],
});

export const grantStates = [
  'usable',
  'inUse',
  'frozen',
  'scheduled',
  'usedUp',
  'expired',
  'contractOver',
  'planChanged',
] as const;

export const grantSchema = z.object({
  id: answeredId('bft'),
  customerId: answeredId('cus'),
  passId: answeredId('pas'),
  name: z.string(),
  kind,
  unit: z.enum(['passes', 'minutes']),
  source: z.enum(['plan', 'product', 'given']),
  contractId: answeredId('con').nullable(),
  planName: z.string().nullable(),
  granted: z.int(),
  left: z.int(),
  state: z.enum(grantStates),
  validFrom: answeredInstant,
  expiresAt: answeredInstant.nullable(),
  expiresDay: z
    .string()
    .nullable()
    .meta({ description: 'The first day on which it cannot be used any more' }),
  lastDay: z.string().nullable(),
  inUseUntil: answeredInstant.nullable().meta({ description: 'Of a day pass in use: the end of its day' }),
  pausedUntil: answeredInstant
    .nullable()
    .meta({ description: "Of a frozen contract's: when it comes back, if known" }),
  locationIds: z.array(answeredId('loc')).nullable(),
  note: z.string(),
});

const params = z.object({ customerId: idOf('cus') });

export const listBenefits = endpoint({
  method: 'GET',
  path: '/customers/:customerId/benefits',
  permission: 'benefits.read',
  ownCustomer: true,
  summary: 'What a customer owns and what is left of it, the next to be used first',
  params,
  query: z.object({ left: flag.optional().meta({ description: 'true: only what has something left' }) }),
  answer: z.object({ data: z.array(grantSchema) }),
  problems: ['notFound'],
});

export const giveBenefit = endpoint({
  method: 'POST',
  path: '/customers/:customerId/benefits',
  permission: 'benefits.write',
  summary: 'Gives passes, which are never charged (PAS-2)',
  params,
  body: z.object({
    passId: idOf('pas'),
    quantity: z.int().min(1).max(10_000).optional(),
    minutes: minutes.optional().meta({ description: 'Of a time pass, instead of a quantity' }),
    expiresDay: dayText.nullish().meta({ description: 'The first day on which it cannot be used any more' }),
    note: z.string().trim().max(2000).default(''),
  }),
  answer: grantSchema,
  status: 201,
  problems: ['notFound', 'notValid'],
});

export const correctBenefit = endpoint({
  method: 'POST',
  path: '/customers/:customerId/benefits/:grantId/corrections',
  permission: 'benefits.write',
  summary: 'Adds to what is left of a grant, or takes from it, with a reason',
  params: z.object({ customerId: idOf('cus'), grantId: idOf('bft') }),
  body: z.object({
    amount: z
      .int()
      .min(-10_000_000)
      .max(10_000_000)
      .refine((amount) => amount !== 0, 'needs more or less than 0'),
    note: z.string().trim().min(1).max(2000),
  }),
  answer: grantSchema,
  status: 201,
  problems: ['notFound', 'notValid', 'notEnoughLeft'],
});

export const entrySchema = z.object({
  id: answeredId('ben'),
  grantId: answeredId('bft'),
  passId: answeredId('pas'),
  name: z.string(),
  unit: z.enum(['passes', 'minutes']),
  kind: z.enum(entryKinds),
  amount: z.int(),
  left: z.int().meta({ description: 'Of this grant, after this entry' }),
  balance: z.int().meta({ description: 'Of all grants of this pass, after this entry' }),
  at: answeredInstant,
  because: z
    .array(z.enum(useReasons))
    .meta({ description: 'Of a use: why this grant and no other (PAS-6)' }),
  source: z.enum(['plan', 'product', 'given']),
  planName: z.string().nullable(),
  checkInId: answeredId('chk').nullable(),
  locationId: answeredId('loc').nullable(),
  note: z.string(),
});

export const listLedger = endpoint({
  method: 'GET',
  path: '/customers/:customerId/benefits/ledger',
  permission: 'benefits.read',
  ownCustomer: true,
  summary:
    'Every entry, the newest first, with the balance and why each grant was picked',
  params,
  query: z.object({ ...pageQuery, passId: idOf('pas').optional() }),
  answer: pageOf(entrySchema),
  problems: ['notFound'],
});
