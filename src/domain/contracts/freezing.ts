import type { Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Interval, overlaps } from '../kernel/interval.ts';
import { startOfDay, type Zone } from '../kernel/zone.ts';
import type { ContractFacts } from './cancellation.ts';
import { contractStatusAt, type Freeze } from './contract.ts';
import { isTakenBack, minimumTermEnd } from './minimum-term.ts';
import { addCycles, contractTermsOn } from './turns.ts';

export interface FreezeWish {
  readonly fromDay: Day;
  /** The first day not frozen; null: until resumed. */
  readonly untilDay: Day | null;
}

export interface ProposedFreeze extends FreezeWish {
  readonly during: Interval;
}

export type FreezeRefusal =
  | 'contractOver'
  | 'freezeEmpty'
  | 'freezeOutsideContract'
  | 'freezeOverlaps'
  | 'freezeInThePast'
  | 'planForbidsFreezing'
  | 'freezeTooOften'
  | 'freezeTooLong'
  | 'freezeInMinimumTerm';

/** CON-6: a freeze as it would be, or why it cannot be. */
export function proposeFreeze(
  facts: ContractFacts,
  wish: FreezeWish,
  zone: Zone,
): ProposedFreeze | FreezeRefusal {
  const { contract, now, today } = facts;
  const status = contractStatusAt(contract, now);
  if (status === 'void' || (status === 'ended' && !facts.byAdmin)) return 'contractOver';
  if (wish.untilDay !== null && wish.untilDay <= wish.fromDay) return 'freezeEmpty';
  if (wish.fromDay < contract.startDay) return 'freezeOutsideContract';
  if (contract.endDay !== null && endsAfter(wish, contract.endDay)) return 'freezeOutsideContract';
  const during = {
    start: wish.fromDay === today ? now : startOfDay(wish.fromDay, zone),
    end: wish.untilDay === null ? null : startOfDay(wish.untilDay, zone),
  };
  if (contract.freezes.some((freeze) => !isTakenBack(freeze) && overlaps(freeze.during, during))) {
    return 'freezeOverlaps';
  }
  return (facts.byAdmin ? null : policyRefusal(facts, wish)) ?? { ...wish, during };
}

/** A freeze lies inside its contract; one without an end ends with the contract at the latest. */
const endsAfter = (wish: FreezeWish, endDay: Day): boolean =>
  wish.fromDay >= endDay || (wish.untilDay !== null && wish.untilDay > endDay);

/** What binds a customer, but no admin: the plan's freeze policy (CON-6). */
function policyRefusal(facts: ContractFacts, wish: FreezeWish): FreezeRefusal | null {
  const { contract, today } = facts;
  const plan = facts.termsOfPlan(contractTermsOn(contract, today).planId);
  const { byCustomers, cyclesMax, timesPerYear } = plan.freeze;
  if (!byCustomers) return 'planForbidsFreezing';
  if (wish.fromDay < today) return 'freezeInThePast';
  const term = minimumTermEnd(contract, today);
  if (term !== null && wish.fromDay < term) return 'freezeInMinimumTerm';
  if (cyclesMax !== null) {
    const longest = addCycles(wish.fromDay, plan.cycle, cyclesMax);
    if (wish.untilDay === null || wish.untilDay > longest) return 'freezeTooLong';
  }
  const sameYear = contract.freezes.filter(
    (freeze) => !isTakenBack(freeze) && year(freeze.fromDay) === year(wish.fromDay),
  );
  return timesPerYear !== null && sameYear.length >= timesPerYear ? 'freezeTooOften' : null;
}

const year = (of: Day): string => of.slice(0, 4);

export interface ProposedResume {
  readonly untilDay: Day;
  readonly endsAt: Instant;
  /** Resumed before it began: it never was. */
  readonly takesBack: boolean;
}

/** Resuming is in force at once, and billing counts its whole day as one not frozen (CON-6). */
export function proposeResume(facts: ContractFacts, freeze: Freeze): ProposedResume | 'freezeOver' {
  const { during } = freeze;
  if ((during.end !== null && during.end <= facts.now) || isTakenBack(freeze)) return 'freezeOver';
  if (facts.now <= during.start) return { untilDay: freeze.fromDay, endsAt: during.start, takesBack: true };
  return { untilDay: facts.today, endsAt: facts.now, takesBack: false };
}
