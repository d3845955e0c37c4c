import { type Contract } from '../../contracts/contract.ts';
import type { Plan } from '../../contracts/plan.ts';
import type { Id } from '../../kernel/id.ts';
import { type Instant, instant } from '../../kernel/instant.ts';
import type { LocationTree } from '../../locations/location.ts';
import { type Cover, coverOf } from '../../membership/cover.ts';
import type { CustomerFacts } from '../facts.ts';

/**
 * Customers who are alike for every question about one instant: the same home, the same restrictions, the
 * same plans in the same state. A hundred thousand customers are a few hundred classes, and each is judged
 * once, by the function that judges everybody.
 */
export interface CustomerClass {
  readonly homeLocationId: Id<'loc'>;
  readonly archived: boolean;
  readonly suspended: boolean;
  readonly mayEnter: boolean;
  readonly held: readonly HeldPlan[];
  /** Somebody a thing is kept for by name stands alone. */
  readonly alone: Id<'cus'> | null;
  readonly count: number;
}

/** A contract as far as an instant can tell: what has ended says nothing any more. */
export interface HeldPlan {
  readonly planId: Id<'pla'>;
  /** The contract's. */
  readonly locationId: Id<'loc'>;
  readonly state: 'active' | 'frozen' | 'later';
  /** Of a plan change to come. */
  readonly nextPlanId: Id<'pla'> | null;
}

export interface ClassContext {
  readonly at: Instant;
  /** The location that is asked about. */
  readonly here: Id<'loc'>;
  readonly tree: LocationTree;
  readonly planOf: (planId: Id<'pla'>) => Plan;
}

const DAY = 86_400_000;
const always = { start: instant(-8_640_000_000_000_000), end: null };

/** Facts that answer every question about the instant as those of each customer of the class would. */
export function factsOfClass(of: CustomerClass, context: ClassContext): CustomerFacts {
  return {
    id: of.alone ?? ('cus_class' as Id<'cus'>),
    covers: of.held.map((held, index) => coverOfHeld(held, index, context)),
    suspensions: of.suspended ? [{ id: 'sus_class' as Id<'sus'>, cause: 'manual', during: always }] : [],
    archivings: of.archived ? [always] : [],
    mayEnter: of.mayEnter ? [always] : [],
  };
}

function coverOfHeld({ planId, locationId, state, nextPlanId }: HeldPlan, index: number,
  { at, ...context }: ClassContext): Cover {
  const start = instant(state === 'later' ? at + DAY : at - DAY);
  const term = (fromAt: Instant, ofPlan: Id<'pla'>) =>
    ({ fromDay: '' as Contract['startDay'], fromAt, planId: ofPlan, price: null, quantity: 1 });
  const freeze = {
    id: 'frz_class' as Id<'frz'>, fromDay: '' as Contract['startDay'], untilDay: null, during: always,
    billing: 'none' as const, extendsMinimumTerm: false,
  };
  const contract: Contract = {
    id: `con_class${index}` as Id<'con'>, customerId: 'cus_class' as Id<'cus'>, locationId,
    currency: '' as Contract['currency'], startDay: '' as Contract['startDay'], endDay: null,
    billingDay: null, minimumTermDay: null, during: { start, end: null },
    terms: [term(start, planId), ...nextPlanId === null ? [] : [term(instant(at + 2 * DAY), nextPlanId)]],
    freezes: state === 'frozen' ? [freeze] : [],
  };
  return coverOf(contract, context) as Cover;
}
