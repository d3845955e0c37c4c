import type { AnsweredTeam } from '../../api/teams.ts';
import type { QueryOf } from '../../api/endpoint.ts';
import type * as api from '../../api/teams.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { type Page, pageFrom, readCursor } from '../platform/http/page.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { askingOf, type KnownTeam, knownTo } from './load-team.ts';
import { presentTeam } from './present-team.ts';
import { listTeams } from './team-store.ts';

/** Staff sees the teams of its locations; a customer those it is in, whatever it asks for. */
export async function pageOfTeams(
  work: Work, query: QueryOf<typeof api.listTeams>,
): Promise<Page<AnsweredTeam>> {
  const locations = await loadLocations(work);
  const rows = await listTeams(work.tx, {
    ...await scopeOf(work, query),
    words: (query.q ?? '').split(/\s+/).filter((word) => word !== ''),
    after: readCursor(query.cursor, 2, 'string', 'string'),
    limit: query.limit,
  }, askingOf(work));
  return pageFrom(rows, query.limit, ({ sortedName, id }) => [sortedName, id], (team) =>
    presentTeam(knownTo(work.caller, team) as KnownTeam, locations));
}

async function scopeOf(
  work: Work, { customerId, locationId }: QueryOf<typeof api.listTeams>,
): Promise<{ locationIds: readonly string[] | null; customerId: Id<'cus'> | null }> {
  const { caller } = work;
  const mine = caller.locationsWith('teams.read');
  const { tree } = await loadLocations(work);
  const below = locationId === undefined ? null
    : [...tree.keys()].filter((id) => isAtOrBelow(tree, id, locationId));
  const isOwn = caller.customerId !== null && (customerId ?? caller.customerId) === caller.customerId;
  if (isOwn && (customerId !== undefined || (mine !== 'all' && mine.size === 0))) {
    return { locationIds: below, customerId: caller.customerId };
  }
  if (mine !== 'all' && mine.size === 0) throw new Problem('notFound');
  if (locationId !== undefined && (!tree.has(locationId) || !caller.may('teams.read', locationId))) {
    throw new Problem('notFound');
  }
  return { locationIds: below ?? (mine === 'all' ? null : [...mine]), customerId: customerId ?? null };
}
