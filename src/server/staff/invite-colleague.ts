import { phrasesFor } from '../../api/texts/phrase.ts';
import { type Id, isId } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import type { RoleKey } from '../../domain/staff/own-role.ts';
import { isRoleName } from '../../domain/staff/role.ts';
import { findAccount, findAccountByEmail } from '../accounts/account.ts';
import { hashOf, newSecret } from '../accounts/guard/secret.ts';
import { accountLetter, letterLanguage, networkName } from '../accounts/letters.ts';
import { linkText } from '../accounts/links.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { isolated } from '../platform/mail/compose.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import {
  findWaitingInvitation,
  insertInvitation,
  type InvitationRow,
  listWaitingInvitations,
  markWithdrawn,
  withdrawOlder,
} from './invitation-store.ts';
import { mayGrantThere, mustMayGrantRole } from './may-grant.ts';
import { loadRoles, permissionsToGrant, type Role, roleToGive } from './roles/load-roles.ts';
import { holdOwnRole } from './roles/role-store.ts';
import { findAdmin, findAdminByAccount } from './staff-store.ts';

/** A link in an invitation is good for 7 days by the product's clock. */
export const goodMinutes = 7 * 24 * 60;

interface Invited {
  readonly email: string;
  readonly name: string;
  readonly role: RoleKey;
  readonly locationId: Id<'loc'>;
}

/** Invites somebody to work here. Throws 403 `mayNotGrant`, 409 `alreadyColleague`. */
export async function inviteColleague(work: Work, invited: Invited): Promise<InvitationRow> {
  const location = locationOf(await loadLocations(work), invited.locationId);
  const role = await roleToGive(work, invited.role);
  mustMayGrantRole(work.caller, role, invited.locationId);
  await mustBeNew(work, invited);
  const secret = newSecret();
  const row: InvitationRow = {
    ...invited, id: work.newId('itn'), customerId: null, teamId: null, teamRole: null, sentAt: work.now,
    expiresAt: addMinutes(work.now, goodMinutes),
  };
  await withdrawOlder(work.tx, row, work.now);
  await insertInvitation(work.tx, { ...row, tokenHash: hashOf(secret), by: work.caller.actorId });
  const account = await findAccountByEmail(work.tx, invited.email);
  const language = letterLanguage(account?.language, work.caller.language);
  const network = await networkName(work.tx);
  work.mail(accountLetter({
    kind: 'colleague', to: invited.email, language, name: invited.name, aboutId: row.id, network,
    href: linkText(work.shell.settings.url, { at: 'admin', language }, 'invitation', secret),
    values: {
      inviter: isolated(await nameOfCaller(work, network)), location: isolated(location.name),
      role: roleInLetter(role, language),
    },
  }));
  const after = { email: invited.email, role: invited.role, locationId: invited.locationId };
  work.audit({ action: 'staff.invited', aboutId: row.id, locationId: invited.locationId, after });
  return row;
}

/** Withdraws an invitation that the caller could have written. Throws 404 and 403 `mayNotGrant`. */
export async function withdrawInvitation(work: Work, id: Id<'itn'>): Promise<void> {
  const row = await findWaitingInvitation(work.tx, id);
  if (row === null || row.role === null || !work.caller.may('staff.read', row.locationId))
    throw new Problem('notFound');
  const needed = permissionsToGrant(await loadRoles(work), row.role);
  if (!mayGrantThere(work.caller, needed, row.locationId)) throw new Problem('mayNotGrant');
  await markWithdrawn(work.tx, id, work.now);
  const before = { email: row.email, role: row.role };
  work.audit({ action: 'staff.invitationWithdrawn', aboutId: id, locationId: row.locationId, before });
}

/** Those at locations where the caller may read staff. */
export async function waitingInvitations(work: Work): Promise<InvitationRow[]> {
  const rows = await listWaitingInvitations(work.tx);
  return rows.filter(({ locationId }) => work.caller.may('staff.read', locationId));
}

async function mustBeNew(work: Work, { email, role, locationId }: Invited): Promise<void> {
  const account = await findAccountByEmail(work.tx, email);
  const admin = account === null ? null : await findAdminByAccount(work.tx, account.id);
  const held = admin === null ? null : await findAdmin(work.tx, admin.id);
  if (held?.roles.some((one) => one.role === role && one.locationId === locationId) === true) {
    throw new Problem('alreadyColleague');
  }
}

async function nameOfCaller({ caller, tx }: Work, network: string): Promise<string> {
  const account = caller.accountId === null ? null : await findAccount(tx, caller.accountId);
  return account?.name ?? network;
}

/** A fixed role in the words of a sentence, one of the operator's own by its name. */
const roleInLetter = ({ id, name, isFixed }: Role, language: string): string =>
  (isFixed ? phrasesFor(language)(`mail-accounts.role.${id}`) : isolated(name));

/**
 * The role of a colleague's invitation, as it is now and held still; one that is unknown or archived
 * meanwhile cannot be accepted.
 */
export async function roleOf(work: Work, { role }: InvitationRow): Promise<RoleKey | null> {
  if (role === null || !(isRoleName(role) || isId('rle', role))) return null;
  return isRoleName(role) ? role : (await holdOwnRole(work.tx, role))?.id ?? null;
}
