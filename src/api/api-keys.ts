import { z } from 'zod';
import { permissions } from '../domain/staff/permission.ts';
import { endpoint } from './endpoint.ts';
import { roleKey } from './roles.ts';
import { answeredId, answeredInstant, dayText, idOf, nothing, pageOf, pageQuery } from './schema.ts';

const grantSchema = z.object({
  role: z.string().nullable(),
  /** The name of its role; a fixed role's is in the caller's language. Null where it has none. */
  roleName: z.string().nullable(),
  permissions: z.array(z.string()),
  locationId: answeredId('loc'), locationName: z.string(),
});

export const apiKeySchema = z.object({
  id: answeredId('key'), name: z.string(), hint: z.string(),
  /** What it may where: a role or permissions, at a place and below. Of places the caller may look at. */
  grants: z.array(grantSchema).min(1),
  /** The first of `grants`, for whoever knows keys with one. */
  role: z.string().nullable(), permissions: z.array(z.string()), locationId: answeredId('loc'),
  locationName: z.string(),
  createdAt: answeredInstant, lastUsedAt: answeredInstant.nullable(), endedAt: answeredInstant.nullable(),
  /** The first day on which it does not work any more, in the network's time zone, and when that begins. */
  expiresDay: z.string().nullable(), expiresAt: answeredInstant.nullable(), isOver: z.boolean(),
  /** Secrets that were exchanged and still work. */
  older: z.array(z.object({
    hint: z.string(), endsAt: answeredInstant, lastUsedAt: answeredInstant.nullable(),
  })),
  mayEnd: z.boolean(),
  /** Who made it; a key belongs to the network and stays when its maker is gone. */
  madeBy: z.object({ id: z.string(), name: z.string(), isGone: z.boolean() }).nullable(),
});

const withSecret = apiKeySchema.extend({ secret: z.string().nullable() });
const held = z.array(z.enum(permissions)).min(1).max(permissions.length);
const firstDayOver = dayText.meta({ description: 'The first day on which it does not work any more' });

export const createApiKey = endpoint({
  method: 'POST',
  path: '/api-keys',
  permission: 'keys.write',
  summary:
    'Makes an API key with a role or permissions, at one or several locations; its secret is shown once',
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    role: roleKey.optional(),
    permissions: held.optional(),
    /** The network where none is named. */
    locationId: idOf('loc').optional(),
    /** Instead of the three above: each a role or permissions, at a location. */
    grants: z.array(z.strictObject({
      role: roleKey.optional(), permissions: held.optional(), locationId: idOf('loc'),
    })).min(1).max(50).optional(),
    expiresDay: firstDayOver.optional(),
  }),
  answer: withSecret,
  status: 201,
  shownOnce: ['secret'],
  problems: ['mayNotGrant', 'notFound'],
});

export const listApiKeys = endpoint({
  method: 'GET',
  path: '/api-keys',
  permission: 'keys.read',
  summary: 'The API keys, without their secrets',
  query: z.object({ ...pageQuery, ended: z.enum(['true', 'false']).optional() }),
  answer: pageOf(apiKeySchema),
});

export const rotateApiKey = endpoint({
  method: 'POST',
  path: '/api-keys/:keyId/rotate',
  permission: 'keys.write',
  summary: 'Gives a key a new secret, shown once; the old one ends at once or after an overlap',
  params: z.object({ keyId: idOf('key') }),
  body: z.strictObject({
    /** For how long the old secret still works; thirty days at most. */
    overlapMinutes: z.int().min(0).max(30 * 24 * 60).default(0),
    /** Absent: as before. Null: it has no end any more. */
    expiresDay: firstDayOver.nullish(),
  }),
  answer: withSecret,
  shownOnce: ['secret'],
  problems: ['notFound', 'mayNotGrant', 'keyOver'],
});

export const endApiKey = endpoint({
  method: 'DELETE',
  path: '/api-keys/:keyId',
  permission: 'keys.write',
  summary: 'Revokes a key and all its secrets, from the next request',
  params: z.object({ keyId: idOf('key') }),
  answer: nothing,
  status: 204,
  problems: ['notFound', 'mayNotGrant'],
});
