import type { Id } from '../../domain/kernel/id.ts';
import type { TeamRole } from '../../domain/teams/team.ts';
import type { Account } from '../accounts/account.ts';
import { seatsOfTeams } from '../contracts/seats/seats-of-teams.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import type { InvitationRow } from '../staff/invitations.ts';
import { lockTeamOf } from '../teams/load-team.ts';
import { enterTeam } from '../teams/members.ts';
import { findContact, insertContact, isInTeam } from './sign-up-store.ts';

export interface TeamInvitation extends InvitationRow {
  readonly teamId: Id<'tea'>;
  readonly teamRole: TeamRole;
}

export const isToTeam = (row: InvitationRow): row is TeamInvitation => row.teamId !== null;

/**
 * TEM-3: whoever accepts joins the team and takes a seat if there is one. Somebody new becomes a contact at
 * the team's location. A customer we have keeps what staff has said of it: a team gives nobody portal access
 * that was taken.
 */
export async function joinInvitedTeam(
  work: Work, invitation: TeamInvitation, account: Account,
): Promise<void> {
  const { teamId, teamRole: role, locationId } = invitation;
  await lockTeamOf(work, teamId);
  const customerId = await customerOf(work, invitation, account);
  if (await isInTeam(work.tx, teamId, customerId)) return;
  await enterTeam(work, { teamId, customerId, role, locationId });
  await seatsOfTeams.takeFree(work, { teamId, customerId });
}

async function customerOf(
  work: Work, { email, name, locationId }: TeamInvitation, account: Account,
): Promise<Id<'cus'>> {
  const known = await findContact(work.tx, { email, accountId: account.id, now: work.now });
  if (known?.archived === true) throw new Problem('invitationNotGood');
  if (known !== null) return known.id;
  const id = work.newId('cus');
  const contact = { id, name, email, language: account.language, homeLocationId: locationId };
  await insertContact(work.tx, { ...contact, accountId: account.id, now: work.now });
  work.audit({ action: 'customer.created', aboutId: id, customerId: id, locationId, after: contact });
  work.tell({ kind: 'customer.created', aboutId: id, customerId: id, facts: { locationId } });
  return id;
}
