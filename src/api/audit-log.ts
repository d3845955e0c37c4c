import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredId, answeredInstant, idOf, instantText, pageOf, pageQuery } from './schema.ts';

export const auditEntrySchema = z.object({
  id: answeredId('aud'),
  at: answeredInstant,
  actorKind: z.string(),
  actorId: z.string().nullable(),
  /** Null for the product itself, and for whoever is no longer known. */
  actorName: z.string().nullable(),
  action: z.string(),
  aboutId: z.string(),
  customerId: z.string().nullable(),
  customerName: z.string().nullable(),
  locationId: z.string().nullable(),
  locationName: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  fromAddress: z.string().nullable(),
});

export const listAuditEntries = endpoint({
  method: 'GET',
  path: '/audit-log',
  permission: 'audit.read',
  summary: 'Every change: who, what, before and after',
  query: z.object({
    ...pageQuery,
    actorId: z.string().max(60).optional(),
    aboutId: z.string().max(60).optional(),
    customerId: idOf('cus').optional(),
    locationId: idOf('loc').optional(),
    /** An action, or its beginning: `customer.` finds all about customers. */
    action: z.string().max(60).optional(),
    from: instantText.optional(),
    to: instantText.optional(),
  }),
  answer: pageOf(auditEntrySchema),
});
