import type { FastifyRequest } from 'fastify';
import type { AnswerOf } from '../../api/endpoint.ts';
import type { openInvitation as endpoint } from '../../api/accounts.ts';
import { byAddress, countAttempt } from '../accounts/guard/attempts.ts';
import { mustComeFromOurPages } from '../accounts/guard/own-origin.ts';
import { hashPassword, mustBeGoodPassword } from '../accounts/guard/password.ts';
import { hashOf } from '../accounts/guard/secret.ts';
import {
  type Account,
  findAccountByEmail,
  findPassword,
  insertAccount,
  keepPassword,
  linkCustomer,
  markEmailVerified,
} from '../accounts/account.ts';
import { networkName } from '../accounts/letters.ts';
import { type Cookies, signInAs } from '../accounts/open-session.ts';
import { mustMaySignIn } from '../accounts/sign-in.ts';
import { endAllSessionsOf } from '../accounts/end-sessions.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { findOpenInvitation, type InvitationRow, takeInvitation } from '../staff/invitations.ts';
import { becomeColleague } from '../staff/become-colleague.ts';
import { roleOf } from '../staff/invite-colleague.ts';
import { loadRoles, roleNameOf } from '../staff/roles/load-roles.ts';
import { givePortalAccess } from './give-portal-access.ts';
import { isToTeam, joinInvitedTeam } from './join-invited-team.ts';
import { findTeamName } from './sign-up-store.ts';

/** What an invitation is for, to whoever holds its link. Throws 422 `invitationNotGood`. */
export async function openInvitation(
  shell: Shell, request: FastifyRequest, token: string,
): Promise<AnswerOf<typeof endpoint>> {
  await mayTry(shell, request);
  return shell.read(callerOf(system, request.ip), async (work) => {
    const found = await findOpenInvitation(work.tx, hashOf(token), work.now);
    if (found === null) throw new Problem('invitationNotGood');
    const account = await findAccountByEmail(work.tx, found.email);
    const { tree } = await loadLocations(work);
    return {
      name: found.name, email: found.email, role: found.role,
      roleName: found.role === null ? null : roleNameOf(await loadRoles(work), found.role),
      team: found.teamId === null ? null : await findTeamName(work.tx, found.teamId),
      network: await networkName(work.tx), location: tree.get(found.locationId)?.name ?? '',
      needsPassword: account === null || !await hasOwnPassword(work, account),
    };
  });
}

/**
 * Accepts an invitation, once: the link proves the address, so the account is confirmed; the role is given,
 * the customer gets portal access (CUS-9), or the person joins the team (TEM-3). Who has a password keeps it.
 * Signs in.
 */
export async function acceptInvitation(
  shell: Shell, request: FastifyRequest, given: { token: string; password?: string | undefined },
): Promise<Cookies> {
  await mayTry(shell, request);
  if (given.password !== undefined) mustBeGoodPassword(given.password, []);
  const hash = given.password === undefined ? null : await hashPassword(given.password);
  const account = await shell.write(callerOf(system, request.ip), async (work) => {
    const invitation = await takeInvitation(work.tx, hashOf(given.token), work.now);
    if (invitation === null) throw new Problem('invitationNotGood');
    if (given.password !== undefined) mustBeGoodPassword(given.password, [invitation.email, invitation.name]);
    const own = await accountOf(work, invitation, hash);
    await taken(work, invitation, own);
    await linkCustomer(work.tx, own.id, own.email);
    return own;
  });
  const facts = await mustMaySignIn(shell, account);
  return signInAs(shell, request, facts);
}

/** What the invitation was for is given: a role, portal access, or a place in a team. */
async function taken(work: Work, invitation: InvitationRow, account: Account): Promise<void> {
  if (isToTeam(invitation)) return joinInvitedTeam(work, invitation, account);
  if (invitation.customerId !== null) return givePortalAccess(work, invitation.customerId);
  return join(work, invitation, account);
}

async function accountOf(work: Work, { email, name }: InvitationRow, hash: string | null): Promise<Account> {
  const found = await findAccountByEmail(work.tx, email);
  if (found !== null && await hasOwnPassword(work, found)) return found;
  if (hash === null) throw fieldProblem('password', 'missing', 'Choose a password.');
  const account = found ?? { id: work.newId('acc'), name, email, emailVerified: true, language: null };
  if (found === null) await insertAccount(work.tx, { ...account, now: work.now });
  // A password that somebody set before the address was proved is replaced, and what it opened ends.
  else await endAllSessionsOf(work, account.id);
  await markEmailVerified(work.tx, account.id, work.now);
  await keepPassword(work.tx, { id: work.newId('crd'), accountId: account.id, hash, now: work.now });
  return account;
}

/** A password counts only where the address was proved: before that a stranger may have set it. */
const hasOwnPassword = async (work: Work, account: Account): Promise<boolean> =>
  account.emailVerified && await findPassword(work.tx, account.id) !== null;

async function join(work: Work, invitation: InvitationRow, account: Account): Promise<void> {
  const role = await roleOf(work, invitation);
  if (role === null) throw new Problem('invitationNotGood');
  await becomeColleague(work, { account, role, locationId: invitation.locationId, by: invitation.id });
}

async function mayTry(shell: Shell, request: FastifyRequest): Promise<void> {
  mustComeFromOurPages(request, shell.settings.url);
  await countAttempt(shell.connection.db, [byAddress('invitations', request.ip)]);
}
