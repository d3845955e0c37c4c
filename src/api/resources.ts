import { z } from 'zod';
import { publications } from '../domain/resources/resource.ts';
import { endpoint } from './endpoint.ts';
import { audienceSchema } from './plan-terms.ts';
import { answeredId, answeredInstant, idOf, instantText, pageOf, pageQuery } from './schema.ts';
import { weekHours } from './settings.ts';

/** Resource types and resources (RES-1). All lengths are minutes. */

const name = z.string().trim().min(1).max(120);
const minutes = z.int().min(0).max(60 * 24 * 366);
const buffer = z.int().min(0).max(1440);

export const resourceTypeSchema = z.object({
  id: answeredId('rty'), locationId: answeredId('loc'), name: z.string(), description: z.string(),
  archivedAt: answeredInstant.nullable(), createdAt: answeredInstant, version: z.int(),
});

export const resourceStates = ['active', 'paused', 'archived'] as const;

export const resourceSchema = z.object({
  id: answeredId('res'),
  typeId: answeredId('rty'),
  typeName: z.string(),
  locationId: answeredId('loc'),
  name: z.string(),
  description: z.string(),
  capacity: z.int(),
  amenities: z.array(z.string()),
  hours: weekHours.nullable(),
  bufferBeforeMinutes: z.int(),
  bufferAfterMinutes: z.int(),
  minutesMin: z.int(),
  minutesMax: z.int().nullable(),
  stepMinutes: z.int(),
  noticeMinutesMin: z.int(),
  horizonDays: z.int().nullable(),
  cancelFreeMinutes: z.int(),
  lateCancelPercent: z.int(),
  audience: z.object({ level: z.string(), planIds: z.array(z.string()).optional() }),
  customerIds: z.array(z.string()).nullable(),
  state: z.enum(resourceStates),
  visible: z.boolean(),
  publishAt: answeredInstant.nullable(),
  publication: z.enum(publications).meta({ description: 'What customers see of it now (VIS-3)' }),
  needsApproval: z.boolean(),
  units: z.int(),
  linkedIds: z.array(z.string()),
  sortOrder: z.int(),
  createdAt: answeredInstant,
  version: z.int(),
});
export type AnsweredResource = z.input<typeof resourceSchema>;

/** Everything but the name, the type and the place has a first value, as the table of resources states it. */
const settable = {
  description: z.string().max(4000),
  capacity: z.int().min(1).max(100_000),
  amenities: z.array(z.string().trim().min(1).max(60)).max(50),
  hours: weekHours.nullable().meta({ description: 'null: as long as the location is open' }),
  bufferBeforeMinutes: buffer,
  bufferAfterMinutes: buffer,
  minutesMin: minutes.min(1),
  minutesMax: minutes.min(1).nullable(),
  stepMinutes: z.int().min(1).max(1440),
  noticeMinutesMin: minutes,
  horizonDays: z.int().min(0).max(3660).nullable(),
  cancelFreeMinutes: minutes,
  lateCancelPercent: z.int().min(0).max(100),
  audience: audienceSchema,
  customerIds: z.array(idOf('cus')).max(1000).nullable(),
  visible: z.boolean().meta({ description: 'false: a draft, which only staff see' }),
  publishAt: instantText.nullable().meta({ description: 'Shown from then on; null: at once' }),
  needsApproval: z.boolean(),
  units: z.int().min(1).max(1000),
  linkedIds: z.array(idOf('res')).max(50),
  sortOrder: z.int().min(0).max(100_000),
};
export const newResource = z.strictObject({ name, typeId: idOf('rty'), locationId: idOf('loc'), ...settable })
  .partial().required({ name: true, typeId: true, locationId: true });
export const changedResource = z.strictObject({ name, typeId: idOf('rty'), ...settable }).partial();
export type SentResource = z.output<typeof changedResource>;

const typeParams = z.object({ typeId: idOf('rty') });
const params = z.object({ resourceId: idOf('res') });

export const createResourceType = endpoint({
  method: 'POST',
  path: '/resource-types',
  permission: 'resources.write',
  summary: 'Makes a resource type, at the network unless a location is named; it can be used there and below',
  body: z.strictObject({
    name,
    locationId: idOf('loc').optional(),
    description: z.string().max(4000).optional(),
  }),
  answer: resourceTypeSchema,
  status: 201,
  problems: ['nameTaken'],
});

export const listResourceTypes = endpoint({
  method: 'GET', path: '/resource-types', permission: 'resources.read',
  summary: 'Resource types: of the network, or those that can be used at a location',
  query: z.object({ ...pageQuery, locationId: idOf('loc').optional() }), answer: pageOf(resourceTypeSchema),
});

export const getResourceType = endpoint({
  method: 'GET', path: '/resource-types/:typeId', permission: 'resources.read', summary: 'One resource type',
  params: typeParams, answer: resourceTypeSchema,
});

export const changeResourceType = endpoint({
  method: 'PATCH',
  path: '/resource-types/:typeId',
  permission: 'resources.write',
  summary: 'Renames a resource type',
  params: typeParams,
  body: z.strictObject({ name, description: z.string().max(4000) }).partial(),
  answer: resourceTypeSchema,
  problems: ['nameTaken'],
});

export const archiveResourceType = endpoint({
  method: 'POST', path: '/resource-types/:typeId/archive', permission: 'resources.write',
  summary: 'Puts a resource type away; refused while resources are of it', params: typeParams,
  body: z.strictObject({}).optional(), answer: resourceTypeSchema, problems: ['typeInUse'],
});

export const createResource = endpoint({
  method: 'POST', path: '/resources', permission: 'resources.write', summary: 'Makes something bookable',
  body: newResource, answer: resourceSchema, status: 201, problems: ['nameTaken'],
});

export const listResources = endpoint({
  method: 'GET', path: '/resources', permission: 'resources.read', ownCustomer: true,
  summary: 'Resources in the order they are shown in; customers see those that may be booked in the portal',
  query: z.object({
    ...pageQuery, locationId: idOf('loc').optional(), typeId: idOf('rty').optional(),
    state: z.enum(resourceStates).optional(),
  }),
  answer: pageOf(resourceSchema),
});

export const getResource = endpoint({
  method: 'GET', path: '/resources/:resourceId', permission: 'resources.read', ownCustomer: true,
  summary: 'One resource', params, answer: resourceSchema,
});

export const changeResource = endpoint({
  method: 'PATCH', path: '/resources/:resourceId', permission: 'resources.write',
  summary: 'Changes a resource; bookings that are made stand', params, body: changedResource,
  answer: resourceSchema, problems: ['nameTaken', 'unitsTaken'],
});

const stateVerb = (verb: 'pause' | 'resume' | 'archive', summary: string) => endpoint({
  method: 'POST', path: `/resources/:resourceId/${verb}`, permission: 'resources.write', summary, params,
  body: z.strictObject({}).optional(), answer: resourceSchema, problems: ['nameTaken'],
});
export const pauseResource = stateVerb(
  'pause',
  'Takes no more bookings, until resumed; those that are made stand',
);
export const resumeResource = stateVerb('resume', 'Takes bookings again, after a pause or from the archive');
export const archiveResource = stateVerb(
  'archive',
  'Puts a resource away; its bookings stand and stay readable',
);

