import type { Currency } from '../kernel/money.ts';
import { type Day, laterDay } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { isAtOrBelow, type LocationTree } from '../locations/location.ts';
import type { ContractFacts } from './cancellation.ts';
import { contractStatusAt } from './contract.ts';
import type { Plan, PlanTerms } from './plan.ts';
import { contractTurnAt } from './turns.ts';

export type ChangeRefusal = 'contractOver' | 'changeAfterEnd';

/** CON-5: the day on which another plan takes effect; for a contract not yet begun, its start. */
export function proposeChangeDay(facts: ContractFacts, when: 'nextCycle' | 'now'): Day | ChangeRefusal {
  const { contract, today } = facts;
  const status = contractStatusAt(contract, facts.now);
  if (status === 'ended' || status === 'void') return 'contractOver';
  const fromDay =
    today < contract.startDay
      ? contract.startDay
      : when === 'now'
        ? today
        : contractTurnAt(contract, facts.termsOfPlan, today).endDay;
  return contract.endDay !== null && contract.endDay <= fromDay
    ? 'changeAfterEnd'
    : laterDay(fromDay, contract.startDay);
}

export type PlanRefusal = 'planNotHere' | 'planArchived' | 'noPriceInCurrency';

/** CON-1: a plan is found where it was made and below. CON-8: it needs a price in the location's currency. */
export function planRefusal(
  tree: LocationTree,
  plan: Plan & { readonly archived: boolean },
  terms: PlanTerms,
  at: { locationId: Id<'loc'>; currency: Currency },
): PlanRefusal | null {
  if (!isAtOrBelow(tree, at.locationId, plan.locationId)) return 'planNotHere';
  if (plan.archived) return 'planArchived';
  return terms.prices[at.currency] === undefined ? 'noPriceInCurrency' : null;
}
