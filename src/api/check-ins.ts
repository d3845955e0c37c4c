import { z } from 'zod';
import { useReasons } from '../domain/benefits/pass-order.ts';
import { checkInSources, stayEnds } from '../domain/check-ins/stay.ts';
import { decisionSchema } from './decision.ts';
import { endpoint } from './endpoint.ts';
import {
  answeredId, answeredInstant, dayText, flag, idOf, instantText, moneySchema, pageOf, pageQuery,
} from './schema.ts';

export const checkInSchema = z.object({
  id: answeredId('chk'),
  customerId: answeredId('cus'),
  customerName: z.string(),
  locationId: answeredId('loc'),
  source: z.enum(checkInSources),
  startedAt: answeredInstant,
  endedAt: answeredInstant.nullable(),
  endedBy: z.enum(stayEnds).nullable(),
  cutOffAt: answeredInstant.meta({ description: 'When it ends by itself (CHK-3)' }),
  cover: z.enum(['pass', 'plan', 'booking']),
  passName: z.string().nullable(),
  minutes: z.int().meta({ description: 'Whole minutes present, up to now while inside' }),
  uncoveredMinutes: z.int().meta({ description: 'Minutes that no pass paid for' }),
});

/** The pass that a check-in goes on. */
export const usedPassSchema = z.object({
  grantId: answeredId('bft'),
  passId: answeredId('pas'),
  name: z.string(),
  kind: z.enum(['day', 'time']),
  left: z.int().meta({ description: 'Passes or minutes, after this check-in' }),
  inUse: z.boolean().meta({ description: 'A day pass used today already: nothing was taken' }),
  because: z.array(z.enum(useReasons)),
  expiresAt: answeredInstant.nullable(),
});

const params = z.object({ checkInId: idOf('chk') });

export const checkIn = endpoint({
  method: 'POST',
  path: '/check-ins',
  permission: 'checkIns.write',
  ownCustomer: true,
  summary: 'Lets a customer in, if the decision says so; 403 with the decision otherwise',
  body: z.object({
    customerId: idOf('cus').optional(),
    credential: z.string().trim().min(1).max(300).optional().meta({
      description: 'Instead of customerId, what they show: their e-mail address, or a code with their id',
    }),
    locationId: idOf('loc'),
    source: z.enum(checkInSources).optional(),
    at: instantText.optional().meta({ description: 'For arrivals reported late; now unless set' }),
    grantId: idOf('bft').optional().meta({
      description: 'For staff: the pass to use, instead of the first in the order of use (PAS-6)',
    }),
  }).refine(({ customerId, credential }) => (customerId === undefined) !== (credential === undefined), {
    message: 'needs a customer or a credential, and not both', path: ['customerId'],
  }),
  answer: z.object({ checkIn: checkInSchema, decision: decisionSchema, pass: usedPassSchema.nullable() }),
  status: 201,
  problems: ['notAllowed', 'notFound', 'notValid', 'stayBeganLater'],
});

export const listUsablePasses = endpoint({
  method: 'GET',
  path: '/check-ins/passes',
  permission: 'checkIns.read',
  summary: 'The passes on which a customer could come in here now, in the order of use (PAS-6)',
  query: z.object({ customerId: idOf('cus'), locationId: idOf('loc') }),
  answer: z.object({ data: z.array(usedPassSchema) }),
  problems: ['notFound'],
});

export const sellPass = endpoint({
  method: 'POST',
  path: '/customers/:customerId/pass-sales',
  permission: 'benefits.sell',
  summary: 'Sells a pass at the desk: charge, pass and, where wished, the check-in on it, or nothing',
  params: z.object({ customerId: idOf('cus') }),
  body: z.strictObject({
    passId: idOf('pas'),
    locationId: idOf('loc'),
    price: moneySchema.refine(({ amount }) => amount > 0, { message: 'needs an amount of more than 0' }),
    text: z.string().trim().min(1).max(500).optional().meta({ description: 'On the invoice; else its name' }),
    expiresDay: dayText.optional().meta({ description: 'The first day on which it cannot be used any more' }),
    checkIn: z.boolean().optional().meta({ description: 'Lets them in on it in the same step' }),
  }),
  answer: z.object({
    chargeId: answeredId('chg'),
    invoiceId: answeredId('inv').nullable(),
    grantId: answeredId('bft'),
    checkIn: checkInSchema.nullable(),
  }),
  status: 201,
  problems: ['notAllowed', 'notFound', 'notValid', 'currencyNotHere', 'customerArchived', 'stayBeganLater'],
});

export const checkOut = endpoint({
  method: 'POST',
  path: '/check-ins/:checkInId/check-out',
  permission: 'checkIns.write',
  ownCustomer: true,
  summary: 'Ends a stay and takes the minutes of its time pass; once it has ended, nothing changes',
  params,
  body: z.object({ at: instantText.optional() }).default({}),
  answer: checkInSchema,
  problems: ['notFound', 'notValid'],
});

export const undoCheckIn = endpoint({
  method: 'POST',
  path: '/check-ins/:checkInId/undo',
  permission: 'checkIns.write',
  summary: 'Takes a check-in back within ten minutes: the stay ends and what it took returns',
  params,
  answer: checkInSchema,
  problems: ['notFound', 'stayOver'],
});

export const listCheckIns = endpoint({
  method: 'GET',
  path: '/check-ins',
  permission: 'checkIns.read',
  ownCustomer: true,
  summary: 'Stays, the newest first; open=true: who is inside',
  query: z.object({
    ...pageQuery,
    open: flag.optional(),
    locationId: idOf('loc').optional(),
    customerId: idOf('cus').optional(),
    from: instantText.optional(),
    to: instantText.optional(),
  }),
  answer: pageOf(checkInSchema),
  problems: ['notFound', 'notValid'],
});

export const listRefusedCheckIns = endpoint({
  method: 'GET',
  path: '/check-ins/refused',
  permission: 'checkIns.read',
  summary: 'Refused check-ins with their decisions, the newest first (PAS-8)',
  query: z.object({ ...pageQuery, locationId: idOf('loc').optional(), customerId: idOf('cus').optional() }),
  answer: pageOf(
    z.object({
      id: answeredId('rfs'),
      customerId: answeredId('cus'),
      customerName: z.string(),
      locationId: answeredId('loc'),
      source: z.string(),
      at: answeredInstant,
      code: z.string(),
      layer: z.string(),
      /** How often within a minute. */
      times: z.number(),
      decision: decisionSchema,
    }),
  ),
  problems: ['notFound', 'notValid'],
});
