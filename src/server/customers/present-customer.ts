import type { AnsweredCustomer } from '../../api/customers.ts';
import type { z } from 'zod';
import type { suspensionSchema } from '../../api/suspensions.ts';
import { text, textOrNull } from '../../api/schema.ts';
import type { CustomerRecord } from './customer-store.ts';
import type { SuspensionRow } from './period-store.ts';

export type Presented = AnsweredCustomer;

/** A customer reads its own profile and standing; what staff keep about it is theirs. */
export function presentCustomer(of: CustomerRecord, { forStaff }: { forStaff: boolean }): Presented {
  return {
    id: of.id,
    kind: of.kind,
    name: of.name,
    email: of.email,
    phone: of.phone,
    language: of.language,
    homeLocationId: of.homeLocationId,
    billing: { name: of.billingName, address: of.billingAddress, taxId: of.taxId },
    contact:
      of.kind === 'company' ? { name: of.contactName, email: of.contactEmail, phone: of.contactPhone } : null,
    tags: forStaff ? [...of.tags] : [],
    customFields: forStaff ? { ...of.customFields } : {},
    dueDays: forStaff ? of.dueDays : null,
    portalAccess: of.portalAccess,
    standing: of.member ? 'member' : 'contact',
    frozen: of.frozen,
    suspended: of.suspended,
    archived: of.archived,
    archivedAt: textOrNull(of.archivedAt),
    planNames: [...of.planNames],
    lastCheckInAt: textOrNull(of.lastCheckInAt),
    createdAt: text(of.createdAt),
    version: of.version,
  };
}

export const presentSuspension = (row: SuspensionRow): z.input<typeof suspensionSchema> => ({
  id: row.id,
  customerId: row.customerId,
  cause: row.cause,
  note: row.note,
  startedAt: text(row.startedAt),
  startedBy: row.startedBy,
  endedAt: textOrNull(row.endedAt),
  endedBy: row.endedBy,
  missedCycles: row.missedCycles,
});
