import { z } from 'zod';
import { emailText, personName } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import { roleKey } from './roles.ts';
import { answeredId, answeredInstant, currencyText, idOf, nothing, pageOf, pageQuery } from './schema.ts';

const heldSchema = z.object({
  id: answeredId('rol'), role: z.string(),
  /** A fixed role's is in the caller's language. */
  roleName: z.string(),
  locationId: answeredId('loc'), locationName: z.string(), startedAt: answeredInstant,
  /** Whether the caller may end it. */
  mayEnd: z.boolean(),
});

export const adminSchema = z.object({
  id: answeredId('adm'), name: z.string(), email: z.string(), roles: z.array(heldSchema), isYou: z.boolean(),
  lastSeenAt: answeredInstant.nullable(),
});

export const listStaff = endpoint({
  method: 'GET', path: '/staff', permission: 'staff.read', summary: 'Who works here, with their roles',
  query: z.object({ ...pageQuery, locationId: idOf('loc').optional() }), answer: pageOf(adminSchema),
});

export const giveRole = endpoint({
  method: 'POST',
  path: '/staff/:adminId/roles',
  permission: 'staff.write',
  summary: 'Gives a colleague one more role; nobody gives more than they hold',
  params: z.object({ adminId: idOf('adm') }),
  body: z.strictObject({ role: roleKey, locationId: idOf('loc') }),
  answer: adminSchema,
  status: 201,
  problems: ['notFound', 'mayNotGrant', 'alreadyColleague'],
});

export const endRole = endpoint({
  method: 'DELETE', path: '/staff/:adminId/roles/:roleId', permission: 'staff.write',
  summary: 'Ends one role of a colleague, from the next request',
  params: z.object({ adminId: idOf('adm'), roleId: idOf('rol') }), answer: nothing, status: 204,
  problems: ['notFound', 'mayNotGrant', 'lastOwner'],
});

export const endStaff = endpoint({
  method: 'POST', path: '/staff/:adminId/end', permission: 'staff.write',
  summary: 'Ends all roles of a colleague and, unless a customer too, their sessions, at once',
  params: z.object({ adminId: idOf('adm') }), answer: nothing, status: 204,
  problems: ['notFound', 'mayNotGrant', 'lastOwner'],
});

export const invitationSchema = z.object({
  id: answeredId('itn'),
  email: z.string(),
  name: z.string(),
  role: z.string(),
  roleName: z.string(),
  locationId: answeredId('loc'),
  locationName: z.string(),
  sentAt: answeredInstant,
  expiresAt: answeredInstant,
  isOver: z.boolean(),
});

export const inviteColleague = endpoint({
  method: 'POST', path: '/staff/invitations', permission: 'staff.write',
  summary: 'Invites a colleague with a role at a location: a link by mail, usable once, for 7 days',
  body: z.strictObject({ email: emailText, name: personName, role: roleKey, locationId: idOf('loc') }),
  answer: invitationSchema, status: 201, problems: ['notFound', 'mayNotGrant', 'alreadyColleague'],
});

export const listInvitations = endpoint({
  method: 'GET',
  path: '/staff/invitations',
  permission: 'staff.read',
  summary: 'Invitations not yet accepted',
  answer: z.object({ data: z.array(invitationSchema), nextCursor: z.null() }),
});

export const withdrawInvitation = endpoint({
  method: 'DELETE',
  path: '/staff/invitations/:invitationId',
  permission: 'staff.write',
  summary: 'Withdraws an invitation: its link no longer works',
  params: z.object({ invitationId: idOf('itn') }),
  answer: nothing,
  status: 204,
  problems: ['notFound', 'mayNotGrant'],
});

export const getSetUp = endpoint({
  method: 'GET',
  path: '/set-up',
  permission: 'public',
  summary: 'Whether this network still needs its first owner',
  answer: z.object({ needed: z.boolean() }),
});

export const setUp = endpoint({
  method: 'POST',
  path: '/set-up',
  permission: 'public',
  summary: 'Makes the first owner, the network and its first location, with the code printed at start',
  takesSecrets: true,
  body: z.strictObject({
    code: z.string().trim().min(1).max(40),
    owner: z.strictObject({ name: personName, email: emailText, password: z.string().max(1000) }),
    network: z.strictObject({ name: personName, language: z.string().min(2).max(20).default('en') }),
    location: z
      .strictObject({ name: personName, timeZone: z.string().min(1).max(80), currency: currencyText })
      .optional(),
  }),
  answer: z.object({ signedIn: z.literal(true), locationSlug: z.string().nullable() }),
  status: 201,
  problems: ['setUpDone', 'setUpCodeWrong', 'tooMany'],
});
