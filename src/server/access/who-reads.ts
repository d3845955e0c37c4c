import type { Id } from '../../domain/kernel/id.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { loadLocations } from '../locations/load-locations.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';

/** How a decision is told to whoever asked for it. */
export const readerOf = (
  caller: Caller, { locationId, subject }: { locationId: Id<'loc'>; subject: Id<'cus'> | null },
): { readonly toCustomer: boolean; readonly ofAnother: boolean } => {
  const toCustomer = !isStaffFor(caller, locationId);
  return { toCustomer, ofAnother: toCustomer && subject !== null && subject !== caller.customerId };
};

/**
 * Whether the caller sees every layer with its facts and fixes, or the reasons that concern itself (ACC-3).
 */
export const isStaffFor = (caller: Caller, locationId: Id<'loc'>): boolean =>
  caller.may('access.explain', locationId);

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
