import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/teams.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { TeamRole } from '../../domain/teams/team.ts';
import { knowsOf } from '../customers/known-by.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { withdrawOfMember } from './invitations.ts';
import { type KnownTeam, lockedTeam, teamFor } from './load-team.ts';
import { endMember, endRole, insertMember, insertRole, listMembers, type MemberRow } from './member-store.ts';
import type { SeatsOfTeams } from './seats-of-teams.ts';
import { findComer } from './team-store.ts';

/** Takes a customer in, as staff does: without an invitation, and with a seat where one is asked for. */
export async function addMember(
  work: Work, teamId: Id<'tea'>, wished: BodyOf<typeof api.addTeamMember>, seats: SeatsOfTeams,
): Promise<void> {
  const { team: { locationId } } = await teamFor(work, teamId, 'add');
  const { customerId, role, seat } = wished;
  await joinTeam(work, { teamId, customerId, role, locationId });
  if (seat && !await seats.takeFree(work, { teamId, customerId })) throw new Problem('noFreeSeat');
}

interface Joining {
  readonly teamId: Id<'tea'>;
  readonly customerId: Id<'cus'>;
  readonly role: TeamRole;
  readonly locationId: Id<'loc'>;
  /** Where the customer was named. */
  readonly field?: string;
}

/** A customer that the caller knows of becomes a member. The team is locked, or new. */
export async function joinTeam(work: Work, joining: Joining): Promise<void> {
  const comer = await findComer(work.tx, joining.customerId, work.now);
  if (comer === null || !await knowsOf(work, joining.customerId, 'teams.write')) {
    throw fieldProblem(joining.field ?? 'customerId', 'unknown', 'There is no such customer.');
  }
  if (comer.archived) throw new Problem('customerArchived');
  await enterTeam(work, joining);
}

/** Throws 409 `alreadyInTeam` and `teamFull`: the database is the referee of both. */
export async function enterTeam(work: Work, joining: Joining): Promise<void> {
  const { teamId, customerId, role, locationId } = joining;
  const by = work.caller.actorId ?? customerId;
  const id = work.newId('tme');
  try {
    await insertMember(work.tx, { id, teamId, customerId, at: work.now, by });
  } catch (error) {
    const constraint = refusedBy(error);
    if (constraint === 'team_size') throw new Problem('teamFull');
    if (constraint?.startsWith('team_members_team_id') === true) throw new Problem('alreadyInTeam');
    throw error;
  }
  await insertRole(work.tx, { id: work.newId('tro'), memberId: id, role, at: work.now, by });
  work.audit({ action: 'team.joined', aboutId: teamId, customerId, locationId, after: { role } });
  work.tell({ kind: 'team.joined', aboutId: teamId, customerId, facts: { role } });
}

/** Gives or takes the role of manager, from the next request (PER-5). */
export async function changeRole(
  work: Work, { teamId, customerId }: Whom, role: TeamRole,
): Promise<void> {
  const { team } = await teamFor(work, teamId, 'giveRoles');
  const member = await memberOf(work, { teamId, customerId });
  if (member.role === role) return;
  const by = work.caller.actorId;
  await endRole(work.tx, { memberId: member.id, at: work.now, by });
  await insertRole(work.tx, { id: work.newId('tro'), memberId: member.id, role, at: work.now, by });
  if (role === 'member') await withdrawOfMember(work, { teamId, customerId });
  const [before, after] = [{ role: member.role }, { role }];
  work.audit({
    action: 'team.roleChanged', aboutId: teamId, customerId, locationId: team.locationId, before, after,
  });
  work.tell({ kind: 'team.roleChanged', aboutId: teamId, customerId, facts: after });
}

interface Whom {
  readonly teamId: Id<'tea'>;
  readonly customerId: Id<'cus'>;
}

/** Ends a membership, its seats, and the invitations it has sent (TEM-4). Anybody may leave. */
export async function removeMember(
  work: Work, { teamId, customerId }: Whom, seats: SeatsOfTeams,
): Promise<void> {
  const known = await lockedTeam(work, teamId);
  mustMayRemove(work, known, customerId);
  const member = await memberOf(work, { teamId, customerId });
  const ending = { memberId: member.id, at: work.now, by: work.caller.actorId };
  await endRole(work.tx, ending);
  await endMember(work.tx, ending);
  await seats.end(work, { teamId, customerId });
  await withdrawOfMember(work, { teamId, customerId });
  const { locationId } = known.team;
  work.audit({ action: 'team.left', aboutId: teamId, customerId, locationId, before: { role: member.role } });
  work.tell({ kind: 'team.left', aboutId: teamId, customerId, facts: {} });
}

function mustMayRemove({ caller }: Work, { may }: KnownTeam, customerId: Id<'cus'>): void {
  if (may.remove || (may.leave && caller.customerId === customerId)) return;
  throw new Problem('notPermitted', { with: { permission: 'teams.write' } });
}

/** Throws 404 for whoever is not in the team now. */
export async function memberOf(work: Work, { teamId, customerId }: Whom): Promise<MemberRow> {
  const [member] = await listMembers(work.tx, { teamId, customerId }, work.now);
  if (member === undefined) throw new Problem('notFound');
  return member;
}
