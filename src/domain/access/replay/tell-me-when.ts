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
