import { z } from 'zod';
import { permissions } from '../domain/staff/permission.ts';
import { endpoint } from './endpoint.ts';
import { idOf, wholeListOf } from './schema.ts';

const permissionSchema = z.object({
  id: z.string(),
  /** What it is about: the part before the dot, and that in words. */
  word: z.string(), group: z.string(),
  /** A short name and one sentence, in the caller's language. */
  name: z.string(), description: z.string(),
});

export const listPermissions = endpoint({
  method: 'GET', path: '/permissions', permission: 'signedIn',
  summary: 'Everything that roles and keys can hold, in words, grouped; for staff and keys',
  answer: wholeListOf(permissionSchema), problems: ['notPermitted'],
});

export const getPermission = endpoint({
  method: 'GET', path: '/permissions/:permission', permission: 'signedIn',
  summary: 'One permission in words, and the roles of those who could give it to the caller',
  params: z.object({ permission: z.enum(permissions) }),
  query: z.object({
    /** A place where the caller works; without it, all of those. */
    locationId: idOf('loc').optional(),
  }),
  answer: permissionSchema.extend({
    isHeld: z.boolean(), givenBy: z.array(z.object({ role: z.string(), name: z.string() })),
  }),
  problems: ['notPermitted', 'notFound'],
});
