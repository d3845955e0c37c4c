import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, nothing } from './schema.ts';

export const emailText = z.string().trim().toLowerCase().max(254)
  .regex(/^[^\s@,;:<>()"[\]\\]+@[^\s@,;:<>()"[\]\\]+$/, 'needs an e-mail address');
export const personName = z.string().trim().min(1).max(200);
/** How good it is, is judged by the server (a 422 that says what is missing). */
const newPassword = z.string().max(1000);
const token = z.string().min(20).max(100);
const languageText = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/).max(20);
/** Whether the letter leads to the admin panel or to the portal, for somebody who is both. */
const at = z.enum(['admin', 'portal']).optional();
const written = z.object({ written: z.literal(true) });
const signedIn = z.object({ signedIn: z.literal(true) });

export const signIn = endpoint({
  method: 'POST',
  path: '/auth/sign-in',
  permission: 'public',
  summary: 'Signs in by e-mail and password; sets the cookie',
  takesSecrets: true,
  body: z.strictObject({ email: z.string().max(254), password: z.string().max(1000) }),
  answer: signedIn,
  problems: ['signInFailed', 'signInRefused', 'tooMany'],
});

export const signOut = endpoint({
  method: 'POST', path: '/auth/sign-out', permission: 'public', summary: 'Ends the session of this browser',
  answer: nothing, status: 204,
});

export const sendMagicLink = endpoint({
  method: 'POST',
  path: '/auth/magic-link',
  permission: 'public',
  summary: 'Sends a link to sign in; answers the same whether or not the address is known',
  body: z.strictObject({ email: emailText, language: languageText.optional(), at }),
  answer: written,
  status: 202,
  problems: ['tooMany'],
});

export const useMagicLink = endpoint({
  method: 'POST',
  path: '/auth/magic-link/use',
  permission: 'public',
  summary: 'Signs in by the link of a letter, once',
  takesSecrets: true,
  body: z.strictObject({ token }),
  answer: signedIn,
  problems: ['linkNotGood', 'signInRefused', 'tooMany'],
});

export const forgotPassword = endpoint({
  method: 'POST', path: '/auth/password/forgot', permission: 'public',
  summary: 'Sends a link to choose a new password; answers the same whether or not the address is known',
  body: z.strictObject({ email: emailText, language: languageText.optional(), at }),
  answer: written, status: 202,
  problems: ['tooMany'],
});

export const resetPassword = endpoint({
  method: 'POST', path: '/auth/password/reset', permission: 'public',
  summary: 'Sets a new password by the link of a letter; ends all sessions and signs in',
  takesSecrets: true,
  body: z.strictObject({ token, password: newPassword }), answer: signedIn,
  problems: ['linkNotGood', 'signInRefused', 'tooMany'],
});

export const changePassword = endpoint({
  method: 'PUT', path: '/auth/password', permission: 'signedIn',
  summary: 'Changes the own password; ends all other sessions',
  body: z.strictObject({ currentPassword: z.string().max(1000).optional(), password: newPassword }),
  answer: nothing, status: 204, problems: ['tooMany'],
});

export const changeEmail = endpoint({
  method: 'POST', path: '/auth/email', permission: 'signedIn',
  summary: 'Asks a new address to confirm that it is the own one; until then nothing changes',
  takesSecrets: true,
  body: z.strictObject({
    email: emailText, currentPassword: z.string().max(1000).optional(), language: languageText.optional(), at,
  }),
  answer: written, status: 202, problems: ['tooMany'],
});

export const confirmEmail = endpoint({
  method: 'POST', path: '/auth/email/confirm', permission: 'public', summary: 'Confirms a new address, once',
  takesSecrets: true,
  body: z.strictObject({ token }), answer: signedIn, problems: ['linkNotGood', 'signInRefused', 'tooMany'],
});

const sessionSchema = z.object({
  id: answeredId('ses'), createdAt: answeredInstant, lastUsedAt: answeredInstant, expiresAt: answeredInstant,
  address: z.string().nullable(), userAgent: z.string().nullable(), isThisOne: z.boolean(),
});

export const listSessions = endpoint({
  method: 'GET',
  path: '/auth/sessions',
  permission: 'signedIn',
  summary: 'Where the own account is signed in',
  answer: z.object({ data: z.array(sessionSchema), nextCursor: z.null() }),
});

export const endSession = endpoint({
  method: 'DELETE',
  path: '/auth/sessions/:sessionId',
  permission: 'signedIn',
  summary: 'Ends one of the own sessions',
  params: z.object({ sessionId: idOf('ses') }),
  answer: nothing,
  status: 204,
  problems: ['notFound'],
});

export const endOtherSessions = endpoint({
  method: 'POST', path: '/auth/sessions/end-others', permission: 'signedIn',
  summary: 'Ends all of the own sessions but this one', answer: nothing, status: 204,
});

export const openAccount = endpoint({
  method: 'POST',
  path: '/accounts',
  permission: 'public',
  summary:
    'Opens an account in the portal: a contact with portal access, once the address is confirmed by mail',
  takesSecrets: true,
  body: z.strictObject({
    name: personName,
    email: emailText,
    password: newPassword,
    locationId: idOf('loc'),
    language: languageText.optional(),
  }),
  answer: z.object({ written: z.literal(true), email: z.string() }),
  status: 201,
  problems: ['accountsClosed', 'tooMany'],
});

export const inviteCustomer = endpoint({
  method: 'POST', path: '/customers/:customerId/invite', permission: 'customers.invite',
  summary: 'Invites a customer by mail: a link, usable once, for 7 days, gives portal access (CUS-9)',
  params: z.object({ customerId: idOf('cus') }),
  answer: z.object({ id: answeredId('itn'), email: z.string(), expiresAt: answeredInstant }), status: 201,
  problems: ['notFound', 'customerArchived'],
});

export const invitedPerson = z.object({
  name: z.string(), email: z.string(), network: z.string(), location: z.string(), role: z.string().nullable(),
  roleName: z.string().nullable(),
  team: z.string().nullable().meta({ description: 'The name of the team it is to' }),
  /** Whether a password is to be chosen; false for somebody who has an account with one. */
  needsPassword: z.boolean(),
});

export const openInvitation = endpoint({
  method: 'POST',
  path: '/invitations/open',
  permission: 'public',
  summary: 'What an invitation is for; uses nothing up',
  takesSecrets: true,
  body: z.strictObject({ token }),
  answer: invitedPerson,
  problems: ['invitationNotGood', 'tooMany'],
});

export const acceptInvitation = endpoint({
  method: 'POST', path: '/invitations/accept', permission: 'public',
  summary: 'Accepts an invitation, once, with a password of one\'s own; signs in',
  takesSecrets: true,
  body: z.strictObject({ token, password: newPassword.optional() }), answer: signedIn,
  problems: ['invitationNotGood', 'signInRefused', 'teamFull', 'tooMany'],
});
