import type { Permission } from '../../../src/domain/staff/permission.ts';

/**
 * Who holds which permission, written by hand and apart from the program: the matrix is computed from this.
 * O owner, A administrator, L location manager, F front desk, B billing, C community, E content editor,
 * D developer, R read only.
 */
export const holders: Readonly<Record<Permission, string>> = {
  'locations.read': 'OALFBCEDR', 'locations.write': 'OAL',
  'settings.read': 'OALBDR', 'settings.write': 'OAL',
  'staff.read': 'OALD', 'staff.write': 'OAL', 'staff.makeOwners': 'O',
  'customers.read': 'OALFBCDR', 'customers.write': 'OALFBC', 'customers.invite': 'OALFC',
  'customers.suspend': 'OAL', 'customers.archive': 'OAL', 'customers.export': 'OAL', 'customers.erase': 'OA',
  'notes.read': 'OALFBCDR', 'notes.write': 'OALFBC',
  'teams.read': 'OALFBCDR', 'teams.write': 'OALC',
  'plans.read': 'OALFBCEDR', 'plans.write': 'OAL',
  'contracts.read': 'OALFBCDR', 'contracts.write': 'OALB',
  'access.explain': 'OALFBCDR',
  'portal.read': 'OALFCEDR', 'portal.publish': 'OAL', 'portal.preview': 'OALCE',
  'resources.read': 'OALFBCEDR', 'resources.write': 'OAL',
  'bookings.read': 'OALFBCDR', 'bookings.write': 'OALFC', 'bookings.override': 'OAL',
  'checkIns.read': 'OALFCDR', 'checkIns.write': 'OALFC',
  'benefits.read': 'OALFBCDR', 'benefits.write': 'OALC', 'benefits.sell': 'OALFC',
  'billing.read': 'OALFBCDR', 'billing.write': 'OALB', 'billing.run': 'OALB',
  'payments.read': 'OALFBCDR', 'payments.write': 'OALFBC',
  'store.read': 'OALFBCDR', 'store.write': 'OAL', 'crm.read': 'OALCDR', 'crm.write': 'OALC',
  'help.read': 'OALFCDR', 'help.write': 'OALFC', 'content.read': 'OALFCEDR', 'content.write': 'OALCE',
  'reception.read': 'OALFCDR', 'reception.write': 'OALFC', 'reports.read': 'OALBCDR',
  'imports.read': 'OAL', 'imports.write': 'OAL',
  'keys.read': 'OALD', 'keys.write': 'OAD', 'webhooks.read': 'OALD', 'webhooks.write': 'OAD',
  'audit.read': 'OALD', 'system.read': 'OALD', 'system.write': 'OA', 'mails.readLinks': 'O',
};

export const letters: Readonly<Record<string, string>> = {
  owner: 'O', administrator: 'A', locationManager: 'L', frontDesk: 'F', billing: 'B', community: 'C',
  contentEditor: 'E', developer: 'D', readOnly: 'R',
};

/** What belongs to the whole network: a role at one location, whatever it is, does not open it. */
export const ofTheNetwork: ReadonlySet<string> = new Set([
  'POST /legal-entities', 'PATCH /legal-entities/:legalEntityId',
  'GET /mails', 'GET /mails/:mailId', 'GET /mails/:mailId/attachments/:number', 'POST /mails/test',
  'POST /mails/:mailId/send-again',
  'POST /roles', 'PATCH /roles/:roleKey', 'DELETE /roles/:roleKey', 'POST /roles/:roleKey/impact',
]);

/** What there is once for all places: whoever may read it anywhere reads it. */
export const ofNoPlace: ReadonlySet<string> = new Set(['GET /roles/:roleKey']);

/** Roles of the operator's own, and what keys hold at two places: sets that no fixed role has. */
export const ownSets = {
  nights: ['customers.read', 'bookings.read', 'bookings.write', 'billing.run', 'keys.read', 'staff.read'],
  watch: [
    'customers.read',
    'audit.read',
    'reports.read',
    'checkIns.write',
    'customers.suspend',
    'notes.write',
  ],
} as const satisfies Record<string, readonly Permission[]>;

/**
 * An import belongs to whoever made it, and to whoever may import everywhere: here the network's owner; a
 * preview to the session that opened it.
 */
export const ofTheMaker: ReadonlySet<string> = new Set([
  'DELETE /locations/:locationId/portal-access/previews/:previewId',
  'GET /imports/:importId', 'POST /imports/:importId/run', 'POST /imports/:importId/undo',
]);

/** In a customer's own team, what is for those who run it (PER-2): a plain member hears no. */
export const ofTeamManagers: ReadonlySet<string> = new Set([
  'PATCH /teams/:teamId', 'PATCH /teams/:teamId/members/:customerId', 'GET /teams/:teamId/contracts',
  'GET /teams/:teamId/invitations', 'POST /teams/:teamId/invitations',
  'DELETE /teams/:teamId/invitations/:invitationId',
  'POST /contracts/:contractId/seats', 'POST /contracts/:contractId/seats/:seatId/end',
  'POST /contracts/:contractId/seats/:seatId/reassign',
]);

const forMembers = ['GET /teams/:teamId', 'GET /teams/:teamId/members'];

/** What somebody of the same team is let in to about another's things there, by their part in it (PER-1). */
export const withinTeam: Readonly<Record<'member' | 'manager', ReadonlySet<string>>> = {
  member: new Set(forMembers),
  manager: new Set([
    ...forMembers, ...ofTeamManagers, 'DELETE /teams/:teamId/members/:customerId',
    'GET /contracts/:contractId/seats', 'GET /bookings', 'GET /bookings/:bookingId', 'POST /bookings',
    'POST /bookings/quote', 'POST /bookings/:bookingId/cancel', 'POST /bookings/:bookingId/change',
    'POST /bookings/:bookingId/confirm', 'POST /bookings/:bookingId/check-in',
  ]),
};

/** What a customer may ask about rooms, which are everybody's. */
export const forEverybodySignedIn: ReadonlySet<string> = new Set([
  'GET /resources', 'GET /resources/:resourceId',
]);
