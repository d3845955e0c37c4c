import { z } from 'zod';
import { emailText, personName } from './accounts.ts';
import { endpoint } from './endpoint.ts';
import {
  answeredId, answeredInstant, flag, idOf, nothing, pageOf, pageQuery, wholeListOf,
} from './schema.ts';

/**
 * Teams (TEM-1, TEM-3): who belongs together, since when, who runs them, and who may come. Staff asks with
 * `teams.read` and `teams.write` at the team's location; a customer asks about teams it is in (PER-2), as a
 * manager or a member; of any other team it hears 404. Places on contracts stand in seats.ts.
 */

export const teamRoles = ['member', 'manager'] as const;
const teamRole = z.enum(teamRoles);
const teamBillings = ['merged', 'individual'] as const;

const line = z.string().trim().max(200);
const website = z.union([
  z.literal(''),
  z.url({ protocol: /^https?$/, message: 'needs an address such as https://nova.example' }).max(300),
]);

const profile = z.object({
  about: z.string().trim().max(2000), website, email: z.union([emailText, z.literal('')]), phone: line,
});
const sharing = z.object({ passes: z.boolean(), timeCredits: z.boolean(), moneyCredits: z.boolean() });

/** What the caller may do with this team, so that screens show only what leads somewhere. */
const maySchema = z.object({
  edit: z.boolean().meta({ description: 'Name and profile' }),
  administer: z.boolean().meta({ description: 'Location, size, payer, billing, sharing; who may invite' }),
  add: z.boolean().meta({ description: 'Take customers in without an invitation: staff' }),
  invite: z.boolean(),
  remove: z.boolean(),
  giveRoles: z.boolean(),
  giveSeats: z.boolean(),
  book: z.boolean().meta({ description: 'For members, and see their bookings' }),
  seeInvoices: z.boolean(),
  leave: z.boolean().meta({ description: 'The caller is in it' }),
});

export const teamSchema = z.object({
  id: answeredId('tea'),
  name: z.string(),
  locationId: answeredId('loc'),
  locationName: z.string(),
  profile: z.object({ about: z.string(), website: z.string(), email: z.string(), phone: z.string() }),
  sizeMax: z.int().nullable().meta({ description: 'Members at once; null: any number' }),
  membersMayInvite: z.boolean(),
  payingCustomerId: answeredId('cus').nullable()
    .meta({ description: 'Who pays for the team; not by that a manager. Null too for plain members' }),
  payingCustomerName: z.string().nullable(),
  billing: z.enum(teamBillings).nullable().meta({ description: 'Null for plain members' }),
  sharing,
  memberCount: z.int(),
  managerCount: z.int(),
  invitationCount: z.int().meta({ description: 'Sent and waiting; 0 for plain members' }),
  seats: z.object({ total: z.int(), taken: z.int(), free: z.int() })
    .meta({ description: 'On contracts in force now' }),
  yourRole: teamRole.nullable().meta({ description: 'Of the customer who asks; null for staff' }),
  may: maySchema,
  createdAt: answeredInstant,
  version: z.int(),
});
export type AnsweredTeam = z.input<typeof teamSchema>;

export const teamMemberSchema = z.object({
  customerId: answeredId('cus'),
  name: z.string(),
  email: z.string().nullable().meta({ description: 'For staff and managers; null for plain members' }),
  role: teamRole,
  since: answeredInstant,
  until: answeredInstant.nullable().meta({ description: 'When it left; null: in the team' }),
  standing: z.enum(['member', 'contact']).nullable()
    .meta({ description: 'Now, for staff and managers; null for plain members' }),
  seats: z.array(z.object({
    id: answeredId('sea'), contractId: answeredId('con'), planName: z.string(), since: answeredInstant,
    until: answeredInstant.nullable(),
  })).meta({ description: 'Places on contracts of this team, now or to come' }),
});
export type AnsweredTeamMember = z.input<typeof teamMemberSchema>;

export const teamInvitationSchema = z.object({
  id: answeredId('itn'), email: z.string(), name: z.string(), role: teamRole,
  sentAt: answeredInstant, expiresAt: answeredInstant, isOver: z.boolean(),
});
export type AnsweredTeamInvitation = z.input<typeof teamInvitationSchema>;

const params = z.object({ teamId: idOf('tea') });
const memberParams = z.object({ teamId: idOf('tea'), customerId: idOf('cus') });
const sizeMax = z.int().min(1).max(1000).nullable();

const optional = {
  profile: profile.partial(),
  sizeMax,
  membersMayInvite: z.boolean(),
  payingCustomerId: idOf('cus').nullable(),
  billing: z.enum(teamBillings),
  sharing: sharing.partial(),
};

export const listTeams = endpoint({
  method: 'GET', path: '/teams', permission: 'teams.read', ownCustomer: true,
  summary: 'Teams by name: of a location and those below, or those that a customer is in; a customer its own',
  query: z.object({
    ...pageQuery, locationId: idOf('loc').optional(), customerId: idOf('cus').optional(),
    q: z.string().trim().max(200).optional(),
  }),
  answer: pageOf(teamSchema), problems: ['notFound'],
});

export const createTeam = endpoint({
  method: 'POST', path: '/teams', permission: 'teams.write',
  summary: 'Makes a team (TEM-1): at the network, of any size, each pays for itself, unless said otherwise',
  body: z.strictObject({
    name: personName, locationId: idOf('loc').optional(), ...z.object(optional).partial().shape,
    managerId: idOf('cus').optional().meta({ description: 'A customer to begin with, as its manager' }),
  }),
  answer: teamSchema, status: 201, problems: ['notValid', 'customerArchived'],
});

export const getTeam = endpoint({
  method: 'GET', path: '/teams/:teamId', permission: 'teams.read', ownCustomer: true,
  summary: 'One team, with what the caller may do in it', params, answer: teamSchema, problems: ['notFound'],
});

export const changeTeam = endpoint({
  method: 'PATCH', path: '/teams/:teamId', permission: 'teams.write', ownCustomer: true,
  summary: 'Changes a team; managers change its name, its profile and whether members may invite', params,
  body: z.strictObject({ name: personName, locationId: idOf('loc'), ...optional }).partial(),
  answer: teamSchema, problems: ['notFound', 'notPermitted', 'notValid', 'teamFull', 'changedMeanwhile'],
});

export const listTeamMembers = endpoint({
  method: 'GET', path: '/teams/:teamId/members', permission: 'teams.read', ownCustomer: true,
  summary: 'Who is in a team, managers first, with role and seats; past members too for staff who ask',
  params,
  query: z.object({ past: flag.optional() }), answer: wholeListOf(teamMemberSchema), problems: ['notFound'],
});

export const addTeamMember = endpoint({
  method: 'POST', path: '/teams/:teamId/members', permission: 'teams.write',
  summary: 'Takes a customer into a team; with `seat`, gives it a free one on a contract of the team', params,
  body: z.strictObject({
    customerId: idOf('cus'), role: teamRole.default('member'), seat: z.boolean().default(false),
  }),
  answer: teamMemberSchema, status: 201,
  problems: ['notFound', 'notValid', 'customerArchived', 'alreadyInTeam', 'teamFull', 'noFreeSeat'],
});

export const changeTeamMember = endpoint({
  method: 'PATCH', path: '/teams/:teamId/members/:customerId', permission: 'teams.write', ownCustomer: true,
  summary: 'Gives or takes the role of manager (PER-2), from the next request; a team may have no manager',
  params: memberParams, body: z.strictObject({ role: teamRole }), answer: teamMemberSchema,
  problems: ['notFound', 'notPermitted'],
});

export const removeTeamMember = endpoint({
  method: 'DELETE', path: '/teams/:teamId/members/:customerId', permission: 'teams.write', ownCustomer: true,
  summary: 'Ends a membership and, with it, the seats on contracts of the team (TEM-4); anybody may leave',
  params: memberParams, answer: nothing, status: 204, problems: ['notFound', 'notPermitted'],
});

export const listTeamInvitations = endpoint({
  method: 'GET', path: '/teams/:teamId/invitations', permission: 'teams.read', ownCustomer: true,
  summary: 'Invitations that wait for an answer, those too old as well; the newest first', params,
  answer: wholeListOf(teamInvitationSchema), problems: ['notFound', 'notPermitted'],
});

export const inviteToTeam = endpoint({
  method: 'POST', path: '/teams/:teamId/invitations', permission: 'teams.write', ownCustomer: true,
  summary: 'Invites by mail (TEM-3): a link, usable once, for 7 days, opens an account, joins the team and ' +
    'takes a free seat; a newer invitation to the same address voids the older one',
  params,
  body: z.strictObject({
    email: emailText, name: personName.optional().meta({ description: 'Else the part before the @' }),
    role: teamRole.default('member'),
  }),
  answer: teamInvitationSchema, status: 201,
  problems: ['notFound', 'notPermitted', 'alreadyInTeam', 'teamFull', 'noFreeSeat', 'tooMany'],
});

export const withdrawTeamInvitation = endpoint({
  method: 'DELETE', path: '/teams/:teamId/invitations/:invitationId', permission: 'teams.write',
  ownCustomer: true, summary: 'Withdraws an invitation: its link no longer works',
  params: z.object({ teamId: idOf('tea'), invitationId: idOf('itn') }), answer: nothing, status: 204,
  problems: ['notFound', 'notPermitted'],
});
