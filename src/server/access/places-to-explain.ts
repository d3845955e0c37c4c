import type { Id } from '../../domain/kernel/id.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';

/**
 * Where the caller may explain access, at and below the location asked about; null: everywhere. What is the
 * customer's own it reads wherever it is.
 */
export async function placesToExplain(
  work: Work, { locationId, isOwn = false }: { locationId?: Id<'loc'> | undefined; isOwn?: boolean },
): Promise<readonly string[] | null> {
  const mine = work.caller.locationsWith('access.explain');
  if (locationId === undefined) return mine === 'all' ? null : [...mine];
  const { tree } = await loadLocations(work);
  const mayRead = isOwn || work.caller.may('access.explain', locationId);
  if (!tree.has(locationId) || !mayRead) throw new Problem('notFound');
  return [...tree.keys()].filter((id) => isAtOrBelow(tree, id, locationId));
}
