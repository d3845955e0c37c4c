import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Cover, CoverStretch } from './cover.ts';

/** Derived for any instant, stored nowhere (MEM-1, MEM-2). */
export type Standing = 'member' | 'contact';

/**
 * Who counts as a member at a location: with any contract of the network, or only with one valid here
 * (MEM-7).
 */
export type MembersAre = 'anyOfNetwork' | 'validHere';

/** A member is whom at least one contract covers that is active or frozen (MEM-1). */
export function standingAt(
  covers: readonly Cover[],
  at: Instant,
  membersAre: MembersAre = 'anyOfNetwork',
): Standing {
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch !== null && counts(stretch, membersAre)) return 'member';
  }
  return 'contact';
}

/**
 * Whether a contract gives its benefits here: it covers, is not frozen and is valid here; while suspended,
 * only where the location lets suspended customers use benefits (MEM-4). Chosen plans narrow the question to
 * those.
 */
export function isEntitledAt(
  covers: readonly Cover[], at: Instant,
  { benefitsBlocked = false, planIds = null }: EntitlementQuestion = {},
): boolean {
  if (benefitsBlocked) return false;
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch !== null && stretch.freeze === null && stretch.validHere
      && (planIds === null || planIds.includes(stretch.planId))) return true;
  }
  return false;
}

export interface EntitlementQuestion {
  /** Suspended, and the location's switch for benefits is off (SUS-3). */
  readonly benefitsBlocked?: boolean;
  readonly planIds?: readonly Id<'pla'>[] | null;
}

/** Covered by at least one contract, and all that cover are frozen (MEM-4). */
export function isFrozenAt(covers: readonly Cover[], at: Instant): boolean {
  let covered = false;
  for (const cover of covers) {
    const stretch = stretchAt(cover, at);
    if (stretch === null) continue;
    if (stretch.freeze === null) return false;
    covered = true;
  }
  return covered;
}

/** Null where the contract does not cover this instant. */
export function stretchAt(cover: Cover, at: Instant): CoverStretch | null {
  if (at < cover.start || (cover.end !== null && cover.end <= at)) return null;
  const { stretches } = cover;
  for (let index = stretches.length - 1; index >= 0; index -= 1) {
    const stretch = stretches[index]!;
    if (stretch.start <= at) return stretch;
  }
  return null;
}

export const counts = (stretch: CoverStretch, membersAre: MembersAre): boolean =>
  membersAre === 'anyOfNetwork' || stretch.validHere;

/**
 * Standing over a whole period: the same at each of its instants, or `both` (BKA-4). An empty period is an
 * instant.
 */
export function standingDuring(
  covers: readonly Cover[], start: Instant, end: Instant, membersAre: MembersAre = 'anyOfNetwork',
): Standing | 'both' {
  let covered = start;
  let anywhere = false;
  for (let moved = true; moved;) {
    moved = false;
    for (const cover of covers) {
      for (const stretch of cover.stretches) {
        if (!counts(stretch, membersAre)) continue;
        if (stretch.start < end && (stretch.end === null || stretch.end > start)) anywhere = true;
        if (stretch.start > covered || (stretch.end !== null && stretch.end <= covered)) continue;
        if (stretch.end === null || stretch.end >= end) return 'member';
        covered = stretch.end;
        moved = true;
      }
    }
  }
  return anywhere ? 'both' : 'contact';
}
