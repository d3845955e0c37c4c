import type { Audience } from '../../customers/audience.ts';
import type { Instant } from '../../kernel/instant.ts';
import { overlaps } from '../../kernel/interval.ts';
import type { Cover, CoverStretch } from '../../membership/cover.ts';
import { counts, type MembersAre } from '../../membership/standing.ts';
import type { PricingPlan } from '../../resources/quote.ts';
import type { AskFacts, BookingFacts, ItemFacts, PlanFacts, PlanRight } from '../facts.ts';
import { placeAt, planSidesAt } from '../lookup.ts';

/**
 * What one contract has to say about a period: it counts where it covers all of it and gives the right in all
 * of it;
 * one that has begun by then counts, one that ends or is frozen in any part of it does not (BKA-4).
 */
export interface Claim {
  readonly cover: Cover;
  /** The stretch at the beginning of the period, for its plan and terms. */
  readonly stretch: CoverStretch;
  /** A stretch of the period in which it is frozen; null: it gives throughout. */
  readonly frozen: CoverStretch | null;
}

export type Gives = (stretch: CoverStretch) => boolean;

/**
 * One claim for each contract that covers the whole period and gives in all of it; an empty period is an
 * instant.
 */
export function claimsOver(covers: readonly Cover[], start: Instant, end: Instant, gives: Gives): Claim[] {
  const claims: Claim[] = [];
  for (const cover of covers) {
    if (cover.start > start || (cover.end !== null && (cover.end < end || cover.end <= start))) continue;
    const claim = claimOf(cover, start, end, gives);
    if (claim !== null) claims.push(claim);
  }
  return claims;
}

function claimOf(cover: Cover, start: Instant, end: Instant, gives: Gives): Claim | null {
  let first: CoverStretch | null = null;
  let frozen: CoverStretch | null = null;
  for (const stretch of cover.stretches) {
    if (stretch.end !== null && stretch.end <= start) continue;
    if (stretch.start > start && stretch.start >= end) break;
    if (!gives(stretch)) return null;
    first ??= stretch;
    if (stretch.freeze !== null) frozen ??= stretch;
  }
  return first === null ? null : { cover, stretch: first, frozen };
}

/**
 * What makes a contract give the right to the thing: being a member's, or being to one of the plans (BKA-1).
 */
export function givesOf({ audience, plan }: Right, membersAre: MembersAre): Gives | null {
  if (audience.level === 'members') return (stretch) => counts(stretch, membersAre);
  if (audience.level === 'plans')
    return (stretch) => stretch.validHere && lets(stretch, audience.planIds, plan);
  return null;
}

/**
 * The plans that give a thing: those of its audience, and those that list it or its type among what they
 * give.
 */
export function lets(stretch: CoverStretch, planIds: readonly string[], right: PlanRight | null): boolean {
  if (planIds.includes(stretch.planId)) return true;
  if (right === null) return false;
  const { resourceIds, resourceTypeIds } = stretch.terms.entitlements;
  return resourceIds.includes(right.resourceId) || resourceTypeIds.includes(right.typeId);
}

export interface Right {
  readonly audience: Audience;
  readonly plan: PlanRight | null;
  readonly thing: string;
  readonly start: Instant | null;
  readonly end: Instant | null;
}

/** Null: an action that asks no contract. */
export function rightOf(facts: AskFacts, at: Instant): Right | null {
  if (facts.action === 'book') {
    const { resource, during } = facts as BookingFacts;
    const plan = { resourceId: resource.id, typeId: resource.typeId };
    return { audience: resource.audience, plan, thing: resource.name, start: during.start, end: during.end };
  }
  if (facts.action === 'viewItem') {
    const { item } = facts as ItemFacts;
    return { audience: item.audience, plan: item.givenBy, thing: item.name, start: null, end: null };
  }
  if (facts.action === 'signUpToPlan') {
    const { plan } = facts as PlanFacts;
    const { audience } = planSidesAt(plan, at);
    return { audience, plan: null, thing: plan.name, start: null, end: null };
  }
  return null;
}

/**
 * The contracts that entitle the customer here over the whole booking (MEM-8): one that ends or is frozen in
 * any part of it does not; who is suspended in any part of it has none, unless the location lets suspended
 * customers use benefits (MEM-4).
 */
export function pricingPlans({ customer, places, during }: BookingFacts): PricingPlan[] {
  if (customer === null) return [];
  const isSuspended = customer.suspensions.some((suspension) => overlaps(suspension.during, during));
  if (isSuspended && !placeAt(places, during.start).whileSuspended.useBenefits) return [];
  return claimsOver(customer.covers, during.start, during.end, ({ validHere }) => validHere)
    .filter(({ frozen }) => frozen === null)
    .map(({ cover, stretch }) => ({
      contractId: cover.contractId, planId: stretch.planId, planName: stretch.planName,
      discountPercent: stretch.terms.entitlements.bookingDiscountPercent,
    }));
}
