import type { z } from 'zod';
import type { newResource, SentResource } from '../../api/resources.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { isAtOrBelow } from '../../domain/locations/location.ts';
import { loadLocations, type Locations, locationOf } from '../locations/load-locations.ts';
import { refusedBy } from '../platform/database/sql.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import { mustNamePlans } from '../plans/audience-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import {
  findResource, insertResource, listResources, replaceLinks, type ResourceFields, type ResourceRow,
} from './resource-store.ts';
import { findType } from './type-store.ts';

/** Makes something bookable at a location, of a type made there or above it (RES-1). */
export async function createResource(work: Work, wished: z.output<typeof newResource>): Promise<ResourceRow> {
  const { name, typeId, locationId, linkedIds = [], ...given } = wished;
  const locations = await loadLocations(work);
  locationOf(locations, locationId);
  work.caller.mustMay('resources.write', locationId);
  await mustBeTypeFor(work, locations, { typeId, locationId });
  await mustBeThere(work, locationId, linkedIds);
  await mustNamePlans(work, given.audience);
  const id = work.newId('res');
  const fields = fieldsFrom({ ...atFirst, name, typeId }, given);
  await insertResource(work.tx, { id, locationId, fields, now: work.now }).catch(nameTaken);
  await replaceLinks(work.tx, id, linkedIds);
  work.audit({ action: 'resource.created', aboutId: id, locationId, after: wished });
  work.tell({ kind: 'resource.created', aboutId: id, facts: { name, typeId, locationId } });
  return (await findResource(work.tx, id)) as ResourceRow;
}

/**
 * What a resource has before anybody says otherwise: always as open as its location, for everybody, in
 * quarters.
 */
const atFirst: Omit<ResourceFields, 'name' | 'typeId'> = {
  description: '',
  capacity: 1,
  amenities: [],
  hours: null,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minutesMin: 15,
  minutesMax: null,
  stepMinutes: 15,
  noticeMinutesMin: 0,
  horizonDays: null,
  cancelFreeMinutes: 0,
  lateCancelPercent: 0,
  audience: { level: 'public' },
  customerIds: null,
  visible: true,
  publishAt: null,
  needsApproval: false,
  units: 1,
  sortOrder: 0,
};

/** Fields as they will be, with what does not fit together named. */
export function fieldsFrom(before: ResourceFields, { linkedIds: _, ...given }: SentResource): ResourceFields {
  const said = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const fields = { ...before, ...said } as ResourceFields;
  if (fields.minutesMax !== null && fields.minutesMax < fields.minutesMin) {
    throw fieldProblem('minutesMax', 'notValid', 'needs to be as long as minutesMin, or longer');
  }
  return fields;
}

export async function mustBeTypeFor(
  { tx }: Work, { tree }: Locations, { typeId, locationId }: { typeId: Id<'rty'>; locationId: Id<'loc'> },
): Promise<void> {
  const type = await findType(tx, typeId);
  if (type !== undefined && type.archivedAt === null && isAtOrBelow(tree, locationId, type.locationId))
    return;
  throw fieldProblem('typeId', 'unknown', 'needs a resource type of this location or of one above it');
}

export async function mustBeThere(
  { tx }: Work,
  locationId: Id<'loc'>,
  ids: readonly Id<'res'>[],
): Promise<void> {
  if (ids.length === 0) return;
  const found = await listResources(tx, { ids, locationIds: [locationId] });
  if (found.length === new Set(ids).size) return;
  throw fieldProblem('linkedIds', 'unknown', 'needs resources of the same location');
}

export function nameTaken(error: unknown): never {
  const taken = ['resources_one_name', 'resource_types_one_name'].includes(refusedBy(error) ?? '');
  if (!taken) throw error;
  const detail = 'Something else here has this name. Choose another one.';
  throw new Problem('nameTaken', { detail, errors: [{ field: 'name', code: 'taken', detail }] });
}
