import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/teams.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { invitationRefusal } from '../../domain/teams/team.ts';
import { findAccount, findAccountByEmail } from '../accounts/account.ts';
import { hashOf, newSecret } from '../accounts/guard/secret.ts';
import { accountLetter, letterLanguage, networkName } from '../accounts/letters.ts';
import { linkText } from '../accounts/links.ts';
import { customerKnownBy } from '../customers/known-by.ts';
import { isolated } from '../platform/mail/compose.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import {
  findWaitingInvitation, insertInvitation, type InvitationRow, listTeamInvitations, markWithdrawn,
  withdrawOlder, withdrawSentTo,
} from '../staff/invitations.ts';
import { goodMinutes } from '../staff/invite-colleague.ts';
import { loadTeam, teamFor } from './load-team.ts';
import { listMembers } from './member-store.ts';
import { findTeam, type TeamRow } from './team-store.ts';

/**
 * Invites somebody to a team by mail (TEM-3). Only staff and managers make managers. The answer does not say
 * whether the address is known; who is in the team already is known to whoever may invite.
 */
export async function inviteToTeam(
  work: Work, teamId: Id<'tea'>, wished: BodyOf<typeof api.inviteToTeam>,
): Promise<InvitationRow> {
  const { may, asker, team } = await teamFor(work, teamId, 'invite');
  if (wished.role === 'manager' && !may.giveRoles) throw new Problem('notPermitted');
  const { email } = wished;
  const known = await customerKnownBy(work, email);
  const inside = known === null ? []
    : await listMembers(work.tx, { teamId, customerId: known }, work.now);
  if (inside.length > 0) throw new Problem('alreadyInTeam');

  const row: InvitationRow = {
    id: work.newId('itn'), email, name: wished.name ?? email.split('@')[0]!, role: null, customerId: null,
    teamId, teamRole: wished.role, locationId: team.locationId, sentAt: work.now,
    expiresAt: addMinutes(work.now, goodMinutes),
  };
  await withdrawOlder(work.tx, row, work.now);
  await mustHaveRoom(work, team, asker.writes);
  const secret = newSecret();
  await insertInvitation(work.tx, { ...row, tokenHash: hashOf(secret), by: work.caller.actorId });
  await writeLetter(work, row, { team, secret });
  const after = { email, role: wished.role };
  work.audit({ action: 'team.invited', aboutId: teamId, locationId: team.locationId, after });
  return row;
}

/** Those that wait; for whoever may invite, and for staff. */
export async function waitingInvitations(work: Work, teamId: Id<'tea'>): Promise<readonly InvitationRow[]> {
  const { may, seesAll } = await loadTeam(work, teamId);
  if (!seesAll && !may.invite) throw new Problem('notPermitted', { with: { permission: 'teams.read' } });
  return listTeamInvitations(work.tx, teamId);
}

/** Throws 404 where there is none of this team that waits. */
export async function withdrawInvitation(work: Work, teamId: Id<'tea'>, id: Id<'itn'>): Promise<void> {
  const { team } = await teamFor(work, teamId, 'remove');
  const row = await findWaitingInvitation(work.tx, id);
  if (row === null || row.teamId !== teamId) throw new Problem('notFound');
  await markWithdrawn(work.tx, id, work.now);
  const before = { email: row.email, role: row.teamRole };
  work.audit({ action: 'team.invitationWithdrawn', aboutId: teamId, locationId: team.locationId, before });
}

/** Whoever is no longer in the team has invited nobody. */
export const withdrawOfMember = (
  work: Work, { teamId, customerId }: { teamId: Id<'tea'>; customerId: Id<'cus'> },
): Promise<void> => withdrawSentTo(work.tx, { teamId, sentBy: customerId, now: work.now });

/** As the team is after an older invitation to the same address went. */
async function mustHaveRoom(work: Work, { id }: TeamRow, byStaff: boolean): Promise<void> {
  const team = (await findTeam(work.tx, id, { now: work.now, you: null }))!;
  const refusal = invitationRefusal({
    sizeMax: team.sizeMax, members: team.memberCount, invitations: team.invitationCount,
    seats: { total: team.seatsTotal, taken: team.seatsTaken },
  }, byStaff);
  if (refusal !== null) throw new Problem(refusal);
}

async function writeLetter(
  work: Work, row: InvitationRow, { team, secret }: { team: TeamRow; secret: string },
): Promise<void> {
  const account = await findAccountByEmail(work.tx, row.email);
  const language = letterLanguage(account?.language, work.caller.language);
  const network = await networkName(work.tx);
  work.mail(accountLetter({
    kind: 'teamInvited', to: row.email, language, name: row.name, aboutId: row.id, network,
    href: linkText(work.shell.settings.url, { at: 'portal', language }, 'invitation', secret),
    values: { team: isolated(team.name), inviter: isolated(await nameOfCaller(work, network)) },
  }));
}

async function nameOfCaller({ caller, tx }: Work, network: string): Promise<string> {
  const account = caller.accountId === null ? null : await findAccount(tx, caller.accountId);
  return account?.name ?? network;
}
