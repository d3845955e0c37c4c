/**
 * Who is a member, who is entitled, and when that changes.
 * Terms: a *cover* is what one contract does for one customer, cut into *stretches*; *standing* is member or
 * contact;
 * *entitlement* is what a plan gives, asked apart (MEM-4).
 * Invariants: nothing is stored; any instant, past or future, has an answer (MEM-2); a freeze never ends
 * membership.
 */
import type { Contract, Freeze } from '../contracts/contract.ts';
import { type Plan, type PlanTerms, type PlanValidity, termsAt } from '../contracts/plan.ts';
import type { Id } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { common, type Interval, type Span } from '../kernel/interval.ts';
import { isAtOrBelow, type LocationTree } from '../locations/location.ts';

/**
 * What one contract does for one customer, as instants: the contract's days, or a seat's part of them. It is
 * cut into stretches in which neither plan, terms nor freeze change, so that every question about an instant
 * or a period is a walk over a few records.
 */
export interface Cover {
  readonly contractId: Id<'con'>;
  /** The place on somebody else's contract that covers; null: the holder itself. */
  readonly seat: CoverSeat | null;
  readonly start: Instant;
  readonly end: Instant | null;
  /** In order and without gaps, from start to end. */
  readonly stretches: readonly CoverStretch[];
  /** Where cycles begin, ascending; only as far as somebody asks for limits by cycle. */
  readonly turnStarts: readonly Instant[];
}

/** A customer's time on a place of a contract (TEM-2). */
export interface CoverSeat {
  readonly id: Id<'sea'>;
  readonly start: Instant;
  readonly end: Instant | null;
}

/** A contract as one customer has it: as its holder, or for some times by places on it (MEM-1). */
export interface CoveringContract extends Contract {
  /** In order; null: it is the customer's own, and covers it wholly. */
  readonly seatsHeld: readonly CoverSeat[] | null;
}

export interface CoverStretch {
  readonly start: Instant;
  readonly end: Instant | null;
  readonly planId: Id<'pla'>;
  readonly planName: string;
  readonly terms: PlanTerms;
  /** The freeze this stretch lies in, with its own beginning and end; null: active. */
  readonly freeze: CoverFreeze | null;
  /** Whether the plan is valid at the location that is asked about (MEM-7). */
  readonly validHere: boolean;
  /** The plan's own hours as instants, as far as somebody asks; null: as long as the location is open. */
  readonly hours: readonly Span[] | null;
}

export interface CoverFreeze {
  readonly id: Id<'frz'>;
  readonly start: Instant;
  readonly end: Instant | null;
}

export interface CoverContext {
  readonly planOf: (planId: Id<'pla'>) => Plan;
  readonly tree: LocationTree;
  /** The location that is asked about; null: any. */
  readonly here: Id<'loc'> | null;
  /** Works out a plan's hours for the period that is asked about; left out where nobody asks. */
  readonly hoursOf?: (terms: PlanTerms) => readonly Span[] | null;
}

/** All that a contract does for the customer: one cover for its holder, one for each time on a seat. */
export const coversOf = (contract: CoveringContract, context: CoverContext): Cover[] =>
  (contract.seatsHeld ?? [null])
    .map((seat) => coverOf(contract, context, seat))
    .filter((cover) => cover !== null);

/**
 * `seat`: the period in which a place on somebody else's contract covers the customer; null: the holder
 * itself.
 */
export function coverOf(
  contract: Contract,
  context: CoverContext,
  seat: CoverSeat | null = null,
): Cover | null {
  const whole = seat === null ? contract.during : common(contract.during, seat);
  if (whole === null || (whole.end !== null && whole.end <= whole.start)) return null;
  const cuts = cutsOf(contract, context, whole);
  const stretches = cuts.map((start, index) =>
    stretchFrom(contract, context, { start, end: cuts[index + 1] ?? whole.end }),
  );
  return { contractId: contract.id, seat, start: whole.start, end: whole.end, stretches, turnStarts: [] };
}

/** MEM-7: at its own location, there and below, at chosen ones, or everywhere. */
export function isPlanValidAt(
  validity: PlanValidity,
  at: { contractAt: Id<'loc'>; planAt: Id<'loc'>; here: Id<'loc'> },
  tree: LocationTree,
): boolean {
  if (validity.where === 'network') return true;
  if (validity.where === 'chosen') return validity.locationIds.includes(at.here);
  if (at.here === at.contractAt) return true;
  return validity.where === 'below' && isAtOrBelow(tree, at.here, at.planAt);
}

function cutsOf(contract: Contract, { planOf }: CoverContext, whole: Interval): Instant[] {
  const cuts = new Set<Instant>([whole.start]);
  const cut = (at: Instant | null): void => {
    if (at !== null && at > whole.start && (whole.end === null || at < whole.end)) cuts.add(at);
  };
  for (const { during } of contract.freezes) {
    cut(during.start);
    cut(during.end);
  }
  for (const { fromAt, planId } of contract.terms) {
    cut(fromAt);
    for (const { inForceFrom } of planOf(planId).versions) cut(inForceFrom);
  }
  return [...cuts].sort((a, b) => a - b);
}

function stretchFrom(contract: Contract, context: CoverContext, during: Interval): CoverStretch {
  const { planId } = contract.terms.findLast(({ fromAt }) => fromAt <= during.start) ?? contract.terms[0]!;
  const plan = context.planOf(planId);
  const terms = termsAt(plan, during.start);
  const { here, tree } = context;
  const at = { contractAt: contract.locationId, planAt: plan.locationId, here: here ?? contract.locationId };
  return {
    start: during.start,
    end: during.end,
    planId,
    planName: plan.name,
    terms,
    freeze: coverFreeze(contract.freezes.find((freeze) => isIn(freeze, during.start))),
    validHere: here === null || isPlanValidAt(terms.validAt, at, tree),
    hours: context.hoursOf?.(terms) ?? null,
  };
}

const isIn = ({ during }: Freeze, at: Instant): boolean =>
  during.start <= at && (during.end === null || at < during.end);

const coverFreeze = (freeze: Freeze | undefined): CoverFreeze | null =>
  freeze === undefined ? null : { id: freeze.id, start: freeze.during.start, end: freeze.during.end };
