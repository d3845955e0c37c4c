import { z } from 'zod';
import { actions, layerNames, vias } from '../domain/access/decision.ts';
import { accessLevels, portalSections } from '../domain/access/section.ts';
import { decisionSchema } from './decision.ts';
import { endpoint } from './endpoint.ts';
import { audienceSchema } from './plan-terms.ts';
import { overdueLimit, scope } from './settings.ts';
import {
  answeredId, answeredInstant, dayText, idOf, instantText, isNoLonger, noLonger, wholeListOf,
} from './schema.ts';

const level = z.enum(accessLevels);
const switches = z.enum([
  'signIn',
  'payInvoices',
  'createBookings',
  'changeBookings',
  'buy',
  'signUpToPlans',
  'checkIn',
  'useBenefits',
  'post',
  'openTickets',
]);
const contractsMeant = z.union([z.literal('all'), z.array(idOf('con')).max(100)]);

/** ACC-5: facts that are taken to be otherwise; nothing is written. */
export const assumptions = z.strictObject({
  notFrozen: contractsMeant.optional(),
  frozen: contractsMeant.optional(),
  withoutContracts: contractsMeant.optional(),
  contracts: z.array(z.strictObject({
    planId: idOf('pla'), startDay: dayText.optional(), endDay: dayText.optional(),
  }).refine(({ startDay, endDay }) => startDay === undefined || endDay === undefined || startDay < endDay, {
    message: 'needs to be after startDay: it is the first day not covered', path: ['endDay'],
  })).max(20).optional(),
  plans: z.array(z.strictObject({ contractId: idOf('con'), planId: idOf('pla') })).max(20).optional(),
  /** Contracts on which the customer is taken to have a seat from now on; for staff. */
  seats: z.array(idOf('con')).max(20).optional(),
  suspended: z.boolean().optional(),
  withoutSuspensions: z.array(idOf('sus')).max(100).optional(),
  archived: z.boolean().optional(),
  portalAccess: z.boolean().optional(),
  sections: z.partialRecord(z.enum(portalSections), level).optional(),
  whileSuspended: z.partialRecord(switches, z.boolean()).optional(),
  membersAre: z.enum(['anyOfNetwork', 'validHere']).optional(),
  frozenMembersEnter: z.boolean().optional(),
  resourcesScope: scope.optional(),
  overdueLimit: overdueLimit.nullable().optional(),
  /** A booking that is taken not to be there: the one whose own time is asked about. */
  withoutBooking: idOf('bok').optional(),
  /** Of the thing that is asked about. */
  audience: audienceSchema.optional(),
});

export const during = z
  .strictObject({ startAt: instantText, endAt: instantText })
  .refine(({ startAt, endAt }) => startAt < endAt, {
    message: 'needs to end after it begins',
    path: ['endAt'],
  })
  .refine(isNoLonger, noLonger);

const question = {
  /** Null asks for somebody who has not signed in. */
  customerId: idOf('cus').nullable(),
  action: z.enum(actions),
  /** A section for viewSection; an id for viewItem, book, buy, signUpToPlan, pay; nothing for the others. */
  target: z.string().min(1).max(100).optional(),
  locationId: idOf('loc'),
  at: instantText.optional(),
  during: during.optional(),
  via: z.enum(vias).default('portal'),
  people: z.int().min(1).max(10_000).optional(),
  assume: assumptions.optional(),
};

export const askDecision = endpoint({
  method: 'POST', path: '/access/decisions', permission: 'access.explain', ownCustomer: true,
  summary: 'May this customer do this here, at this time, and why not: every layer with its reason',
  body: z.strictObject(question), answer: decisionSchema,
});

export const askChanges = endpoint({
  method: 'POST', path: '/access/changes', permission: 'access.explain', ownCustomer: true,
  summary: 'How the answer to a question changes over a period: for a slider over time',
  body: z.strictObject({ ...question, from: instantText, to: instantText }),
  answer: z.object({
    data: z.array(z.object({
      at: answeredInstant, until: answeredInstant, allowed: z.boolean(), code: z.string().nullable(),
      layer: z.enum(layerNames).nullable(),
    })),
  }),
});

export const listSectionDecisions = endpoint({
  method: 'GET',
  path: '/access/sections',
  permission: 'access.explain',
  ownCustomer: true,
  summary: 'The decisions about all sixteen sections for one customer, or for somebody who has not signed in',
  query: z.object({
    customerId: idOf('cus').optional(),
    locationId: idOf('loc'),
    at: instantText.optional(),
  }),
  answer: wholeListOf(decisionSchema),
});

const status = z.enum(['scheduled', 'active', 'frozen', 'ended', 'void']);

export const stateSchema = z.object({
  at: answeredInstant,
  /** Where this was judged; null: over all locations, for a customer at home in the network itself. */
  locationId: answeredId('loc').nullable(),
  standing: z.enum(['member', 'contact']),
  frozen: z.boolean(),
  suspended: z.boolean(),
  archived: z.boolean(),
  portalAccess: z.boolean(),
  /** Whether some contract gives its benefits here and now (MEM-4). */
  entitled: z.boolean(),
  /** The locations of the contracts that do. */
  entitledAt: z.array(answeredId('loc')),
  contracts: z.array(
    z.object({
      id: answeredId('con'), status, planId: answeredId('pla'), planName: z.string(),
      seatId: answeredId('sea').nullable().meta({
        description: 'The place on it that covers then; null: it is the customer\'s own',
      }),
    }),
  ).meta({ description: 'All of its own, and those of others on which it has a seat then' }),
  /** What makes the state: contracts that cover, freezes, suspensions, archiving, portal access. */
  because: z.array(
    z.object({
      kind: z.enum([
        'contract',
        'seat',
        'freeze',
        'suspension',
        'archiving',
        'portalAccess',
        'noContract',
        'notValidHere',
      ]),
      id: z.string().nullable(),
      name: z.string(),
      since: answeredInstant.nullable(),
      until: answeredInstant.nullable(),
    }),
  ),
  nextChange: answeredInstant.nullable(),
});

export const getCustomerState = endpoint({
  method: 'GET', path: '/customers/:customerId/state', permission: 'customers.read', ownCustomer: true,
  summary: 'Standing and restrictions of a customer at an instant, side by side, and what makes them',
  params: z.object({ customerId: idOf('cus') }),
  query: z.object({ at: instantText.optional(), locationId: idOf('loc').optional() }),
  answer: stateSchema,
});

export const timelineKinds = [
  'standing',
  'suspended',
  'frozen',
  'archived',
  'portalAccess',
  'entitlements',
] as const;

export const getCustomerTimeline = endpoint({
  method: 'GET',
  path: '/customers/:customerId/timeline',
  permission: 'customers.read',
  ownCustomer: true,
  summary: 'When the state of a customer changed and will change, with causes',
  params: z.object({ customerId: idOf('cus') }),
  query: z.object({
    from: instantText.optional(),
    to: instantText.optional(),
    locationId: idOf('loc').optional(),
  }),
  answer: wholeListOf(
    z.object({
      at: answeredInstant,
      kind: z.enum(timelineKinds),
      from: z.union([z.string(), z.boolean(), z.array(z.string())]),
      to: z.union([z.string(), z.boolean(), z.array(z.string())]),
      /** In the future, as far as it is known. */
      past: z.boolean(),
      causes: z.array(z.object({ kind: z.string(), id: z.string().nullable(), name: z.string() })),
    }),
  ),
});
