import type { Decision, Fix } from '../decision.ts';

/** What one can do for oneself, or only this once: it takes nothing away that stood in the way. */
const leavesItStanding: ReadonlySet<string> = new Set([
  'signIn', 'contactUs', 'chooseOtherTime', 'bookAnyway',
]);

/**
 * What would resolve a refusal by itself: the acts that every layer in the way offers. Where two layers ask
 * for different things there is none.
 */
export function resolvedBy({ layers }: Pick<Decision, 'layers'>): Fix[] {
  const [first, ...others] = layers.filter(({ outcome }) => outcome === 'deny');
  if (first === undefined) return [];
  return first.fixes.filter((fix) =>
    !leavesItStanding.has(fix.code) && others.every(({ fixes }) => fixes.some((of) => isSame(of, fix))));
}

const isSame = (one: Fix, other: Fix): boolean => one.code === other.code && one.href === other.href;
