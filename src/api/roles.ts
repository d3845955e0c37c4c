import { z } from 'zod';
import { isId } from '../domain/kernel/id.ts';
import type { RoleKey } from '../domain/staff/own-role.ts';
import { permissions } from '../domain/staff/permission.ts';
import { isRoleName } from '../domain/staff/role.ts';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, nothing, wholeListOf } from './schema.ts';

/** A fixed role by its name, or one of the operator's own by its id: what `GET /roles` lists as `id`. */
export const roleKey = z.string()
  .refine((text): text is RoleKey => isRoleName(text) || isId('rle', text), {
    message: 'needs the id of a role, as GET /roles lists them',
  })
  .transform((text) => text as RoleKey)
  .meta({ type: 'string', example: 'frontDesk' });

const held = z.array(z.enum(permissions)).min(1).max(permissions.length);
const counted = { people: z.int(), invitations: z.int(), keys: z.int() };

export const roleSchema = z.object({
  /** `owner`, `frontDesk` … for those that every network has, `rle_…` for the operator's own. */
  id: z.string(),
  /** The same again: what grants, invitations and keys name it by. */
  role: z.string(),
  /** A fixed role's is in the caller's language. */
  name: z.string(),
  description: z.string(),
  isFixed: z.boolean(),
  permissions: z.array(z.string()),
  version: z.int(),
  changedAt: answeredInstant.nullable(),
  archivedAt: answeredInstant.nullable(),
  /** Locations at which the caller may give it. */
  mayGiveAt: z.array(answeredId('loc')),
  /** Whether the caller may change and archive it. */
  mayChange: z.boolean(),
  /** How many hold it, as far as the caller may know of them. */
  holders: z.object(counted),
});

const holderSchema = z.object({
  kind: z.enum(['person', 'invitation', 'key']), id: z.string(), name: z.string(),
  locationId: answeredId('loc'), locationName: z.string(),
});

export const roleWithHolders = roleSchema.extend({ heldBy: z.array(holderSchema) });

const name = z.string().max(200).meta({ description: 'Up to 60 characters, unique among the roles' });
const description = z.string().trim().max(500);
const params = z.object({ roleKey });

export const listRoles = endpoint({
  method: 'GET', path: '/roles', permission: 'staff.read',
  summary: 'The roles there are, fixed ones and the operator’s own, and what each may',
  answer: wholeListOf(roleSchema),
});

export const createRole = endpoint({
  method: 'POST', path: '/roles', permission: 'staff.write',
  summary: 'Makes a role of the operator’s own, for the whole network; nobody puts in what they do not hold',
  body: z.strictObject({ name, description: description.default(''), permissions: held }),
  answer: roleWithHolders, status: 201, problems: ['mayNotGrant', 'nameTaken'],
});

export const getRole = endpoint({
  method: 'GET', path: '/roles/:roleKey', permission: 'staff.read', summary: 'One role, and who holds it',
  params, answer: roleWithHolders, problems: ['notFound'],
});

export const changeRole = endpoint({
  method: 'PATCH', path: '/roles/:roleKey', permission: 'staff.write',
  summary: 'Changes a role of the operator’s own: for all who hold it, from their next request',
  params, body: z.strictObject({ name, description, permissions: held }).partial(),
  answer: roleWithHolders,
  problems: ['notFound', 'mayNotGrant', 'nameTaken', 'roleIsFixed', 'changedMeanwhile'],
});

export const archiveRole = endpoint({
  method: 'DELETE', path: '/roles/:roleKey', permission: 'staff.write',
  summary: 'Archives a role of the operator’s own that nobody holds; 409 with `heldBy` while somebody does',
  params, answer: nothing, status: 204, problems: ['notFound', 'mayNotGrant', 'roleIsFixed', 'roleInUse'],
});

/** What a change of a role would mean, before it is saved; nothing is written. */
export const previewRole = endpoint({
  method: 'POST', path: '/roles/:roleKey/impact', permission: 'staff.write',
  summary: 'What holding these permissions instead would give to and take from those who have the role',
  params, body: z.strictObject({ permissions: held }),
  answer: z.object({
    added: z.array(z.string()), removed: z.array(z.string()),
    /** Who holds the role; what another role of theirs gives them anyway is no change for them. */
    holders: z.object(counted),
    affected: z.array(holderSchema.extend({ added: z.array(z.string()), removed: z.array(z.string()) })),
  }),
  problems: ['notFound', 'roleIsFixed', 'mayNotGrant'],
});
