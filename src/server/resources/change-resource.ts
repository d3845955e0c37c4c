import type { SentResource } from '../../api/resources.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { ResourceState } from '../../domain/resources/resource.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import { mustNamePlans } from '../plans/audience-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import { fieldsFrom, mustBeThere, mustBeTypeFor, nameTaken } from './create-resource.ts';
import {
  findResource, highestUnitTaken, lockResource, replaceLinks, type ResourceRow, setState, updateResource,
} from './resource-store.ts';

/** Changes what a resource is and asks; bookings that are made stand (BKA-5). */
export async function changeResource(work: Work, id: Id<'res'>, change: SentResource): Promise<ResourceRow> {
  const before = await resourceFor(work, id, 'resources.write');
  work.mustMatch(before.version);
  const { locationId } = before;
  if (change.typeId !== undefined && change.typeId !== before.typeId) {
    await mustBeTypeFor(work, await loadLocations(work), { typeId: change.typeId, locationId });
  }
  if (change.linkedIds?.includes(id))
    throw fieldProblem('linkedIds', 'notValid', 'cannot name the resource itself');
  await mustBeThere(work, locationId, change.linkedIds ?? []);
  await mustNamePlans(work, change.audience);
  await mustKeepUnits(work, before, change.units);
  await updateResource(work.tx, id, { fields: fieldsFrom(before, change), now: work.now }).catch(nameTaken);
  if (change.linkedIds !== undefined) await replaceLinks(work.tx, id, change.linkedIds);
  work.audit({
    action: 'resource.changed',
    aboutId: id,
    locationId,
    before: partOf(before, change),
    after: change,
  });
  work.tell({ kind: 'resource.changed', aboutId: id, facts: { changed: Object.keys(change) } });
  return (await findResource(work.tx, id)) as ResourceRow;
}

/** Pausing takes no more bookings; an archived one is out of sight as well. Bookings that are made stand. */
export async function setResourceState(
  work: Work,
  id: Id<'res'>,
  state: ResourceState,
): Promise<ResourceRow> {
  const before = await resourceFor(work, id, 'resources.write');
  if (before.state === state) return before;
  await setState(work.tx, id, { state, now: work.now }).catch(nameTaken);
  const action = (
    { active: 'resource.resumed', paused: 'resource.paused', archived: 'resource.archived' } as const
  )[state];
  const { locationId } = before;
  work.audit({ action, aboutId: id, locationId, before: { state: before.state }, after: { state } });
  work.tell({ kind: action, aboutId: id, facts: { name: before.name } });
  return (await findResource(work.tx, id)) as ResourceRow;
}

/** For staff. Throws 404 where there is none that the caller may know of. What is to be written is locked. */
export async function resourceFor(
  { tx, caller }: Work, id: Id<'res'>, permission: 'resources.read' | 'resources.write',
): Promise<ResourceRow> {
  if (permission === 'resources.write') await lockResource(tx, id);
  const row = await findResource(tx, id);
  if (row === undefined) throw new Problem('notFound');
  if (caller.may(permission, row.locationId)) return row;
  if (permission === 'resources.write' && caller.may('resources.read', row.locationId)) {
    caller.mustMay(permission, row.locationId);
  }
  throw new Problem('notFound');
}

async function mustKeepUnits(
  { tx, now }: Work,
  before: ResourceRow,
  units: number | undefined,
): Promise<void> {
  if (units === undefined || units >= before.units) return;
  if ((await highestUnitTaken(tx, before.id, now)) > units) throw new Problem('unitsTaken');
}

const partOf = (row: ResourceRow, change: SentResource): Record<string, unknown> =>
  Object.fromEntries(Object.keys(change).map((name) => [name, row[name as keyof ResourceRow]]));
