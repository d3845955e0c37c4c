import type { Audience } from '../customers/audience.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Zone } from '../kernel/zone.ts';
import { expiryOf, type Grant, planStops } from './grant.ts';
import { hoursAllow, isLinkedTo, type Pass } from './pass.ts';

/** A grant with all that decides whether and when it is used. */
export interface PassCandidate {
  readonly grant: Grant;
  readonly pass: Pass;
  /** Passes or minutes, as the last entry of its ledger says. */
  readonly left: number;
  /** Of a day pass: the end of the day it was last used for, at the location where it was first used. */
  readonly usedUntil: Instant | null;
  /** Of a plan's grant: the contract that gave it, and whether its plan is valid where we are (MEM-7). */
  readonly contract: Contract | null;
  readonly planValidHere: boolean;
  readonly sharedByTeam: boolean;
}

/** Where, when and for whom a pass is looked for. */
export interface PassQuestion {
  readonly locationId: Id<'loc'>;
  readonly zone: Zone;
  readonly at: Instant;
  readonly standing: 'member' | 'contact';
  /** Plans whose customer is entitled here and now: active, not frozen, valid here (MEM-4). */
  readonly entitledPlanIds: ReadonlySet<Id<'pla'>>;
  /** What `everywhere` counts as when passes are compared by their number of locations. */
  readonly locationCount: number;
  /** SUS-3: off while suspended, where the location says so; then no benefit is usable. */
  readonly mayUseBenefits: boolean;
}

const pickReasons = [
  'usedToday',
  'priority',
  'dayBeforeTime',
  'ownBeforeShared',
  'cheaper',
  'planBeforeGiven',
  'fewerLocations',
  'moreLeft',
  'soonerExpiry',
  'older',
] as const;
/** The step of PAS-6 that put a pass before another one. */
export type PickReason = (typeof pickReasons)[number];

/** Why a pass was used: by the order, or because somebody at the desk chose it instead of the first. */
export const useReasons = [...pickReasons, 'chosen'] as const;
export type UseReason = (typeof useReasons)[number];

export type UnusableReason =
  | 'suspended'
  | 'elsewhere'
  | 'planNotValidHere'
  | 'frozen'
  | 'contractOver'
  | 'planChanged'
  | 'notYet'
  | 'expired'
  | 'outsideHours'
  | 'audience'
  | 'usedUp';

export interface PassInOrder {
  readonly candidate: PassCandidate;
  /** In use today already: coming in again takes nothing. */
  readonly inUse: boolean;
  /** Every step of the order that put it before one of those after it; empty: there was no other. */
  readonly because: readonly PickReason[];
}

export interface PassOrder {
  readonly usable: readonly PassInOrder[];
  readonly unusable: readonly { readonly candidate: PassCandidate; readonly why: UnusableReason }[];
}

/** PAS-6: which passes could be used here and now, in the order in which they are; and why not the others. */
export function orderPasses(candidates: readonly PassCandidate[], question: PassQuestion): PassOrder {
  const usable: Ranked[] = [];
  const unusable: { candidate: PassCandidate; why: UnusableReason }[] = [];
  for (const candidate of candidates) {
    const why = whyUnusable(candidate, question);
    if (why === null) usable.push(ranked(candidate, question));
    else unusable.push({ candidate, why });
  }
  usable.sort((a, b) => compare(a, b).sign);
  return {
    unusable,
    usable: usable.map((one, index) => ({
      candidate: one.candidate,
      inUse: one.inUse,
      because: reasonsBefore(one, usable.slice(index + 1)),
    })),
  };
}

/** All of them in the same order, usable or not: for whoever judges what is in the way by itself. */
export const inOrder = (
  candidates: readonly PassCandidate[],
  question: PassQuestion,
): readonly PassCandidate[] =>
  candidates
    .map((one) => ranked(one, question))
    .sort((a, b) => compare(a, b).sign)
    .map(({ candidate }) => candidate);

/** The first obstacle, or null. A day pass in use today needs nothing left and no time before its expiry. */
export function whyUnusable(candidate: PassCandidate, question: PassQuestion): UnusableReason | null {
  const { grant, pass, contract } = candidate;
  const { at, zone } = question;
  if (!question.mayUseBenefits) return 'suspended';
  if (!isLinkedTo(pass, question.locationId)) return 'elsewhere';
  const stops = planStops(grant, contract, at);
  if (isInUse(candidate, at) && stops !== 'frozen') return openHours(pass, question);
  if (stops !== null) return stops;
  if (grant.from !== null && !candidate.planValidHere) return 'planNotValidHere';
  if (at < grant.validFrom) return 'notYet';
  const expiresAt = expiryOf(grant, contract, zone);
  if (expiresAt !== null && expiresAt <= at) return 'expired';
  if (!isFor(pass.audience, question)) return 'audience';
  return openHours(pass, question) ?? (candidate.left > 0 ? null : 'usedUp');
}

const openHours = (pass: Pass, { at, zone }: PassQuestion): UnusableReason | null =>
  hoursAllow(pass.hours, at, zone) ? null : 'outsideHours';

interface Ranked {
  readonly candidate: PassCandidate;
  readonly inUse: boolean;
  readonly rank: Readonly<Record<PickReason, number>>;
  readonly id: string;
}

const isInUse = ({ pass, usedUntil }: PassCandidate, at: Instant): boolean =>
  pass.kind === 'day' && usedUntil !== null && at < usedUntil;

function isFor(audience: Audience, question: PassQuestion): boolean {
  const { entitledPlanIds } = question;
  if (audience.level === 'plans') return audience.planIds.some((planId) => entitledPlanIds.has(planId));
  if (audience.level === 'members') return question.standing === 'member';
  return audience.level !== 'contacts' || question.standing === 'contact';
}

/** Every step of PAS-6 as a number; the smaller goes first. */
function ranked(candidate: PassCandidate, question: PassQuestion): Ranked {
  const { grant, pass, left, contract } = candidate;
  const inUse = isInUse(candidate, question.at);
  const expiresAt = expiryOf(grant, contract, question.zone);
  return {
    candidate,
    inUse,
    id: grant.id,
    rank: {
      usedToday: inUse ? 0 : 1,
      priority: { high: 0, normal: 1, low: 2 }[pass.usePriority],
      dayBeforeTime: pass.kind === 'day' ? 0 : 1,
      ownBeforeShared: candidate.sharedByTeam ? 1 : 0,
      cheaper: pass.value?.amount ?? 0,
      planBeforeGiven: grant.source === 'given' ? 1 : 0,
      fewerLocations: pass.locationIds === 'everywhere' ? question.locationCount : pass.locationIds.length,
      moreLeft: pass.kind === 'time' ? -left : 0,
      soonerExpiry: expiresAt ?? Number.POSITIVE_INFINITY,
      older: grant.validFrom,
    },
  };
}

function compare(a: Ranked, b: Ranked): { sign: number; step: PickReason } {
  for (const step of pickReasons) {
    if (a.rank[step] !== b.rank[step]) return { sign: a.rank[step] < b.rank[step] ? -1 : 1, step };
  }
  return { sign: a.id < b.id ? -1 : 1, step: 'older' };
}

function reasonsBefore(one: Ranked, others: readonly Ranked[]): PickReason[] {
  const steps = new Set(others.map((other) => compare(one, other).step));
  return pickReasons.filter((step) => steps.has(step));
}
