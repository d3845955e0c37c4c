import { common, holds, type Interval } from '../kernel/interval.ts';
import { addDays, type Day, daysBetween, earlierDay, laterDay } from '../kernel/day.ts';
import { dayAt, startOfDay, type Zone } from '../kernel/zone.ts';
import type { Contract } from '../contracts/contract.ts';
import type { Id } from '../kernel/id.ts';
import { type Instant, instant } from '../kernel/instant.ts';
import type { Turn } from '../kernel/cycle.ts';
import { contractTurnAt, rhythmsOf, type TermsOfPlan } from '../contracts/turns.ts';
import { type Plan, type PlanBenefit, termsAt } from '../contracts/plan.ts';
import { expiryOf } from './grant.ts';
import { type Pass, type PassKind, unitsOf } from './pass.ts';

/** What a plan gives for one cycle; contract, plan, cycle and pass name it once and for all (PAS-4). */
export interface CycleGrant {
  readonly contractId: Id<'con'>;
  readonly planId: Id<'pla'>;
  readonly cycleDay: Day;
  readonly passId: Id<'pas'>;
  readonly units: number;
  readonly validFrom: Instant;
  readonly expiresAt: Instant | null;
  readonly expiryMoves: boolean;
}

export interface GrantingFacts {
  readonly contract: Contract;
  readonly planOf: (planId: Id<'pla'>) => Plan;
  readonly passOf: (passId: Id<'pas'>) => Pick<Pass, 'kind' | 'minutes'> | undefined;
  readonly suspensions: readonly Interval[];
  readonly zone: Zone;
  /** The first day of the newest cycle of this contract that has been granted; null: none yet. */
  readonly grantedFor: Day | null;
}

/**
 * All that the contract's plan has given by an instant and that is still of use then. What was granted
 * already may be among it: its name (contract, plan, cycle, pass) makes granting again change nothing.
 *
 * A cycle's grant is in force from the cycle's first instant. In a part cycle, or in the part left after a
 * thaw or a lift, it is prorated by days. A cycle spent frozen or suspended gives nothing (PAS-4).
 */
export function proposeGrants(facts: GrantingFacts, at: Instant): readonly CycleGrant[] {
  const { contract, zone } = facts;
  const isVoid = contract.endDay !== null && contract.endDay <= contract.startDay;
  if (at < contract.during.start || isVoid) return [];
  const grants: CycleGrant[] = [];
  for (const turn of turnsToLookAt(facts, at)) {
    for (const part of partsOf(turn, facts)) grants.push(...grantsOfPart(part, turn, facts, at));
  }
  return grants.filter((grant) => isOfUse(grant, contract, zone, at));
}

type TurningFacts = Pick<GrantingFacts, 'contract' | 'planOf' | 'zone'>;

/** The first instant of the contract's next cycle after an instant, or null when it ends before. */
export function nextGrantAt(facts: TurningFacts, at: Instant): Instant | null {
  const { contract, zone } = facts;
  if (at < contract.during.start) return contract.during.start;
  const termsOfPlan = termsNow(facts, at);
  const next = nextTurnDay(contractTurnAt(contract, termsOfPlan, dayAt(at, zone)), contract, termsOfPlan);
  return contract.endDay !== null && contract.endDay <= next ? null : startOfDay(next, zone);
}

/** A share by days: passes rounded up to whole ones, minutes up to 15, never more than the whole (PAS-4). */
export function proratedUnits(full: number, kind: PassKind, days: number, daysOfCycle: number): number {
  if (days >= daysOfCycle) return full;
  const step = kind === 'day' ? 1 : 15;
  return Math.min(full, Math.ceil((full * days) / (daysOfCycle * step)) * step);
}

const isOfUse = (grant: CycleGrant, contract: Contract, zone: Zone, at: Instant): boolean => {
  const expiresAt = expiryOf(grant, contract, zone);
  return grant.units > 0 && (expiresAt === null || expiresAt > at);
};

/** From the newest granted cycle on; only the present one when all that the plans give ends with it. */
function turnsToLookAt(facts: GrantingFacts, at: Instant): readonly Turn[] {
  const { contract } = facts;
  const termsOfPlan = termsNow(facts, at);
  const today = dayAt(at, facts.zone);
  const versions = contract.terms.flatMap(({ planId }) => facts.planOf(planId).versions);
  const benefits = versions.flatMap(({ terms }) => terms.benefits);
  if (benefits.length === 0) return [];
  const lastDay = contract.endDay === null ? today : earlierDay(today, addDays(contract.endDay, -1));
  const onlyPresent = benefits.every(({ expires }) => expires === 'endOfCycle');
  const turns: Turn[] = [];
  let on = onlyPresent ? lastDay : laterDay(contract.startDay, facts.grantedFor ?? contract.startDay);
  while (on <= lastDay) {
    const turn = contractTurnAt(contract, termsOfPlan, on);
    turns.push(turn);
    on = nextTurnDay(turn, contract, termsOfPlan);
  }
  return turns;
}

const termsNow =
  ({ planOf }: Pick<GrantingFacts, 'planOf'>, at: Instant): TermsOfPlan =>
  (planId) =>
    termsAt(planOf(planId), at);

/** A change to a plan of another cycle breaks the turn it falls into. */
function nextTurnDay(turn: Turn, contract: Contract, termsOfPlan: TermsOfPlan): Day {
  const isInside = (on: Day): boolean => turn.startDay < on && on < turn.endDay;
  const broken = rhythmsOf(contract, termsOfPlan)
    .slice(1)
    .find(({ startDay }) => isInside(startDay));
  return broken?.startDay ?? turn.endDay;
}

interface Part {
  readonly planId: Id<'pla'>;
  readonly quantity: number;
  readonly startDay: Day;
  readonly endDay: Day;
}

/** The days of a turn that the contract covers, cut where it goes over to another plan. */
function partsOf(turn: Turn, { contract }: GrantingFacts): readonly Part[] {
  const parts: Part[] = [];
  contract.terms.forEach((terms, index) => {
    const before = parts.at(-1);
    const from = index === 0 ? contract.startDay : terms.fromDay;
    const startDay = laterDay(laterDay(turn.startDay, contract.startDay), from);
    const until = contract.terms[index + 1]?.fromDay ?? turn.endDay;
    const endDay = [turn.endDay, contract.endDay ?? turn.endDay].reduce(earlierDay, until);
    if (endDay <= startDay) return;
    if (before?.planId === terms.planId) parts[parts.length - 1] = { ...before, endDay };
    else parts.push({ planId: terms.planId, quantity: terms.quantity, startDay, endDay });
  });
  return parts;
}

function grantsOfPart(part: Part, turn: Turn, facts: GrantingFacts, at: Instant): CycleGrant[] {
  const { contract, zone } = facts;
  const during = { start: startOfDay(part.startDay, zone), end: startOfDay(part.endDay, zone) };
  const pauses = [...contract.freezes.map((freeze) => freeze.during), ...facts.suspensions];
  const validFrom = firstUnpaused(during, pauses);
  if (validFrom === null || validFrom > at) return [];
  const fromDay = validFrom === during.start ? part.startDay : dayAt(validFrom, zone);
  const days = daysBetween(fromDay, part.endDay);
  return termsAt(facts.planOf(part.planId), validFrom).benefits.flatMap((benefit) => {
    const pass = facts.passOf(benefit.passId);
    if (pass === undefined) return [];
    const one =
      pass.kind === 'time' && benefit.minutes != null ? benefit.minutes : unitsOf(pass, benefit.quantity);
    const full = one * part.quantity;
    return [
      {
        contractId: contract.id,
        planId: part.planId,
        cycleDay: turn.startDay,
        passId: benefit.passId,
        units: proratedUnits(full, pass.kind, days, daysBetween(turn.startDay, turn.endDay)),
        validFrom,
        expiryMoves: typeof benefit.expires === 'object',
        expiresAt: expiryOfBenefit(benefit, turn, fromDay, zone),
      },
    ];
  });
}

function expiryOfBenefit({ expires }: PlanBenefit, turn: Turn, fromDay: Day, zone: Zone): Instant | null {
  if (expires === 'never') return null;
  return startOfDay(expires === 'endOfCycle' ? turn.endDay : addDays(fromDay, expires.days), zone);
}

/** The first instant of a period that lies in none of the pauses, or null. */
function firstUnpaused(during: Interval, pauses: readonly Interval[]): Instant | null {
  let at = during.start;
  for (;;) {
    const pause = pauses.find((one) => holds(one, at) && (one.end === null || one.end > at));
    if (pause === undefined) return common(during, { start: at, end: instant(at + 1) }) === null ? null : at;
    if (pause.end === null) return null;
    at = pause.end;
  }
}
