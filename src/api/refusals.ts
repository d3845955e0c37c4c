import { z } from 'zod';
import { actions, layerNames, vias } from '../domain/access/decision.ts';
import { decisionSchema, layerSchema } from './decision.ts';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, instantText, pageOf, pageQuery } from './schema.ts';

/** What narrows refusals down; a location stands for itself and all below. */
const narrow = {
  locationId: idOf('loc').optional(),
  action: z.enum(actions).optional(),
  /** The code of the first layer that denied. */
  reason: z.string().max(60).optional(),
  customerId: idOf('cus').optional(),
  from: instantText.optional(),
  /** Exclusive. */
  to: instantText.optional(),
};

const refusal = {
  id: answeredId('rfs'),
  at: answeredInstant,
  /** Null: somebody who was not known, such as a card that is nobody's. */
  customerId: answeredId('cus').nullable(),
  customerName: z.string().nullable(),
  locationId: answeredId('loc'),
  action: z.enum(actions),
  target: z.string().nullable(),
  via: z.enum(vias),
  /** Of an arrival: who reported it. */
  source: z.string().nullable(),
  layer: z.enum(layerNames),
  /** The code of the first layer that denied. */
  reason: z.string(),
  /** How often the same was asked, each time within a minute of the last, for a day at most. */
  times: z.number(),
  lastAt: answeredInstant,
  /** By which meaning of the layers it was decided; null: before facts were kept. */
  ruleVersion: z.number().nullable(),
};

export const listRefusals = endpoint({
  method: 'GET', path: '/access/refusals', permission: 'access.explain',
  summary: 'Refusals at door, desk, portal and API, the newest first, each with the layer that denied',
  query: z.object({ ...pageQuery, ...narrow }),
  answer: pageOf(z.object({ ...refusal, denial: layerSchema })),
  problems: ['notFound', 'notValid'],
});

const fixCounted = z.object({
  code: z.string(), permission: z.string(), href: z.string(),
  refusals: z.number(), customers: z.number(),
  /** The only customer concerned, where it is one. */
  customer: z.object({ id: answeredId('cus'), name: z.string() }).nullable(),
  action: z.enum(actions), target: z.string().nullable(), locationId: answeredId('loc'),
  /** Of the newest such refusal: the layer that offers it, for its text. */
  layer: layerSchema,
});

export const countRefusals = endpoint({
  method: 'GET', path: '/access/refusals/by-reason', permission: 'access.explain',
  summary: 'Refusals by reason, and the single acts that would have resolved most of them (WHY-3)',
  query: z.object(narrow),
  answer: z.object({
    refusals: z.number(),
    reasons: z.array(z.object({
      action: z.enum(actions), layer: z.enum(layerNames), reason: z.string(), refusals: z.number(),
      customers: z.number(), lastAt: answeredInstant,
      /** Of the newest: the layer that denied. */
      denial: layerSchema,
    })),
    fixes: z.array(fixCounted),
  }),
  problems: ['notFound', 'notValid'],
});

const params = z.object({ refusalId: idOf('rfs') });

export const getRefusal = endpoint({
  method: 'GET', path: '/access/refusals/:refusalId', permission: 'access.explain',
  summary: 'A refusal with its decision as it was made', params,
  answer: z.object({ ...refusal, decision: decisionSchema }), problems: ['notFound'],
});

export const replayRefusal = endpoint({
  method: 'POST', path: '/access/refusals/:refusalId/replay', permission: 'access.explain',
  summary: 'Decides a refusal again on the facts it was decided on, and the same question by those of today',
  params,
  answer: z.object({
    stored: decisionSchema,
    /** Null where the facts are no longer kept, or where the rules of today ask for others. */
    replayed: decisionSchema.nullable(),
    /** Whether answer and reasons are the same; null where the facts are no longer kept. */
    same: z.boolean().nullable(),
    ruleVersion: z.number().nullable(),
    /** By which rules it was replayed. */
    ruleVersionNow: z.number(),
    /** The same question by the facts of today; null where what it was about is gone. */
    today: decisionSchema.nullable(),
  }),
  problems: ['notFound'],
});
