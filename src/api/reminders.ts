import { z } from 'zod';
import { actions } from '../domain/access/decision.ts';
import { during } from './access.ts';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, flag, idOf, pageOf, pageQuery } from './schema.ts';

const reminderSchema = z.object({
  id: answeredId('rmd'),
  customerId: answeredId('cus'),
  locationId: answeredId('loc'),
  action: z.enum(actions),
  target: z.string().nullable(),
  during: z.object({ startAt: answeredInstant, endAt: answeredInstant }).nullable(),
  /** When it is judged again: a letter if it is allowed by then, else the next date. */
  dueAt: answeredInstant,
  madeAt: answeredInstant,
  endedAt: answeredInstant.nullable(),
  /** `told`: a letter was sent; `noDate`: no further change is known; `takenBack`. */
  endedHow: z.enum(['told', 'noDate', 'takenBack']).nullable(),
});

export const createReminder = endpoint({
  method: 'POST', path: '/access/reminders', permission: 'access.explain', ownCustomer: true,
  summary: 'Tells a refused customer on the day the refusal ends; the same question twice is one (WHY-3)',
  body: z.strictObject({
    /** Left out: whoever is signed in. */
    customerId: idOf('cus').optional(),
    action: z.enum(actions),
    target: z.string().min(1).max(100).optional(),
    locationId: idOf('loc'),
    /** A booking without a period asks for the first start that could be had. */
    during: during.optional(),
  }),
  answer: reminderSchema, status: 201, problems: ['notFound', 'notValid', 'allowedNow', 'noChangeKnown'],
});

export const listReminders = endpoint({
  method: 'GET', path: '/access/reminders', permission: 'access.explain', ownCustomer: true,
  summary: 'Who asked to be told what, the newest first: one customer, or all where access may be explained',
  query: z.object({
    ...pageQuery,
    /** Left out: whoever is signed in, and to staff everybody. */
    customerId: idOf('cus').optional(),
    /** It and all below. */
    locationId: idOf('loc').optional(),
    /** Those that wait, or those that have ended. */
    waiting: flag.optional(),
  }),
  answer: pageOf(z.object({
    ...reminderSchema.shape,
    customerName: z.string(),
    /** Of a room or a plan. */
    targetName: z.string().nullable(),
  })),
  problems: ['notFound'],
});

export const takeBackReminder = endpoint({
  method: 'DELETE', path: '/access/reminders/:reminderId', permission: 'access.explain', ownCustomer: true,
  summary: 'Takes a reminder back; nothing is sent', params: z.object({ reminderId: idOf('rmd') }),
  answer: reminderSchema, problems: ['notFound'],
});
