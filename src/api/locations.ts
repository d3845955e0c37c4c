import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  answeredId, answeredInstant, currencyText, dayText, idOf, instantText, nothing, pageOf, pageQuery,
} from './schema.ts';
import { languageList, settingsInForce, settingsWished, weekHours } from './settings.ts';

const name = z.string().trim().min(1).max(200);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'needs small letters, digits and single hyphens')
  .max(80);
const timeZone = z.string().min(1).max(80);

const closureSchema = z.object({
  id: answeredId('clo'), reason: z.string(), startDay: z.string(), endDay: z.string(), lastDay: z.string(),
  repeats: z.string().nullable(), exceptDays: z.array(z.string()),
});

export const locationSchema = z.object({
  id: answeredId('loc'),
  parentId: answeredId('loc').nullable(),
  name: z.string(),
  slug: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  languages: z.array(z.string()),
  openingHours: weekHours.nullable(),
  closures: z.array(closureSchema),
  dailyCutOff: z.string(),
  /** Every setting in force, its value and where it was set; null for those who may not read settings. */
  settings: settingsInForce.nullable(),
  createdAt: answeredInstant,
  version: z.int(),
});

const closureWished = z.strictObject({
  reason: z.string().trim().max(200).default(''),
  startDay: dayText,
  endDay: dayText.optional(),
  /** An RRULE (RFC 5545) that holds the first day, such as FREQ=YEARLY or FREQ=WEEKLY;INTERVAL=2. */
  repeats: z.string().trim().min(1).max(300).nullish(),
  /** First days of the times that fall out. */
  exceptDays: z.array(dayText).max(500).optional(),
});

const locationFields = {
  name,
  slug,
  timeZone,
  currency: currencyText,
  languages: languageList.optional(),
  openingHours: weekHours.nullable().optional(),
  dailyCutOff: z
    .string()
    .regex(/^([01]\d):[0-5]\d$/, 'needs a time of day before 12:00, such as 04:00')
    .optional(),
  settings: settingsWished.optional(),
};

export const createLocation = endpoint({
  method: 'POST', path: '/locations', permission: 'locations.write', summary: 'Opens a location',
  body: z.strictObject({
    ...locationFields, parentId: idOf('loc').nullish(), closures: z.array(closureWished).max(100).optional(),
  }),
  answer: locationSchema, status: 201, problems: ['slugTaken', 'parentUnknown'],
});

export const listLocations = endpoint({
  method: 'GET', path: '/locations', permission: 'public', summary: 'The location tree',
  query: z.object({ ...pageQuery, parentId: idOf('loc').optional(), slug: z.string().optional() }),
  answer: pageOf(locationSchema),
});

export const getLocation = endpoint({
  method: 'GET',
  path: '/locations/:locationId',
  permission: 'public',
  summary: 'A location with its settings',
  params: z.object({ locationId: idOf('loc') }),
  query: z.object({ at: instantText.optional() }),
  answer: locationSchema,
});

export const changeLocation = endpoint({
  method: 'PATCH', path: '/locations/:locationId', permission: 'locations.write',
  orPermission: 'settings.write',
  summary: 'Changes a location; a setting null goes back to what the parent says',
  params: z.object({ locationId: idOf('loc') }),
  body: z.strictObject({ ...locationFields, parentId: idOf('loc').optional() }).partial(),
  answer: locationSchema, problems: ['slugTaken', 'parentUnknown', 'parentBelowItself'],
});

export const addClosure = endpoint({
  method: 'POST',
  path: '/locations/:locationId/closures',
  permission: 'settings.write',
  summary: 'Closes a location for whole days, once or again and again; endDay is the first day open again',
  params: z.object({ locationId: idOf('loc') }),
  body: closureWished,
  answer: closureSchema,
  status: 201,
});

export const removeClosure = endpoint({
  method: 'DELETE', path: '/locations/:locationId/closures/:closureId', permission: 'settings.write',
  summary: 'Takes a closure back', params: z.object({ locationId: idOf('loc'), closureId: idOf('clo') }),
  answer: nothing, status: 204, problems: ['closureNotFound'],
});
