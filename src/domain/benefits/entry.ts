import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PickReason } from './pass-order.ts';

/** One line of a grant's ledger. Amounts are whole passes of a day pass, minutes of a time pass (PAS-9). */
export interface BenefitEntry {
  readonly grantId: Id<'bft'>;
  /** 1, 2, 3 … within the grant: what makes two writers of the same balance collide. */
  readonly number: number;
  readonly kind: EntryKind;
  readonly amount: number;
  readonly leftAfter: number;
  readonly at: Instant;
  /** Of a day pass in use: until when it stays in use (PAS-1). */
  readonly goodUntil: Instant | null;
  readonly because: readonly PickReason[];
}

export const entryKinds = ['granted', 'used', 'returned', 'expired', 'corrected'] as const;
export type EntryKind = (typeof entryKinds)[number];

export type NextEntry = Pick<BenefitEntry, 'number' | 'amount' | 'leftAfter'>;

export interface Balance {
  readonly number: number;
  readonly left: number;
}

/**
 * The entry that follows the last one, or null when there is not enough left: a balance exists only as
 * the last entry's, and never goes below zero (PAS-9).
 */
export function nextEntry(last: Balance | null, amount: number): NextEntry | null {
  if (!Number.isSafeInteger(amount) || amount === 0) throw new RangeError(`an entry of ${amount}`);
  const leftAfter = (last?.left ?? 0) + amount;
  return leftAfter < 0 ? null : { number: (last?.number ?? 0) + 1, amount, leftAfter };
}
