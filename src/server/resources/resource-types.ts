import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/resources.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { foundFrom, isFoundFrom } from '../locations/found-from.ts';
import { loadLocations, locationOf, networkOf } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { nameTaken } from './create-resource.ts';
import {
  archiveType, findType, insertType, lockType, type ResourceTypeRow, updateType,
} from './type-store.ts';

/** Makes a class of resources, at the network unless a location is named. */
export async function createResourceType(
  work: Work, { name, description = '', locationId }: BodyOf<typeof api.createResourceType>,
): Promise<ResourceTypeRow> {
  const locations = await loadLocations(work);
  const at = locationId === undefined ? networkOf(locations) : locationOf(locations, locationId);
  if (at === null) throw new Problem('notFound');
  work.caller.mustMay('resources.write', at.id);
  const row: ResourceTypeRow = {
    id: work.newId('rty'),
    locationId: at.id,
    name,
    description,
    createdAt: work.now,
    archivedAt: null,
    version: 1,
  };
  await insertType(work.tx, row).catch(nameTaken);
  work.audit({
    action: 'resourceType.created',
    aboutId: row.id,
    locationId: at.id,
    after: { name, description },
  });
  work.tell({ kind: 'resourceType.created', aboutId: row.id, facts: { name } });
  return row;
}

export async function changeResourceType(
  work: Work, id: Id<'rty'>, change: BodyOf<typeof api.changeResourceType>,
): Promise<ResourceTypeRow> {
  const before = await typeFor(work, id, 'resources.write');
  work.mustMatch(before.version);
  const { name = before.name, description = before.description } = change;
  await updateType(work.tx, id, { name, description }).catch(nameTaken);
  const { locationId } = before;
  work.audit({
    action: 'resourceType.changed',
    aboutId: id,
    locationId,
    before,
    after: { name, description },
  });
  work.tell({ kind: 'resourceType.changed', aboutId: id, facts: { name } });
  return { ...before, name, description, version: before.version + 1 };
}

export async function archiveResourceType(work: Work, id: Id<'rty'>): Promise<ResourceTypeRow> {
  const before = await typeFor(work, id, 'resources.write');
  if (before.archivedAt !== null) return before;
  if (!await archiveType(work.tx, id, work.now)) throw new Problem('typeInUse');
  work.audit({ action: 'resourceType.archived', aboutId: id, locationId: before.locationId });
  work.tell({ kind: 'resourceType.archived', aboutId: id, facts: { name: before.name } });
  return { ...before, archivedAt: work.now, version: before.version + 1 };
}

/** Throws 404 where there is none that is found from a location at which the caller reads resources. */
export async function typeFor(
  work: Work, id: Id<'rty'>, permission: 'resources.read' | 'resources.write',
): Promise<ResourceTypeRow> {
  const { tx, caller } = work;
  if (permission === 'resources.write') await lockType(tx, id);
  const [row, locations] = [await findType(tx, id), await loadLocations(work)];
  const isFound = row !== undefined
    && isFoundFrom(foundFrom(locations, caller, 'resources.read'), row.locationId);
  if (!isFound) throw new Problem('notFound');
  if (permission === 'resources.write') caller.mustMay(permission, row.locationId);
  return row;
}
