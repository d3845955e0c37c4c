import { z } from 'zod';
import { personName } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { answeredId } from './schema.ts';

export const meSchema = z.object({
  kind: z.enum(['customer', 'admin', 'key', 'system']),
  account: z
    .object({
      id: answeredId('acc'),
      name: z.string(),
      email: z.string(),
      language: z.string().nullable(),
      hasPassword: z.boolean(),
    })
    .nullable(),
  admin: z
    .object({
      id: answeredId('adm'),
      roles: z.array(z.object({
        role: z.string(), roleName: z.string(), locationId: answeredId('loc'), locationName: z.string(),
      })),
    })
    .nullable(),
  customer: z
    .object({
      id: answeredId('cus'),
      name: z.string(),
      homeLocationId: answeredId('loc'),
      teams: z
        .array(z.object({
          id: answeredId('tea'), name: z.string(), role: z.enum(['member', 'manager']),
        }))
        .meta({ description: 'Those it is in now, by name' }),
    })
    .nullable(),
  key: z.object({ id: answeredId('key'), name: z.string() }).nullable(),
  /** All permissions held anywhere. */
  permissions: z.array(z.string()),
  /** Where each is held: the locations at which something is, with what. */
  locations: z.array(
    z.object({ id: answeredId('loc'), name: z.string(), slug: z.string(), permissions: z.array(z.string()) }),
  ),
});

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  permission: 'signedIn',
  summary: 'Who is asking, and what they may where; 401 for nobody',
  answer: meSchema,
});

export const changeMe = endpoint({
  method: 'PATCH',
  path: '/me',
  permission: 'signedIn',
  summary: 'Changes name and language of the own account',
  body: z
    .strictObject({
      name: personName,
      language: z
        .string()
        .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/)
        .max(20)
        .nullable(),
    })
    .partial(),
  answer: meSchema,
});
