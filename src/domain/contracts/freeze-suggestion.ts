import { addDays, type Day, laterDay } from '../kernel/day.ts';
import type { Zone } from '../kernel/zone.ts';
import type { ContractFacts } from './cancellation.ts';
import { type FreezeRefusal, type FreezeWish, proposeFreeze } from './freezing.ts';
import { isTakenBack, minimumTermEnd } from './minimum-term.ts';
import { addCycles, contractTermsOn, firstTurnFrom } from './turns.ts';

/**
 * The freeze to begin with: the next whole cycle that the rules leave free (CON-6), or what is left of the
 * contract. Any other days may be wished; a refusal names the rule that is in the way of this one.
 */
export function suggestFreeze(facts: ContractFacts, zone: Zone): FreezeWish | FreezeRefusal {
  const { contract, termsOfPlan, today } = facts;
  const { cycle } = termsOfPlan(contractTermsOn(contract, today).planId);
  const taken = contract.freezes.filter((freeze) => !isTakenBack(freeze)).at(-1)?.untilDay ?? today;
  const earliest = [contract.startDay, minimumTermEnd(contract, today) ?? today, taken].reduce(
    laterDay,
    addDays(today, 1),
  );
  const turn = firstTurnFrom(contract, termsOfPlan, earliest);
  const end = contract.endDay;
  const wish =
    end !== null && end <= turn
      ? { fromDay: earliest, untilDay: earliest < end ? end : null }
      : { fromDay: turn, untilDay: earlier(addCycles(turn, cycle, 1), end) };
  const proposed = proposeFreeze(facts, wish, zone);
  return typeof proposed === 'string' ? proposed : wish;
}

const earlier = (day: Day, end: Day | null): Day => (end !== null && end < day ? end : day);
