import * as api from '../../api/teams.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { byEmail, countAttempt } from '../accounts/guard/attempts.ts';
import { loadLocations } from '../locations/load-locations.ts';
import type { Caller } from '../platform/http/caller.ts';
import { serve } from '../platform/http/serve.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { inviteToTeam, waitingInvitations, withdrawInvitation } from './invitations.ts';
import { pageOfTeams } from './list-teams.ts';
import { loadTeam } from './load-team.ts';
import { listMembers } from './member-store.ts';
import { addMember, changeRole, memberOf, removeMember } from './members.ts';
import { presentInvitation, presentMember, presentTeam } from './present-team.ts';
import { changeTeam, createTeam } from './save-team.ts';
import type { SeatsOfTeams } from './seats-of-teams.ts';

/** The routes of teams; seats are kept with contracts, further right. */
export const teamRoutesWith = (seats: SeatsOfTeams) => [
  serve(api.listTeams, ({ query, caller, shell }) => shell.read(caller, (work) => pageOfTeams(work, query))),
  serve(api.createTeam, ({ body, caller, shell }) =>
    shell.write(caller, async (work) => shown(work, await createTeam(work, body)))),
  serve(api.getTeam, ({ params, caller, shell }) =>
    shell.read(caller, (work) => shown(work, params.teamId))),
  serve(api.changeTeam, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await changeTeam(work, params.teamId, body);
    return shown(work, params.teamId);
  })),
  serve(api.listTeamMembers, ({ params, query, caller, shell }) => shell.read(caller, async (work) => {
    const known = await loadTeam(work, params.teamId);
    const past = query.past === true && known.asker.reads;
    const rows = await listMembers(work.tx, { teamId: params.teamId, past }, work.now);
    return { data: rows.map((row) => presentMember(row, known)), nextCursor: null };
  })),
  serve(api.addTeamMember, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await addMember(work, params.teamId, body, seats);
    return shownMember(work, params.teamId, body.customerId);
  })),
  serve(api.changeTeamMember, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    await changeRole(work, params, body.role);
    return shownMember(work, params.teamId, params.customerId);
  })),
  serve(api.removeTeamMember, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => {
      await removeMember(work, params, seats);
      return undefined;
    })),
  serve(api.listTeamInvitations, ({ params, caller, shell }) => shell.read(caller, async (work) => {
    const rows = await waitingInvitations(work, params.teamId);
    return { data: rows.map((row) => presentInvitation(row, work.now)), nextCursor: null };
  })),
  serve(api.inviteToTeam, async ({ params, body, caller, shell }) => {
    await countInvitation(shell, caller, body.email);
    return shell.write(caller, async (work) =>
      presentInvitation(await inviteToTeam(work, params.teamId, body), work.now));
  }),
  serve(api.withdrawTeamInvitation, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await withdrawInvitation(work, params.teamId, params.invitationId);
    return undefined;
  })),
];

async function shown(work: Work, id: Id<'tea'>) {
  return presentTeam(await loadTeam(work, id), await loadLocations(work));
}

/** What a change left behind; a manager who gave the role away still reads as a member. */
async function shownMember(work: Work, teamId: Id<'tea'>, customerId: Id<'cus'>) {
  const known = await loadTeam(work, teamId);
  return presentMember(await memberOf(work, { teamId, customerId }), known);
}

/** Customers write to strangers in our name here: so many letters an hour, and few to one address. */
async function countInvitation({ connection }: Shell, caller: Caller, email: string): Promise<void> {
  if (caller.customerId === null || caller.adminId !== null) return;
  const byInviter = { key: `team invitations by ${caller.customerId}`, most: 50, minutes: 60 };
  await countAttempt(connection.db, [byInviter, byEmail('letters', email, 5)]);
}
