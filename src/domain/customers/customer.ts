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

/** Suspended while one suspension is open, however many there are (SUS-1). */
export const isSuspendedAt = (suspensions: readonly Suspension[], at: Instant): boolean =>
  suspensions.some(({ during }) => holds(during, at));

/** The form in which an e-mail address identifies a customer (CUS-2). */
export const identifyingEmail = (email: string): string => email.trim().toLowerCase();
