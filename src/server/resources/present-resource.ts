import type { z } from 'zod';
import type { AnsweredResource, resourceTypeSchema } from '../../api/resources.ts';
import { text, textOrNull } from '../../api/schema.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { publicationOf } from '../../domain/resources/resource.ts';
import type { ResourceRow } from './resource-store.ts';
import type { ResourceTypeRow } from './type-store.ts';

export const presentType = (row: ResourceTypeRow): z.input<typeof resourceTypeSchema> =>
  ({ ...row, createdAt: text(row.createdAt), archivedAt: textOrNull(row.archivedAt) });

export const presentResource = (row: ResourceRow, now: Instant): AnsweredResource => ({
  ...row,
  amenities: [...row.amenities],
  hours: row.hours as AnsweredResource['hours'],
  audience: 'planIds' in row.audience ? { level: 'plans', planIds: [...row.audience.planIds] } : row.audience,
  customerIds: row.customerIds === null ? null : [...row.customerIds],
  linkedIds: [...row.linkedIds],
  publishAt: textOrNull(row.publishAt),
  publication: publicationOf(row, now),
  createdAt: text(row.createdAt),
});

/** What customers are told: who else may book a resource is not their business. */
export const presentToCustomer = (row: ResourceRow, now: Instant): AnsweredResource => ({
  ...presentResource(row, now),
  customerIds: null,
});
