import type { Instant } from '../../kernel/instant.ts';
import type { Decision } from '../decision.ts';

/**
 * WHY-3: when a refusal is to be judged again. A question about a fixed period or about no period ends when
 * the answer changes; "may I book it at all?" ends with the first start that could be had. Null: no date is
 * known.
 */
export function judgedAgainAt(
  { at, allowed, nextChange, allowedFrom }: Decision, { anyTime }: { readonly anyTime: boolean },
): Instant | null {
  if (allowed) return null;
  const then = anyTime ? allowedFrom ?? nextChange : nextChange;
  return then !== null && then > at ? then : null;
}

const DAY = 86_400_000;

/**
 * On its day: whether the refusal is over. "May I book it at all?" is, where a start can be had within a day:
 * that the very next hour is taken, or lies beside the steps of the room, keeps nobody from booking.
 */
export const isOver = (
  { at, allowed, allowedFrom }: Decision, { anyTime }: { readonly anyTime: boolean },
): boolean => allowed || (anyTime && allowedFrom != null && allowedFrom - at < DAY);
