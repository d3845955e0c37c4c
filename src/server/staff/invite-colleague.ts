import { phrasesFor } from '../../api/texts/phrase.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { isRoleName, type RoleName } from '../../domain/staff/role.ts';
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
import { mayGrantRole, mustMayGrantRole } from './may-grant.ts';
import { findAdmin, findAdminByAccount } from './staff-store.ts';

/** A link in an invitation is good for 7 days by the product's clock. */
export const goodMinutes = 7 * 24 * 60;

interface Invited {
  readonly email: string;
  readonly name: string;
  readonly role: RoleName;
  readonly locationId: Id<'loc'>;
}

/** Invites somebody to work here. Throws 403 `mayNotGrant`, 409 `alreadyColleague`. */
export async function inviteColleague(work: Work, invited: Invited): Promise<InvitationRow> {
  const location = locationOf(await loadLocations(work), invited.locationId);
  mustMayGrantRole(work.caller, invited.role, invited.locationId);
  await mustBeNew(work, invited);
  const secret = newSecret();
  const row: InvitationRow = {
    ...invited, id: work.newId('itn'), customerId: null, sentAt: work.now,
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
      role: phrasesFor(language)(`mail-accounts.role.${invited.role}`),
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
  if (!mayGrantRole(work.caller, row.role, row.locationId)) throw new Problem('mayNotGrant');
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

/** The role of a colleague's invitation as one of ours; an unknown one cannot be accepted. */
export const roleOf = ({ role }: InvitationRow): RoleName | null =>
  role !== null && isRoleName(role) ? role : null;
