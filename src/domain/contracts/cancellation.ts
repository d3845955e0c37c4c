import { addDays, type Day, dayOfMonth, laterDay } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import { type Contract, contractStatusAt } from './contract.ts';
import { minimumTermEnd } from './minimum-term.ts';
import { contractTermsOn, contractTurnAt, type TermsOfPlan } from './turns.ts';

/** A contract as a cancellation, a change or a freeze looks at it. `today` is the day at its location. */
export interface ContractFacts {
  readonly contract: Contract;
  readonly termsOfPlan: TermsOfPlan;
  readonly now: Instant;
  readonly today: Day;
  /** False: the customer asks, and the plan's own rules bind. */
  readonly byAdmin: boolean;
  /** The contract's own notice period in days, instead of the plan's. */
  readonly noticeDays: number | null;
}

/** A last day, one of three ways to find it, or nothing: as soon as the rules let. */
export type CancelWish =
  { readonly lastDay: Day } | { readonly at: 'endOfCycle' | 'afterNotice' | 'now' } | null;

export interface ProposedEnd {
  /** The first day not covered. */
  readonly endDay: Day;
  /** The end that the plan's rules give by themselves (CON-4). */
  readonly lawfulEndDay: Day;
  /** Cancelled before it started, or taken back altogether: the contract never was. */
  readonly voids: boolean;
  /** Whether days paid beyond the last day come back as a credit line (CON-4). */
  readonly proratesLastCycle: boolean;
  /** Which of the three decided: what was wished, or what moved it. */
  readonly because: 'wished' | 'minimumTerm' | 'notice';
}

export type CancelRefusal =
  'contractOver' | 'alreadyCancelled' | 'planForbidsCancelling' | 'lastDayBeforeStart';

/** CON-4: when a contract ends, if it is cancelled now with this wish. */
export function proposeEnd(facts: ContractFacts, wish: CancelWish): ProposedEnd | CancelRefusal {
  const { contract, byAdmin, today } = facts;
  const status = contractStatusAt(contract, facts.now);
  if (status === 'ended' || status === 'void') return 'contractOver';
  const { cancel } = facts.termsOfPlan(contractTermsOn(contract, today).planId);
  if (!byAdmin && !cancel.byCustomers) return 'planForbidsCancelling';
  if (!byAdmin && contract.endDay !== null) return 'alreadyCancelled';

  const lawful = lawfulEnd(facts);
  const wished = wishedEnd(facts, wish, lawful.endDay);
  const bound = byAdmin ? wished : laterDay(wished, lawful.endDay);
  // One that has begun was there: only before its start can it be taken as if it never was (CON-3).
  if (bound <= contract.startDay && status !== 'scheduled') return 'lastDayBeforeStart';
  const endDay = laterDay(bound, contract.startDay);
  const cutShort = byAdmin && endDay < lawful.endDay;
  return {
    endDay,
    lawfulEndDay: laterDay(lawful.endDay, contract.startDay),
    voids: endDay === contract.startDay,
    proratesLastCycle: cutShort || cancel.prorateLastCycle,
    because: bound === wished ? 'wished' : lawful.because,
  };
}

/** The earliest end by the plan's own rules: after the minimum term, and after the notice (CON-4). */
function lawfulEnd(facts: ContractFacts): { endDay: Day; because: 'minimumTerm' | 'notice' } {
  const { contract, today } = facts;
  const notice = noticeEnd(facts);
  const term = minimumTermEnd(contract, today);
  return term !== null && term > notice
    ? { endDay: term, because: 'minimumTerm' }
    : { endDay: notice, because: 'notice' };
}

/** The last day of notice is that many days after today; the end is its cycle's, or that day's. */
function noticeEnd({ contract, termsOfPlan, today, noticeDays }: ContractFacts): Day {
  const { cancel } = termsOfPlan(contractTermsOn(contract, today).planId);
  const lastOfNotice = addDays(today, noticeDays ?? cancel.noticeDays);
  if (lastOfNotice < contract.startDay) return contract.startDay;
  if (cancel.endsOn === 'noticeDay') return addDays(lastOfNotice, 1);
  return contractTurnAt(contract, termsOfPlan, lastOfNotice).endDay;
}

function wishedEnd({ contract, termsOfPlan, today }: ContractFacts, wish: CancelWish, lawful: Day): Day {
  if (wish === null) return lawful;
  if ('lastDay' in wish) return addDays(wish.lastDay, 1);
  if (wish.at === 'afterNotice') return lawful;
  if (wish.at === 'now') return today < contract.startDay ? contract.startDay : addDays(today, 1);
  return contractTurnAt(contract, termsOfPlan, laterDay(today, contract.startDay)).endDay;
}

/** The last day covered, for screens: the day before the end (CON-2). */
export const lastDayOf = (endDay: Day | null): Day | null => (endDay === null ? null : addDays(endDay, -1));

/** The billing day that a contract keeps: its own, its plan's, or that of its start (CYC-1). */
export function billingDayOf(contract: Contract, termsOfPlan: TermsOfPlan): number {
  const { billingDay } = termsOfPlan(contractTermsOn(contract, contract.startDay).planId);
  return contract.billingDay ?? billingDay ?? dayOfMonth(contract.startDay);
}
