import type { SentPass } from '../../api/benefits.ts';
import type { Pass } from '../../domain/benefits/pass.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Currency } from '../../domain/kernel/money.ts';
import { foundFrom, isFoundFrom } from '../locations/found-from.ts';
import { loadLocations, type Locations, networkOf } from '../locations/load-locations.ts';
import { mustNamePlans } from '../plans/audience-plans.ts';
import { json } from '../platform/database/sql.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import {
  findPasses,
  insertPass,
  linkPass,
  lockPass,
  type PassFields,
  type PassRow,
  setPassArchived,
  updatePass,
} from './pass-store.ts';

export const passOf = (row: PassRow): Pass => ({
  id: row.id,
  locationId: row.locationId,
  name: row.name,
  kind: row.kind,
  minutes: row.minutes,
  locationIds: row.everywhere ? 'everywhere' : row.linkedIds,
  value: row.value === null ? null : { amount: row.value, currency: row.valueCurrency as Currency },
  usePriority: row.usePriority,
  hours: row.hours,
  audience: row.audience,
});

/**
 * PAS-3: valid where it is linked; one made at the network can be valid everywhere, and is unless said
 * otherwise.
 */
export async function createPass(
  work: Work,
  wished: SentPass & { name: string; kind: 'day' | 'time' },
): Promise<PassRow> {
  const locations = await loadLocations(work);
  const network = networkOf(locations)?.id;
  const locationId = wished.locationId ?? network;
  if (locationId === undefined || !locations.tree.has(locationId)) throw unknownLocation('locationId');
  work.caller.mustMay('benefits.write', locationId);
  const minutes = minutesFor(wished.kind, wished.minutes);
  await mustNamePlans(work, wished.audience);
  const links =
    linksFrom(wished, locations, locationId) ?? (locationId === network ? 'everywhere' : [locationId]);
  mustReach(work, links, []);

  const id = work.newId('pas');
  await insertPass(
    work.tx,
    id,
    {
      ...empty,
      ...fieldsFrom(wished),
      locationId,
      kind: wished.kind,
      name: wished.name,
      minutes,
      everywhere: links === 'everywhere',
    },
    work.now,
  );
  if (links !== 'everywhere') await linkPass(work.tx, id, links);
  work.audit({ action: 'pass.created', aboutId: id, locationId, after: wished });
  return (await findPasses(work.tx, [id]))[0]!;
}

export async function changePass(work: Work, id: Id<'pas'>, wished: SentPass): Promise<PassRow> {
  const before = await loadPass(work, id, 'benefits.write');
  work.mustMatch(before.version);
  const links = linksFrom(wished, await loadLocations(work), before.locationId);
  if (links !== null) mustReach(work, links, before.linkedIds);
  if (wished.minutes !== undefined) minutesFor(before.kind, wished.minutes);
  await mustNamePlans(work, wished.audience);
  await updatePass(work.tx, id, {
    ...fieldsFrom(wished),
    ...(wished.minutes !== undefined && { minutes: wished.minutes }),
    ...(links !== null && { everywhere: links === 'everywhere' }),
  });
  if (links !== null) await linkPass(work.tx, id, links === 'everywhere' ? [] : links);
  work.audit({
    action: 'pass.changed',
    aboutId: id,
    locationId: before.locationId,
    before: passOf(before),
    after: wished,
  });
  return (await findPasses(work.tx, [id]))[0]!;
}

/** A pass that is put away is not given any more; those that are owned stay good. */
export async function archivePass(work: Work, id: Id<'pas'>, archived: boolean): Promise<PassRow> {
  const before = await loadPass(work, id, 'benefits.write');
  if ((before.archivedAt !== null) === archived) return before;
  await setPassArchived(work.tx, id, archived ? work.now : null);
  work.audit({
    action: archived ? 'pass.archived' : 'pass.restored',
    aboutId: id,
    locationId: before.locationId,
  });
  return (await findPasses(work.tx, [id]))[0]!;
}

export async function loadPass(
  work: Work,
  id: Id<'pas'>,
  permission: 'benefits.read' | 'benefits.write',
): Promise<PassRow> {
  if (permission === 'benefits.write') await lockPass(work.tx, id);
  const [row] = await findPasses(work.tx, [id]);
  if (row === undefined || !await mayKnow(work, row)) throw new Problem('notFound');
  if (permission === 'benefits.write') work.caller.mustMay(permission, row.locationId);
  return row;
}

/** A pass is found where it is made and below, and wherever it is valid (PAS-3); whoever may give it too. */
export async function mayKnow(work: Work, row: PassRow): Promise<boolean> {
  const locations = await loadLocations(work);
  return (['benefits.read', 'benefits.write'] as const).some((permission) => {
    const places = foundFrom(locations, work.caller, permission);
    return isFoundFrom(places, row.locationId) || row.linkedIds.some((id) => isFoundFrom(places, id));
  });
}

function minutesFor(kind: 'day' | 'time', minutes: number | undefined): number | null {
  if (kind === 'time' && minutes === undefined)
    throw fieldProblem('minutes', 'missing', 'A time pass needs its minutes.');
  if (kind === 'day' && minutes !== undefined)
    throw fieldProblem('minutes', 'unfit', 'A day pass has no minutes.');
  return minutes ?? null;
}

/** SAF-2: nobody makes a pass good where they may not make one. */
function mustReach(
  { caller }: Work,
  links: 'everywhere' | readonly Id<'loc'>[],
  before: readonly Id<'loc'>[],
): void {
  if (links === 'everywhere') return;
  for (const id of links) if (!before.includes(id)) caller.mustMay('benefits.write', id);
}

/** Null: nothing was said about where. */
function linksFrom(
  wished: SentPass,
  locations: Locations,
  madeAt: Id<'loc'>,
): 'everywhere' | readonly Id<'loc'>[] | null {
  const { locationIds, everywhere } = wished;
  if (everywhere === true || locationIds === null) {
    if (madeAt === networkOf(locations)?.id) return 'everywhere';
    throw fieldProblem(
      'everywhere',
      'onlyAtNetwork',
      'Only a pass made at the network can be valid everywhere.',
    );
  }
  if (locationIds === undefined) return everywhere === false ? [madeAt] : null;
  if (!locationIds.every((id) => locations.tree.has(id))) throw unknownLocation('locationIds');
  return [...new Set(locationIds)];
}

const unknownLocation = (field: string): Problem =>
  fieldProblem(field, 'unknown', 'There is no such location.');

const fieldsFrom = ({ name, value, usePriority, hours, audience }: SentPass): Partial<PassFields> => ({
  ...(name !== undefined && { name }),
  ...(value !== undefined && { value: value?.amount ?? null, valueCurrency: value?.currency ?? null }),
  ...(usePriority !== undefined && { usePriority }),
  ...(hours !== undefined && { hours: hours === null ? null : json(hours) }),
  ...(audience !== undefined && { audience: json(audience) }),
});

const empty = {
  value: null,
  valueCurrency: null,
  usePriority: 'normal',
  hours: null,
  audience: json({ level: 'public' }),
} as const;
