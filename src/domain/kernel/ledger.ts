/**
 * A ledger is a chain of entries, numbered from 1. Each carries the balance after it, so that a balance is
 * never kept without its entries, and two who write the same number collide instead of both succeeding.
 */
export interface Balance {
  /** Of the last entry. */
  readonly number: number;
  readonly left: number;
}

export interface NextEntry {
  readonly number: number;
  readonly amount: number;
  readonly leftAfter: number;
}

/**
 * The entry that follows the last one, or null when there is not enough left: a balance never goes below zero
 * (PAS-9). Amounts are whole and not zero; anything else is a fault in the program.
 */
export function nextEntry(last: Balance | null, amount: number): NextEntry | null {
  if (!Number.isSafeInteger(amount) || amount === 0) throw new RangeError(`an entry of ${amount}`);
  const leftAfter = (last?.left ?? 0) + amount;
  return leftAfter < 0 ? null : { number: (last?.number ?? 0) + 1, amount, leftAfter };
}
