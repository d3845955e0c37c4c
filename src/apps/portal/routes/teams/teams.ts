import { type Asked, go, missing, type Outcome, route, show } from '../route.ts';
import type { Refusal, TeamView } from '../../readers.ts';

export const teamRoutes = [
  route<'teams'>({ page: 'teams', section: 'entirePortal', signedIn: true, get: teams }),
  route<'team'>({ page: 'team', section: 'entirePortal', signedIn: true, get: team }),
  route<'teamBookings'>({ page: 'teamBookings', section: 'bookings', signedIn: true, get: bookings }),
  route<'teamInvoices'>({ page: 'teamInvoices', section: 'payments', signedIn: true, get: invoices }),
];

/** Whoever is in one team alone is led to it. */
async function teams({ visit, phrase, link, query }: Asked<'teams'>): Promise<Outcome> {
  const mine = await visit.teams();
  const [first] = mine;
  if (first !== undefined && mine.length === 1) return go(link('team', { teamId: first.id }, query));
  const done = query['done'] ?? '';
  const notice = notices.has(done) ? phrase(`portal-teams.done.${done}`) : null;
  return show('teams', phrase('portal-teams.title'), { teams: mine }, { notice });
}

const notices: ReadonlySet<string> = new Set([
  'invited', 'withdrawn', 'sentAgain', 'removed', 'saved', 'left', 'booked', 'joined',
]);

async function team(asked: Asked<'team'>): Promise<Outcome> {
  const found = await asked.visit.team(asked.params.teamId);
  return found === null ? missing : showTeam(asked, found, null);
}

/** A team, with what was in the way of a change to it. */
export function showTeam(
  { phrase, query, sections }: Pick<Asked, 'phrase' | 'query' | 'sections'>,
  found: TeamView,
  refused: Refusal | null,
): Outcome {
  const done = query['done'] ?? '';
  return show(
    'team',
    found.name,
    {
      team: found,
      problem: refused?.detail ?? null,
      seesBookings: sections.bookings.allowed,
      seesInvoices: sections.payments.allowed,
    },
    {
      notice: notices.has(done) ? phrase(`portal-teams.done.${done}`) : null,
      status: refused?.status ?? 200,
    },
  );
}

async function bookings({ visit, params, phrase }: Asked<'teamBookings'>): Promise<Outcome> {
  const found = await visit.team(params.teamId);
  if (found === null || !found.may.book) return missing;
  const ahead = await visit.teamBookings(found.id);
  return show('teamBookings', phrase('portal-teams.bookings.title'), { team: found, bookings: ahead });
}

async function invoices({ visit, params, phrase }: Asked<'teamInvoices'>): Promise<Outcome> {
  const found = await visit.team(params.teamId);
  if (found === null || !found.may.seeInvoices) return missing;
  const all = (await visit.teamInvoices(found.id)).toSorted((a, b) => b.issueDay.localeCompare(a.issueDay));
  const isDue = (one: (typeof all)[number]): boolean => one.due.amount > 0 && one.state !== 'void';
  return show('teamInvoices', phrase('portal-teams.invoices.title'), {
    team: found,
    due: all.filter(isDue),
    settled: all.filter((one) => !isDue(one)),
  });
}
