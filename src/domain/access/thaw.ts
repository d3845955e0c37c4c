import type { Instant } from '../kernel/instant.ts';
import type { Cover, CoverStretch } from '../membership/cover.ts';
import { stretchAt } from '../membership/standing.ts';
import type { ReasonFacts } from './reason.ts';

/** Of the frozen contracts at an instant, the one that thaws first: what a frozen customer is told about. */
export interface Thaw {
  readonly fact: Omit<ReasonFacts['frozenPass'], never>;
  readonly until: Instant | null;
  readonly contractId: string;
  readonly freezeId: string;
}

export function thaw(covers: readonly Cover[], at: Instant): Thaw {
  let first: { cover: Cover; stretch: CoverStretch } | null = null;
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch === null || stretch.freeze === null) continue;
    if (first === null || sooner(stretch.freeze.end, first.stretch.freeze!.end)) first = { cover, stretch };
  }
  if (first === null) throw new RangeError('no contract is frozen then');
  return thawOf(first.cover, first.stretch);
}

export function thawOf(cover: Cover, stretch: CoverStretch): Thaw {
  const freeze = stretch.freeze!;
  const fact = {
    contractId: cover.contractId, freezeId: freeze.id, planName: stretch.planName,
    fromAt: freeze.start, untilAt: freeze.end,
  };
  return { fact, until: freeze.end, contractId: cover.contractId, freezeId: freeze.id };
}

/** Null: nobody knows when, which is later than any day that is known. */
export const sooner = (a: Instant | null, b: Instant | null): boolean => a !== null && (b === null || a < b);
