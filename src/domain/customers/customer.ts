import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { holds, type Interval } from '../kernel/interval.ts';

export type CustomerKind = 'individual' | 'company';

/** A period in which one customer is not an active user and is not invoiced for contracts (SUS-1). */
export interface Suspension {
  readonly id: Id<'sus'>;
  readonly cause: SuspensionCause;
  readonly during: Interval;
}

export type SuspensionCause = 'manual' | 'signup' | 'plan' | 'crm' | 'overdue' | 'import';

/** Whether signing in is allowed, from an instant on; before the first one it is not. */
export interface PortalAccessChange {
  readonly fromAt: Instant;
  readonly allowed: boolean;
}

/** The facts about a customer that are periods: independent of each other and of membership (CUS-6). */
export interface CustomerPeriods {
  readonly suspensions: readonly Suspension[];
  readonly archivings: readonly Interval[];
  readonly portalAccess: readonly PortalAccessChange[];
}

/** Suspended while one suspension is open, however many there are (SUS-1). */
export const isSuspendedAt = (of: CustomerPeriods, at: Instant): boolean =>
  of.suspensions.some(({ during }) => holds(during, at));

export const isArchivedAt = (of: CustomerPeriods, at: Instant): boolean =>
  of.archivings.some((during) => holds(during, at));

export function maySignInAt(of: CustomerPeriods, at: Instant): boolean {
  let last: PortalAccessChange | undefined;
  for (const change of of.portalAccess) {
    if (change.fromAt <= at && (last === undefined || change.fromAt >= last.fromAt)) last = change;
  }
  return last?.allowed ?? false;
}

/** The form in which an e-mail address identifies a customer (CUS-2). */
export const identifyingEmail = (email: string): string => email.trim().toLowerCase();
