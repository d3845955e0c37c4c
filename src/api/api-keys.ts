import { z } from 'zod';
import { permissions } from '../domain/staff/permission.ts';
import { roleNames } from '../domain/staff/role.ts';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, nothing, pageOf, pageQuery } from './schema.ts';

export const apiKeySchema = z.object({
  id: answeredId('key'), name: z.string(), hint: z.string(), role: z.string().nullable(),
  permissions: z.array(z.string()), locationId: answeredId('loc'), locationName: z.string(),
  createdAt: answeredInstant, lastUsedAt: answeredInstant.nullable(), endedAt: answeredInstant.nullable(),
  mayEnd: z.boolean(),
  /** Who made it; a key belongs to the network and stays when its maker is gone. */
  madeBy: z.object({ id: z.string(), name: z.string(), isGone: z.boolean() }).nullable(),
});

export const createApiKey = endpoint({
  method: 'POST',
  path: '/api-keys',
  permission: 'keys.write',
  summary:
    'Makes an API key with a role or with permissions, at a location and below; its secret is shown once',
  body: z.strictObject({
    name: z.string().trim().min(1).max(200),
    role: z.enum(roleNames).optional(),
    permissions: z.array(z.enum(permissions)).min(1).optional(),
    /** The network where none is named. */
    locationId: idOf('loc').optional(),
  }),
  answer: apiKeySchema.extend({ secret: z.string().nullable() }),
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

export const endApiKey = endpoint({
  method: 'DELETE',
  path: '/api-keys/:keyId',
  permission: 'keys.write',
  summary: 'Revokes a key, from the next request',
  params: z.object({ keyId: idOf('key') }),
  answer: nothing,
  status: 204,
  problems: ['notFound', 'mayNotGrant'],
});
