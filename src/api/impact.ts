import { z } from 'zod';
import { actions, layerNames } from '../domain/access/decision.ts';
import { accessLevels } from '../domain/access/section.ts';
import { relations } from '../domain/locations/scope.ts';
import { scopes } from '../domain/locations/setting.ts';
import { publications } from '../domain/resources/resource.ts';
import { endpoint } from './endpoint.ts';
import { changedPlan } from './plans.ts';
import { changedResource } from './resources.ts';
import { answeredId, answeredInstant, idOf, instantText, pageQuery } from './schema.ts';
import { settingsWished } from './settings.ts';

/**
 * ACC-5: what a change would do, before it is saved. Everybody is asked the same question twice, on the facts
 * as they are and as they would be; nothing is written.
 */

const code = z.string().nullable().meta({ description: 'The first reason; null: allowed' });
/** Which layer denies it, before or after. */
const layer = z.enum(layerNames).nullable();

export const peopleSchema = z.object({
  count: z.int(), members: z.int(), contacts: z.int(),
  withBookings: z.int().meta({ description: 'How many of them have a booking to come, which stands' }),
  /** The first twenty of them by name, of those the caller may know by name. */
  some: z.array(z.object({ id: answeredId('cus'), name: z.string() })),
  /** How many for which reason, before and after. */
  reasons: z.array(z.object({ before: code, after: code, layer, count: z.int() })),
});

/** Who exactly, page by page: `of` is the key of one of the questions. */
export const whoQuery = {
  of: z.string().max(200).optional(), who: z.enum(['gains', 'loses']).optional(), ...pageQuery,
};

export const whoSchema = z.object({
  data: z.array(z.object({ id: answeredId('cus'), name: z.string(), before: code, after: code, layer })),
  nextCursor: z.string().nullable(),
}).nullable();

export const impactSchema = z.object({
  /** How many customers were asked. */
  people: z.int(),
  /** Only questions whose answer turns for somebody. */
  questions: z.array(z.object({
    key: z.string(),
    action: z.enum(actions),
    target: z.string().nullable(),
    name: z.string(),
    location: z.object({ id: answeredId('loc'), name: z.string() }),
    allowed: z.int(),
    wouldBe: z.int(),
    gains: peopleSchema,
    loses: peopleSchema,
  })),
  list: whoSchema,
});

const query = z.object(whoQuery);

export const previewSettings = endpoint({
  method: 'POST', path: '/locations/:locationId/settings/impact', permission: 'settings.read',
  summary: 'Who would gain and lose what if these settings were saved, at this location and below',
  params: z.object({ locationId: idOf('loc') }), query, body: z.strictObject({ settings: settingsWished }),
  answer: impactSchema,
});

export const previewPlan = endpoint({
  method: 'POST', path: '/plans/:planId/impact', permission: 'plans.write',
  summary: 'Who would gain and lose what if a plan were changed, of all customers who have it',
  params: z.object({ planId: idOf('pla') }), query, body: changedPlan, answer: impactSchema,
});

export const previewResource = endpoint({
  method: 'POST', path: '/resources/:resourceId/impact', permission: 'resources.read',
  summary: 'Who would gain and lose seeing and booking a resource if it were changed, of all customers',
  params: z.object({ resourceId: idOf('res') }), query, body: changedResource, answer: impactSchema,
});

/** VIS-5: who sees a resource, where, and why not elsewhere. */
export const whoSeesSchema = z.object({
  at: answeredInstant,
  publication: z.enum(publications),
  people: z.int().meta({ description: 'All customers' }),
  locations: z.array(z.object({
    location: z.object({ id: answeredId('loc'), name: z.string() }),
    /** Where the resource is, seen from there, and whose resources its portal shows (VIS-1). */
    relation: z.enum(relations),
    scope: z.enum(scopes),
    inScope: z.boolean(),
    /** The level of its booking pages. */
    level: z.enum(accessLevels),
    stranger: z.boolean().meta({ description: 'Whether somebody sees it who has not signed in' }),
    seenBy: z.int().meta({ description: 'How many customers see it in the portal there' }),
    reasons: z.array(z.object({ code: z.string(), layer: z.enum(layerNames), count: z.int() }))
      .meta({ description: 'Why the others do not, the most frequent first' }),
  })),
});

export const whoSeesResource = endpoint({
  method: 'GET', path: '/resources/:resourceId/visibility', permission: 'resources.read',
  summary: 'Who can see a resource, location by location, and why not elsewhere; now or at a time',
  params: z.object({ resourceId: idOf('res') }), query: z.object({ at: instantText.optional() }),
  answer: whoSeesSchema, problems: ['notFound'],
});
