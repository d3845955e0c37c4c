import { rhythmsOf } from '../contracts/turns.ts';
import { type PlanTerms, termsAt } from '../contracts/plan.ts';
import { type Turn, turnAt } from '../kernel/cycle.ts';
import { addDays, type Day } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { startOfDay } from '../kernel/zone.ts';
import type { BilledContract, BilledTerms, BillingFacts, BillingPlace } from './facts.ts';

/**
 * A cycle of one contract: a whole turn, or the part of it that begins with the contract or a change of
 * cycle.
 */
export interface BillingCycle {
  readonly startDay: Day;
  /**
   * The end of the turn, or the day on which a plan of another cycle begins. The contract's own end may be
   * earlier.
   */
  readonly endDay: Day;
  readonly turn: Turn;
}

/** How to read one contract: its plans' terms and the place it is billed at. */
export interface ContractReading {
  readonly contract: BilledContract;
  readonly place: BillingPlace;
  readonly planOf: BillingFacts['planOf'];
}

/** The cycles from the contract's start on, without end: whoever walks them stops where the contract does. */
export function* cyclesOf({ contract, planOf }: ContractReading): Generator<BillingCycle, never> {
  const rhythms = rhythmsOf(contract, (planId) => {
    const terms = contract.terms.find((one) => one.planId === planId);
    return termsAt(
      planOf(planId),
      terms === undefined ? contract.during.start : laterOf(terms.fromAt, terms.madeAt),
    );
  });
  for (let from = contract.startDay; ;) {
    const index = rhythms.findLastIndex(({ startDay }) => startDay <= from);
    const rhythm = rhythms[index] ?? rhythms[0];
    if (rhythm === undefined) throw new RangeError(`contract ${contract.id} has no terms`);
    const turn = turnAt(rhythm.cycle, rhythm.anchor, from);
    const next = rhythms[index + 1]?.startDay ?? turn.endDay;
    const endDay = next < turn.endDay ? next : turn.endDay;
    yield { startDay: from, endDay, turn };
    from = endDay;
  }
}

/** The terms of the contract on a day, and what their plan said then or, if later, when they were agreed. */
export function agreedOn(reading: ContractReading, on: Day): { terms: BilledTerms; plan: PlanTerms } {
  const { contract, place, planOf } = reading;
  const terms = contract.terms.findLast(({ fromDay }) => fromDay <= on) ?? contract.terms[0];
  if (terms === undefined) throw new RangeError(`contract ${contract.id} has no terms`);
  const plan = planOf(terms.planId);
  const [only] = plan.versions;
  if (only !== undefined && plan.versions.length === 1) return { terms, plan: only.terms };
  return { terms, plan: termsAt(plan, laterOf(startOfDay(on, place.zone), terms.madeAt)) };
}

/**
 * The day a cycle is billed: its first, or in arrears the first after it, but never after the contract's
 * last day.
 */
export function dueDayOf(reading: ContractReading, cycle: BillingCycle): Day {
  const { endDay } = reading.contract;
  if (agreedOn(reading, cycle.startDay).plan.billing.when === 'advance') return cycle.startDay;
  return endDay !== null && endDay <= cycle.endDay ? addDays(endDay, -1) : cycle.endDay;
}

/** Whether the contract never was: cancelled before it started (CON-3). */
export const isVoid = ({ startDay, endDay }: BilledContract): boolean =>
  endDay !== null && endDay <= startDay;

const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);
