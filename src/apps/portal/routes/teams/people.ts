import { type Asked, go, missing, type Outcome, route, show } from '../route.ts';
import type { Refusal, TeamChange, TeamEnd, TeamPerson, TeamView } from '../../readers.ts';
import type { TeamEndFacts } from '../../pages/teams/facts.ts';

export const teamPeopleRoutes = [
  route<'teamPerson'>({
    page: 'teamPerson',
    section: 'entirePortal',
    signedIn: true,
    get: person,
    post: changePerson,
  }),
  route<'removeFromTeam'>({
    page: 'removeFromTeam',
    section: 'entirePortal',
    signedIn: true,
    get: removeAsk,
    post: remove,
  }),
  route<'endSeat'>({
    page: 'endSeat',
    section: 'entirePortal',
    signedIn: true,
    get: endSeatAsk,
    post: endSeat,
  }),
];

type AskedOfOne = Asked<'teamPerson' | 'removeFromTeam' | 'endSeat'>;
interface Found {
  readonly team: TeamView;
  readonly person: TeamPerson;
}

/** Somebody in a team of the visitor's; nobody else can be named here. */
async function foundIn({ visit, params }: AskedOfOne): Promise<Found | null> {
  const team = await visit.team(params.teamId);
  const found = team?.persons.find(({ id }) => id === params.personId);
  return team === null || found === undefined ? null : { team, person: found };
}

const notices: ReadonlySet<string> = new Set(['role', 'seat', 'seatEnded']);

async function person(asked: Asked<'teamPerson'>): Promise<Outcome> {
  const found = await foundIn(asked);
  return found === null || !found.team.may.giveRoles ? missing : showPerson(asked, found, null);
}

function showPerson({ phrase, query }: AskedOfOne, found: Found, refused: Refusal | null): Outcome {
  const done = query['done'] ?? '';
  return show(
    'teamPerson',
    found.person.name,
    { ...found, problem: refused?.detail ?? null },
    {
      notice: notices.has(done) ? phrase(`portal-teams.done.${done}`) : null,
      status: refused?.status ?? 200,
    },
  );
}

async function changePerson(asked: Asked<'teamPerson'>): Promise<Outcome> {
  const found = await foundIn(asked);
  if (found === null) return missing;
  const { teamId, personId } = asked.params;
  const change = wished(asked.form, { teamId, personId });
  if (change === null) return missing;
  const answer = await asked.visit.changeTeam(change);
  if (!answer.ok) return showPerson(asked, found, answer.problem);
  // Whoever gives up their own role no longer runs the team.
  const gaveUp = change.verb === 'setRole' && change.role === 'member' && found.person.isYou;
  const done = change.verb === 'setRole' ? 'role' : 'seat';
  return go(gaveUp ? asked.link('team', { teamId }) : asked.link('teamPerson', asked.params, { done }));
}

function wished(
  form: Readonly<Record<string, string>>,
  of: Pick<TeamEnd, 'teamId' | 'personId'>,
): Extract<TeamChange, { verb: 'setRole' | 'giveSeat' }> | null {
  const { verb, role, contractId } = form;
  if (verb === 'setRole' && (role === 'manager' || role === 'member')) return { ...of, verb, role };
  return verb === 'giveSeat' && contractId !== undefined ? { ...of, verb, contractId } : null;
}

async function removeAsk(asked: Asked<'removeFromTeam'>): Promise<Outcome> {
  const found = await foundIn(asked);
  if (found === null || !mayRemove(found)) return missing;
  return showEnd(asked, 'removeFromTeam', { ...found, seat: null }, null);
}

/** Managers remove; anybody may leave. */
const mayRemove = ({ team: { may }, person: { isYou } }: Found): boolean =>
  may.remove || (isYou && may.leave);

async function remove(asked: Asked<'removeFromTeam'>): Promise<Outcome> {
  const { visit, params, link } = asked;
  const found = await foundIn(asked);
  if (found === null || !mayRemove(found)) return missing;
  const answer = await visit.changeTeam({ ...params, verb: 'remove' });
  if (!answer.ok) return showEnd(asked, 'removeFromTeam', { ...found, seat: null }, answer.problem);
  return found.person.isYou
    ? go(link('teams', { done: 'left' }))
    : go(link('team', { teamId: params.teamId }, { done: 'removed' }));
}

async function endSeatAsk(asked: Asked<'endSeat'>): Promise<Outcome> {
  const found = await seatIn(asked);
  return found === null ? missing : showEnd(asked, 'endSeat', found, null);
}

async function endSeat(asked: Asked<'endSeat'>): Promise<Outcome> {
  const { visit, params, link } = asked;
  const found = await seatIn(asked);
  if (found === null) return missing;
  const answer = await visit.changeTeam({ ...params, verb: 'endSeat' });
  if (!answer.ok) return showEnd(asked, 'endSeat', found, answer.problem);
  const { teamId, personId } = params;
  return go(link('teamPerson', { teamId, personId }, { done: 'seatEnded' }));
}

type Ending = Pick<TeamEndFacts, 'team' | 'person' | 'seat'>;

async function seatIn(asked: Asked<'endSeat'>): Promise<Ending | null> {
  const found = await foundIn(asked);
  const seat = found?.person.seats.find(({ id }) => id === asked.params.seatId);
  return found === null || seat === undefined || !found.team.may.giveSeats ? null : { ...found, seat };
}

async function showEnd(
  { visit, phrase }: Pick<Asked, 'visit' | 'phrase'>,
  page: 'removeFromTeam' | 'endSeat',
  ending: Ending,
  refused: Refusal | null,
): Promise<Outcome> {
  const { team, person: who, seat } = ending;
  const of = { teamId: team.id, personId: who.id };
  const effects = await visit.teamEffects(
    seat === null ? { ...of, verb: 'remove' } : { ...of, verb: 'endSeat', seatId: seat.id },
  );
  const problem = refused ?? (effects.ok ? null : effects.problem);
  const words = seat === null ? (who.isYou ? 'leave' : 'remove') : 'endSeat';
  return show(
    page,
    phrase(`portal-teams.${words}.title`),
    {
      ...ending,
      effects: effects.ok && refused === null ? effects.value : null,
      problem: problem?.detail ?? null,
    },
    { status: problem?.status ?? 200 },
  );
}
