import type {
  PersonLineUp,
  TeamContract,
  TeamInvitation,
  TeamLineUp,
  TeamPerson,
  TeamView,
} from '../../../apps/portal/readers.ts';
import { listTeamContracts } from '../../../api/seats.ts';
import {
  type AnsweredTeam,
  getTeam,
  listTeamInvitations,
  listTeamMembers,
  listTeams,
} from '../../../api/teams.ts';
import { addDays, type Day } from '../../../domain/kernel/day.ts';
import { isId } from '../../../domain/kernel/id.ts';
import { parseInstant } from '../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../domain/kernel/zone.ts';
import { orNull, type Visiting } from '../visiting.ts';

/** The teams that the visitor is in. */
export async function loadTeams(visiting: Visiting): Promise<readonly TeamLineUp[]> {
  return (await ownTeams(visiting)).map(lineOf);
}

async function ownTeams({ customerId, ask }: Visiting): Promise<readonly AnsweredTeam[]> {
  if (customerId === null) return [];
  const found = await orNull(() => ask(listTeams, { query: { customerId, limit: 200 } }));
  return (found?.data ?? []).filter(({ yourRole }) => yourRole !== null);
}

const lineOf = ({ id, name, yourRole, memberCount }: AnsweredTeam): TeamLineUp =>
  ({ id, name, role: yourRole ?? 'member', people: memberCount });

/** One of them, as far as the visitor's role lets see. */
export async function loadTeam(visiting: Visiting, teamId: string): Promise<TeamView | null> {
  const found = await findTeam(visiting, teamId);
  if (found === null) return null;
  const dayOf = await daysAt(visiting, found.locationId);
  const [persons, contracts, invitations] = await Promise.all([
    loadPersons(visiting, found, dayOf),
    found.may.giveSeats ? loadTeamContracts(visiting, found) : [],
    found.may.invite ? loadInvitations(visiting, found, dayOf) : [],
  ]);
  const { profile, membersMayInvite, seats, payingCustomerName: payerName, may } = found;
  return {
    ...lineOf(found), profile, membersMayInvite, persons, contracts, invitations, payerName, may,
    seats: { used: seats.taken, all: seats.total },
  };
}

/** Null for a team that is not the visitor's. */
export async function findTeam({ ask }: Visiting, teamId: string): Promise<AnsweredTeam | null> {
  if (!isId('tea', teamId)) return null;
  const found = await orNull(() => ask(getTeam, { params: { teamId } }));
  return found === null || found.yourRole === null ? null : found;
}

type DayOf = (at: string) => Day;

/** Days as they are where the team is at home; the network has its own. */
async function daysAt({ places, now }: Visiting, locationId: string): Promise<DayOf> {
  const all = await places();
  const zone = (all.find(({ id }) => id === locationId) ?? all[0])?.zone ?? 'UTC';
  return (at) => dayAt(parseInstant(at) ?? now, zone as Zone);
}

async function loadPersons(
  { ask, customerId }: Visiting, { id: teamId }: AnsweredTeam, dayOf: DayOf,
): Promise<TeamPerson[]> {
  const { data } = await ask(listTeamMembers, { params: { teamId }, query: {} });
  return data.map(({ customerId: id, name, email, role, standing, since, seats }) => ({
    id, name, email, role, standing,
    isYou: id === customerId,
    sinceDay: dayOf(since),
    seats: seats.map((seat) => ({ id: seat.id, contractId: seat.contractId, planName: seat.planName })),
  }));
}

async function loadTeamContracts({ ask }: Visiting, { id: teamId }: AnsweredTeam): Promise<TeamContract[]> {
  const { data } = await ask(listTeamContracts, { params: { teamId } });
  return data
    .filter(({ status }) => status !== 'ended' && status !== 'void')
    .map(({ id, planName, status, locationName, endDay, taken, total, customerId }) => ({
      id, planName, status, locationName, holderId: customerId,
      lastDay: endDay === null ? null : addDays(endDay as Day, -1),
      seats: { used: taken, all: total },
    }));
}

/** Members see whom they may invite, not who is invited, where the team keeps that to its managers. */
async function loadInvitations(
  { ask }: Visiting, { id: teamId }: AnsweredTeam, dayOf: DayOf,
): Promise<TeamInvitation[]> {
  const found = await orNull(() => ask(listTeamInvitations, { params: { teamId } }));
  return (found?.data ?? []).map(({ id, email, name, role, expiresAt, isOver }) => ({
    id, email, name, role, isOver, untilDay: dayOf(expiresAt),
  }));
}

/** Everybody in teams that the visitor runs, but the visitor. */
export async function loadBookableFor(visiting: Visiting): Promise<readonly PersonLineUp[]> {
  if (!visiting.caller.teams.some(({ role }) => role === 'manager')) return [];
  const teams = (await ownTeams(visiting)).filter(({ may }) => may.book);
  const found = await Promise.all(
    teams.map(({ id: teamId }) => visiting.ask(listTeamMembers, { params: { teamId }, query: {} })),
  );
  const people = new Map(
    found.flatMap(({ data }) => data.map(({ customerId: id, name }) => [id as string, { id, name }])),
  );
  people.delete(visiting.customerId ?? '');
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name, visiting.language));
}
