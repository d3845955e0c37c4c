import type { Answer, Done, TeamChange, TeamEffects, TeamEnd } from '../../../apps/portal/readers.ts';
import { endSeat, giveSeat } from '../../../api/seats.ts';
import {
  changeTeam as changeTeamEndpoint,
  changeTeamMember,
  inviteToTeam,
  listTeamInvitations,
  removeTeamMember,
  withdrawTeamInvitation,
} from '../../../api/teams.ts';
import { type Id, isId, type Prefix } from '../../../domain/kernel/id.ts';
import { Problem } from '../../platform/http/problem.ts';
import { answered, type Visiting } from '../visiting.ts';
import { effectsOf } from './end-effects.ts';
import { loadTeam } from './load-teams.ts';

/** Changes a team as its managers, or a member for itself, may; the endpoints say who may what. */
export const changeTeam = (visiting: Visiting, change: TeamChange): Promise<Answer<Done>> =>
  answered(visiting, async () => {
    await perform(visiting, change);
    return {};
  });

/** What ending a place or a seat would do; writes nothing. */
export const teamEffects = (visiting: Visiting, end: TeamEnd): Promise<Answer<TeamEffects>> =>
  answered(visiting, () => effectsOf(visiting, end));

async function perform(visiting: Visiting, change: TeamChange): Promise<unknown> {
  const { ask } = visiting;
  const teamId = idIn('tea', change.teamId);
  switch (change.verb) {
    case 'setRole':
      return ask(changeTeamMember, { params: { teamId, ...personIn(change) }, body: { role: change.role } });
    case 'remove':
      return ask(removeTeamMember, { params: { teamId, ...personIn(change) } });
    case 'giveSeat':
      return ask(giveSeat, {
        params: { contractId: idIn('con', change.contractId) }, body: personIn(change),
      });
    case 'endSeat':
      return ask(endSeat, { params: await seatIn(visiting, change), body: {} });
    case 'invite':
      return ask(inviteToTeam, { params: { teamId }, body: { email: change.email } });
    case 'withdraw':
      return ask(withdrawTeamInvitation, {
        params: { teamId, invitationId: idIn('itn', change.invitationId) },
      });
    case 'sendAgain':
      return inviteAgain(visiting, teamId, change.invitationId);
    case 'profile': {
      const { name, membersMayInvite, about, website, email, phone } = change;
      const profile = { about, website, email, phone };
      return ask(changeTeamEndpoint, { params: { teamId }, body: { name, membersMayInvite, profile } });
    }
  }
}

/** A newer letter to the same address voids the older one. */
async function inviteAgain({ ask }: Visiting, teamId: Id<'tea'>, invitationId: string): Promise<unknown> {
  const { data } = await ask(listTeamInvitations, { params: { teamId } });
  const found = data.find(({ id }) => id === invitationId);
  if (found === undefined) throw new Problem('notFound');
  const { email, name, role } = found;
  return ask(inviteToTeam, { params: { teamId }, body: { email, name, role } });
}

async function seatIn(visiting: Visiting, end: Extract<TeamEnd, { verb: 'endSeat' }>) {
  const team = await loadTeam(visiting, end.teamId);
  const seat = team?.persons.find(({ id }) => id === end.personId)?.seats.find(({ id }) => id === end.seatId);
  return { contractId: idIn('con', seat?.contractId ?? ''), seatId: idIn('sea', end.seatId) };
}

const personIn = ({ personId }: { readonly personId: string }) => ({ customerId: idIn('cus', personId) });

function idIn<P extends Prefix>(prefix: P, text: string): Id<P> {
  if (!isId(prefix, text)) throw new Problem('notFound');
  return text;
}
