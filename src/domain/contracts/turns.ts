import { type Anchor, anchorOf, type Cycle, type Turn, turnAt, turnOf } from '../kernel/cycle.ts';
import { addDays, addMonths, type Day, laterDay } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import type { Contract, ContractTerms } from './contract.ts';
import type { PlanTerms } from './plan.ts';

/** The terms of each plan that a contract is or will be to. */
export type TermsOfPlan = (planId: Id<'pla'>) => PlanTerms;

/** From this day on a contract turns in this cycle, from this anchor. Half-open, in order, without gaps. */
export interface Rhythm {
  readonly startDay: Day;
  readonly cycle: Cycle;
  readonly anchor: Anchor;
}

/**
 * How a contract turns over its life. A change to a plan of the same cycle keeps the anchor; one to another
 * cycle begins anew on the day of the change (CON-5, CYC-1).
 */
export function rhythmsOf(contract: Contract, termsOfPlan: TermsOfPlan): readonly Rhythm[] {
  const rhythms: Rhythm[] = [];
  for (const terms of contract.terms) {
    const plan = termsOfPlan(terms.planId);
    const before = rhythms.at(-1);
    if (before !== undefined && sameCycle(before.cycle, plan.cycle)) continue;
    const startDay = before === undefined ? contract.startDay : terms.fromDay;
    const anchor = anchorOf(plan.cycle, startDay, contract.billingDay ?? plan.billingDay);
    rhythms.push({ startDay, cycle: plan.cycle, anchor });
  }
  return rhythms;
}

function rhythmOn(contract: Contract, termsOfPlan: TermsOfPlan, on: Day): Rhythm {
  const rhythms = rhythmsOf(contract, termsOfPlan);
  const [first] = rhythms;
  if (first === undefined) throw new RangeError(`contract ${contract.id} has no terms`);
  return rhythms.findLast(({ startDay }) => startDay <= on) ?? first;
}

/** The whole turn of the contract's cycle that holds this day; the contract may cover only a part of it. */
export function contractTurnAt(contract: Contract, termsOfPlan: TermsOfPlan, on: Day): Turn {
  const { cycle, anchor } = rhythmOn(contract, termsOfPlan, on);
  return turnAt(cycle, anchor, on);
}

/** The start of the first cycle on or after a day: where billing goes on for what was imported (IMP-1). */
export function firstTurnFrom(contract: Contract, termsOfPlan: TermsOfPlan, from: Day): Day {
  if (from <= contract.startDay) return contract.startDay;
  const { cycle, anchor } = rhythmOn(contract, termsOfPlan, from);
  return firstTurnOnOrAfter(cycle, anchor, from);
}

export function firstTurnOnOrAfter(cycle: Cycle, anchor: Anchor, from: Day): Day {
  const turn = turnAt(cycle, anchor, from);
  return turn.startDay === from ? from : turnOf(cycle, anchor, turn.number + 1).startDay;
}

/** The day that many cycles after a day: lengths of minimum terms and freezes. */
export function addCycles(from: Day, cycle: Cycle, count: number): Day {
  const steps = cycle.every * count;
  if (cycle.unit === 'day') return addDays(from, steps);
  if (cycle.unit === 'week') return addDays(from, 7 * steps);
  return addMonths(from, cycle.unit === 'month' ? steps : 12 * steps);
}

/** The terms on a day; before the start, the first. */
export function contractTermsOn(contract: Contract, on: Day): ContractTerms {
  const [first] = contract.terms;
  if (first === undefined) throw new RangeError(`contract ${contract.id} has no terms`);
  return contract.terms.findLast(({ fromDay }) => fromDay <= laterDay(on, contract.startDay)) ?? first;
}

/** The change that is waiting for its day, if there is one (CON-5). */
export const nextTerms = (contract: Contract, today: Day): ContractTerms | null =>
  contract.terms.find(({ fromDay }) => fromDay > laterDay(today, contract.startDay)) ?? null;

export const sameCycle = (a: Cycle, b: Cycle): boolean => a.unit === b.unit && a.every === b.every;
