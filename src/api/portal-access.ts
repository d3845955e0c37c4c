import { z } from 'zod';
import { accessLevels, portalSections } from '../domain/access/section.ts';
import { harmCodes } from '../domain/access/what-if/harm.ts';
import { endpoint } from './endpoint.ts';
import { peopleSchema, whoQuery, whoSchema } from './impact.ts';
import { answeredId, answeredInstant, idOf, instantText, nothing } from './schema.ts';

const level = z.enum(accessLevels);
const section = z.enum(portalSections);
const params = z.object({ locationId: idOf('loc') });

/** Null, or left out: as the parent has it (SEC-4). */
const sections = z.partialRecord(section, level.nullable());
const wished = z.strictObject({ sections });

const ownLevels = z.record(section, level.nullable());
const versionSchema = z.object({
  version: z.int(), inForceFrom: answeredInstant, madeAt: answeredInstant, madeBy: z.string().nullable(),
  madeByName: z.string().nullable(),
  state: z.enum(['scheduled', 'inForce', 'past', 'withdrawn']),
  withdrawnAt: answeredInstant.nullable(),
  withdrawnByName: z.string().nullable(),
  sections: ownLevels,
  /** Against what is in force just before it; null: as the parent has it. */
  changes: z.array(z.object({ section, from: level.nullable(), to: level.nullable() })),
});

export const portalAccessSchema = z.object({
  locationId: answeredId('loc'),
  /** What this location sets itself; null: inherited. */
  sections: ownLevels,
  /** What is in force now, and where it was set (null: nobody did). */
  inEffect: z.record(section, z.object({
    level, setAt: z.object({ id: answeredId('loc'), name: z.string() }).nullable(),
  })),
  version: z.int(),
  draft: z.object({
    sections: ownLevels, madeAt: answeredInstant, madeBy: z.string().nullable(),
    madeByName: z.string().nullable(),
  }).nullable(),
  /** Published, and not yet in force. */
  scheduled: z.array(versionSchema),
  /** The newest first. */
  versions: z.array(versionSchema),
});

export const getPortalAccess = endpoint({
  method: 'GET', path: '/locations/:locationId/portal-access', permission: 'portal.read',
  summary: 'The access level of each of the sixteen sections', params, answer: portalAccessSchema,
});

export const putPortalAccess = endpoint({
  method: 'PUT', path: '/locations/:locationId/portal-access', permission: 'portal.publish',
  summary: 'Publishes access levels at once; a section left out or null is as the parent has it',
  params, body: wished, answer: portalAccessSchema,
});

export const putPortalAccessDraft = endpoint({
  method: 'PUT', path: '/locations/:locationId/portal-access/draft', permission: 'portal.publish',
  summary: 'Keeps access levels without publishing them', params, body: wished, answer: portalAccessSchema,
});

export const discardPortalAccessDraft = endpoint({
  method: 'DELETE', path: '/locations/:locationId/portal-access/draft', permission: 'portal.publish',
  summary: 'Throws the draft away', params, answer: nothing, status: 204,
});

export const publishPortalAccess = endpoint({
  method: 'POST',
  path: '/locations/:locationId/portal-access/publish',
  permission: 'portal.publish',
  summary: 'Publishes the draft, now or at a time',
  params,
  body: z.strictObject({ at: instantText.optional() }),
  answer: portalAccessSchema,
  problems: ['nothingDrafted'],
});

export const revertPortalAccess = endpoint({
  method: 'POST', path: '/locations/:locationId/portal-access/revert', permission: 'portal.publish',
  summary: 'Publishes an earlier version again', params,
  body: z.strictObject({ version: z.int().min(0) }), answer: portalAccessSchema,
});

export const withdrawPortalAccess = endpoint({
  method: 'POST', path: '/locations/:locationId/portal-access/withdraw', permission: 'portal.publish',
  summary: 'Takes back levels that were published for a time to come', params,
  body: z.strictObject({ version: z.int().min(1) }), answer: portalAccessSchema,
  problems: ['notScheduled'],
});

export const reschedulePortalAccess = endpoint({
  method: 'POST', path: '/locations/:locationId/portal-access/reschedule', permission: 'portal.publish',
  summary: 'Publishes levels that wait for their time at another time, or now, as a version of their own',
  params, body: z.strictObject({ version: z.int().min(1), at: instantText.optional() }),
  answer: portalAccessSchema, problems: ['notScheduled'],
});

export const previewPortalAccess = endpoint({
  method: 'POST',
  path: '/locations/:locationId/portal-access/preview',
  permission: 'portal.read',
  summary:
    'Who would gain and lose each section, before anything is published; nobody, for the levels as they are',
  params,
  query: z.object(whoQuery),
  body: z.strictObject({
    sections,
    at: instantText.optional().meta({ description: 'When they would come into force; left out: now' }),
    insteadOf: z.int().optional().meta({
      description: 'A version of this location that waits for its time, as if it were taken back',
    }),
  }),
  answer: z.object({
    /** Customers whose home is this location or one below. */
    people: z.int(),
    sections: z.array(
      z.object({
        section,
        from: level,
        to: level,
        changed: z.boolean(),
        /** Null: everybody, signed in or not. */
        seenBy: z.int().nullable(),
        wouldBeSeenBy: z.int().nullable(),
        visitors: z.enum(['gain', 'lose', 'same']),
        gains: peopleSchema,
        loses: peopleSchema,
      }),
    ),
    /** Harmful combinations, each with the level or the setting to use instead. */
    checks: z.array(z.object({
      code: z.enum(harmCodes), section, use: level.optional(),
      setting: z.object({ name: z.string(), value: z.unknown() }).optional(),
    })),
    list: whoSchema,
  }),
});

const scope = z.enum(['current', 'children', 'parents', 'network']);
const scopes = {
  events: scope,
  articles: scope,
  perks: scope,
  faq: scope,
  resources: scope,
  products: scope,
};

export const visibilitySchema = z.object(scopes);

export const getVisibility = endpoint({
  method: 'GET', path: '/locations/:locationId/visibility', permission: 'portal.read',
  summary: "Which locations' things the portal of a location shows", params, answer: visibilitySchema,
});

export const putVisibility = endpoint({
  method: 'PUT', path: '/locations/:locationId/visibility', permission: 'portal.publish',
  summary: "Sets which locations' things are shown; what is left out or null is as the parent has it", params,
  body: z.strictObject({
    events: scope.nullable(), articles: scope.nullable(), perks: scope.nullable(), faq: scope.nullable(),
    resources: scope.nullable(), products: scope.nullable(),
  }).partial(),
  answer: visibilitySchema,
});
