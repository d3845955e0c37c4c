import type { TeamEffects, TeamEnd, TeamPerson, TeamView } from '../../../apps/portal/readers.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { customerState } from '../../access/customer-state.ts';
import { Problem } from '../../platform/http/problem.ts';
import type { Visiting } from '../visiting.ts';
import { loadTeam } from './load-teams.ts';

/**
 * What ends with a place in a team or with a seat (TEM-4): membership with it, where nothing else covers the
 * person, by the derivation that will be asked then.
 */
export async function effectsOf(visiting: Visiting, end: TeamEnd): Promise<TeamEffects> {
  const team = await loadTeam(visiting, end.teamId);
  const person = team?.persons.find(({ id }) => id === end.personId);
  const mayAsk = person?.isYou === true || team?.may.remove === true;
  if (team === null || person === undefined || !mayAsk) throw new Problem('notFound');
  const seats = end.verb === 'remove' ? person.seats : person.seats.filter(({ id }) => id === end.seatId);
  const stands = await standingWithout(visiting, team, person, seats);
  const { phrase } = visiting;
  const values = { name: isolated(person.name), team: isolated(team.name), you: person.isYou ? 'yes' : 'no' };
  const does = (key: string, more: object = {}) => phrase(`portal-teams.does.${key}`, { ...values, ...more });
  return {
    stops: [
      ...(end.verb === 'remove' ? [does('place')] : []),
      ...seats.map(({ planName }) => does('seat', { plan: isolated(planName) })),
      ...(stands.before && !stands.after ? [does('membership')] : []),
    ],
    goesOn: [
      ...(stands.after ? [does('staysMember')] : []),
      ...(end.verb === 'endSeat' ? [does('stays')] : []),
      does('bookings'),
      does('account'),
    ],
  };
}

/** Whether somebody is a member now, and would be without these seats. */
async function standingWithout(
  { shell, caller, now }: Visiting,
  team: TeamView,
  person: TeamPerson,
  seats: TeamPerson['seats'],
): Promise<{ before: boolean; after: boolean }> {
  const state = await shell.read(caller, (work) =>
    customerState(work, { customerId: person.id as Id<'cus'>, locationId: null }, now),
  );
  const own = new Set(team.contracts.filter(({ holderId }) => holderId === person.id).map(({ id }) => id));
  const ending = new Set(seats.map(({ contractId }) => contractId).filter((id) => !own.has(id)));
  const covering = state.contracts.filter(({ status }) => status === 'active' || status === 'frozen');
  return { before: covering.length > 0, after: covering.some(({ id }) => !ending.has(id)) };
}

const isolated = (text: string): string => `\u2068${text}\u2069`;
