import type { z } from 'zod';
import type * as api from '../../api/check-ins.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { expiryOf } from '../../domain/benefits/grant.ts';
import { type Instant, minutesBetween } from '../../domain/kernel/instant.ts';
import type { CheckedIn, UsedPass } from './check-in.ts';
import type { StayRow } from './check-in-store.ts';

/** Stays and the passes they go on, as the API answers them. */

export const presentStay = (row: StayRow, now: Instant): z.input<typeof api.checkInSchema> => ({
  id: row.id,
  customerId: row.customerId,
  customerName: row.customerName,
  locationId: row.locationId,
  source: row.source,
  startedAt: text(row.startedAt),
  endedAt: textOrNull(row.endedAt),
  endedBy: row.endedBy,
  cutOffAt: text(row.cutOffAt),
  cover: row.cover,
  passName: row.passName,
  minutes: Math.max(0, minutesBetween(row.startedAt, row.endedAt ?? now)),
  uncoveredMinutes: row.uncoveredMinutes,
});

export function presentCheckedIn({ stay, decision, pass }: CheckedIn, now: Instant) {
  return {
    checkIn: presentStay(stay, now),
    decision: decision as never,
    pass: pass === null ? null : presentUsed(pass),
  };
}

export function presentUsed({ candidate, inUse, because }: UsedPass): z.input<typeof api.usedPassSchema> {
  const { grant, pass, left, contract } = candidate;
  const takes = pass.kind === 'day' && !inUse;
  return {
    grantId: grant.id,
    passId: pass.id,
    name: pass.name,
    kind: pass.kind,
    left: takes ? left - 1 : left,
    inUse,
    because: [...because],
    expiresAt: textOrNull(expiryOf(grant, contract, 'UTC' as never)),
  };
}
