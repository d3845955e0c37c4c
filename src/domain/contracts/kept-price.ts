import type { Day } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { ContractFacts } from './cancellation.ts';
import { proposeChangeDay } from './plan-change.ts';
import { contractTermsOn } from './turns.ts';

export interface PricedTerms {
  readonly fromDay: Day;
  readonly quantity: number;
}

/**
 * Where a contract follows a plan's price from its next cycle on: the days from which it needs a price of
 * its own if a new one is not to reach it. None where it has its own price, leaves the plan or ends before.
 */
export function termsFollowing(facts: ContractFacts, planId: Id<'pla'>): readonly PricedTerms[] {
  const next = proposeChangeDay(facts, 'nextCycle');
  if (next === 'contractOver' || next === 'changeAfterEnd') return [];
  const { contract } = facts;
  const terms = [
    { ...contractTermsOn(contract, next), fromDay: next },
    ...contract.terms.filter(({ fromDay }) => fromDay > next),
  ];
  return terms
    .filter((one) => one.planId === planId && one.price === null)
    .map(({ fromDay, quantity }) => ({ fromDay, quantity }));
}
