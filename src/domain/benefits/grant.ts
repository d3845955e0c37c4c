import { type Contract, contractStatusAt, contractTermsAt } from '../contracts/contract.ts';
import { addDays, type Day, daysBetween } from '../kernel/day.ts';
import { dayAt, startOfDay, type Zone } from '../kernel/zone.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';

export type GrantSource = 'plan' | 'product' | 'given';

/** Passes that somebody owns. What is left of them is said by the last entry of its ledger, nowhere else. */
export interface Grant {
  readonly id: Id<'bft'>;
  readonly customerId: Id<'cus'>;
  readonly passId: Id<'pas'>;
  readonly source: GrantSource;
  /** Of a plan's grant: which contract, which plan, and the first day of which cycle. */
  readonly from: GrantOrigin | null;
  readonly validFrom: Instant;
  /** As known when it was granted; see {@link expiryOf}. */
  readonly expiresAt: Instant | null;
  /** An expiry counted in days is put off by freezes; the end of a cycle is not (PAS-4). */
  readonly expiryMoves: boolean;
}

export interface GrantOrigin {
  readonly contractId: Id<'con'>;
  readonly planId: Id<'pla'>;
  readonly cycleDay: Day;
}

type Expiring = Pick<Grant, 'expiresAt' | 'expiryMoves' | 'validFrom'>;

/** When the grant expires, freezes counted in; null: not while things stay as they are. */
export function expiryOf(grant: Expiring, contract: Contract | null, zone: Zone): Instant | null {
  if (grant.expiresAt === null || !grant.expiryMoves || contract === null) return grant.expiresAt;
  let expiresAt = grant.expiresAt;
  const freezes = contract.freezes.toSorted((a, b) => a.during.start - b.during.start);
  for (const { during, fromDay, untilDay } of freezes) {
    if (during.start >= expiresAt || (during.end !== null && during.end <= grant.validFrom)) continue;
    if (untilDay === null || during.end === null) return null;
    const startDay = during.start < grant.validFrom ? dayAt(grant.validFrom, zone) : fromDay;
    const days = Math.max(0, daysBetween(startDay, untilDay));
    expiresAt = startOfDay(addDays(dayAt(expiresAt, zone), days), zone);
  }
  return expiresAt;
}

export type PlanStop = 'frozen' | 'contractOver' | 'planChanged';

/** Why what a plan gave is of no use at an instant: everything a plan gives asks for entitlement (MEM-4). */
export function planStops(grant: Grant, contract: Contract | null, at: Instant): PlanStop | null {
  if (grant.from === null) return null;
  const status = contract === null ? 'ended' : contractStatusAt(contract, at);
  if (status === 'frozen') return 'frozen';
  if (contract === null || status !== 'active') return 'contractOver';
  const boundToPlan = grant.expiresAt !== null && !grant.expiryMoves;
  return boundToPlan && contractTermsAt(contract, at).planId !== grant.from.planId ? 'planChanged' : null;
}
