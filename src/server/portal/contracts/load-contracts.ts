import type { CancelOffer, Closed, ContractView, FreezeOffer } from '../../../apps/portal/readers.ts';
import { type ProblemCode, problems } from '../../../api/problem.ts';
import { addDays, type Day } from '../../../domain/kernel/day.ts';
import {
  type CancelRefusal,
  type ContractFacts,
  lastDayOf,
  proposeEnd,
} from '../../../domain/contracts/cancellation.ts';
import type { FreezeRefusal } from '../../../domain/contracts/freezing.ts';
import { contractTermsOn } from '../../../domain/contracts/turns.ts';
import type { FreezePolicy } from '../../../domain/contracts/plan.ts';
import { suggestFreeze } from '../../../domain/contracts/freeze-suggestion.ts';
import type { AnsweredContract } from '../../../api/contracts.ts';
import type { Cycle } from '../../../domain/kernel/cycle.ts';
import type { Currency } from '../../../domain/kernel/money.ts';
import { answerContracts } from '../../contracts/answer-contracts.ts';
import type { ContractRecord } from '../../contracts/contract-record.ts';
import { factsOf } from '../../contracts/load-facts.ts';
import { loadContractsOf } from '../../contracts/load-contracts.ts';
import { problemText } from '../../platform/http/problem-text.ts';
import { withTax } from '../prices.ts';
import type { Visiting } from '../visiting.ts';

/** The visitor's own contracts, those in force first. */
export async function loadContracts(visiting: Visiting): Promise<readonly ContractView[]> {
  const { customerId, shell, caller } = visiting;
  if (customerId === null) return [];
  const places = await visiting.places();
  const order = { frozen: 0, active: 0, scheduled: 1, ended: 2, void: 3 };
  const views = await shell.read(caller, async (work) => {
    const { contracts, plans } = await loadContractsOf(work, customerId);
    const answers = await answerContracts(work.tx, { contracts, plans, at: work.now });
    return contracts.map((contract, index) => {
      const answered = answers[index] as AnsweredContract;
      const facts = factsOf(work, contract, plans, false);
      return viewOf(visiting, { contract, answered, facts, places });
    });
  });
  return views.toSorted((a, b) => order[a.status] - order[b.status]);
}

interface Seen {
  readonly contract: ContractRecord;
  readonly answered: AnsweredContract;
  /** As they bind a customer. */
  readonly facts: ContractFacts;
  readonly places: Awaited<ReturnType<Visiting['places']>>;
}

function viewOf(visiting: Visiting, seen: Seen): ContractView {
  const { answered, facts, places } = seen;
  const place = places.find(({ id }) => id === answered.locationId);
  const stated = {
    amount: answered.price.amount * answered.quantity,
    currency: answered.price.currency as Currency,
  };
  const isOver = answered.status === 'ended' || answered.status === 'void';
  const termEnd = answered.minimumTermEndDay as Day | null;
  return {
    id: answered.id,
    planName: answered.planName,
    locationId: answered.locationId,
    locationName: place?.name ?? '',
    status: answered.status,
    startDay: answered.startDay as Day,
    lastDay: answered.lastDay as Day | null,
    minimumTermLastDay: termEnd !== null && termEnd > facts.today ? addDays(termEnd, -1) : null,
    price: place === undefined ? stated : withTax(stated, place),
    every: answered.cycle.every,
    unit: answered.cycle.unit,
    nextBillDay: answered.nextInvoiceDay as Day | null,
    frozen: frozenOf(visiting, seen),
    freezeAhead: isOver ? null : freezeAheadOf(answered),
    nextPlanName: nextPlanOf(answered),
    acts: isOver
      ? null
      : { freeze: freezeOffer(visiting, seen), cancel: cancelOffer(visiting, seen), keep: mayKeep(seen) },
  };
}

/** A contract that only keeps its price changes to no other plan. */
const nextPlanOf = ({ planId, nextPlan }: Seen['answered']): string | null =>
  nextPlan === null || nextPlan.planId === planId ? null : nextPlan.planName;

function frozenOf({ phrase }: Visiting, { answered, facts }: Seen): ContractView['frozen'] {
  const freeze = answered.freezes.find(({ state }) => state === 'inForce');
  if (answered.status !== 'frozen' || freeze === undefined) return null;
  return {
    untilDay: freeze.untilDay as Day | null,
    pauses: phrase('portal-contracts.pauses'),
    mayResume: policyOf(facts).freeze.byCustomers,
  };
}

const freezeAheadOf = ({ freezes }: AnsweredContract): ContractView['freezeAhead'] => {
  const next = freezes.find(({ state }) => state === 'scheduled');
  return next === undefined
    ? null
    : { fromDay: next.fromDay as Day, untilDay: next.untilDay as Day | null };
};

const policyOf = ({ contract, termsOfPlan, today }: ContractFacts) =>
  termsOfPlan(contractTermsOn(contract, today).planId);

function freezeOffer(visiting: Visiting, { contract, facts }: Seen): Closed | FreezeOffer {
  const suggested = suggestFreeze(facts, contract.zone);
  if (typeof suggested === 'string') return closed(visiting, suggested);
  const { freeze, cycle } = policyOf(facts);
  return { why: null, ...suggested, limits: limitsOf(visiting, freeze, cycle) };
}

function limitsOf({ phrase }: Visiting, { cyclesMax, timesPerYear }: FreezePolicy, cycle: Cycle): string[] {
  const limits: string[] = [];
  if (cyclesMax !== null) {
    const count = cyclesMax * cycle.every;
    limits.push(phrase(`portal-contracts.limit.${cycle.unit}`, { count }));
  }
  if (timesPerYear !== null) limits.push(phrase('portal-contracts.limit.times', { count: timesPerYear }));
  return limits;
}

function cancelOffer(visiting: Visiting, { facts }: Seen): Closed | CancelOffer {
  const end = proposeEnd(facts, null);
  if (typeof end === 'string') return closed(visiting, end);
  const because = proposeEnd(facts, { at: 'now' });
  return {
    why: null,
    lastDay: lastDayOf(end.endDay) ?? facts.today,
    because: typeof because === 'string' ? 'wished' : because.because,
  };
}

/** In the words of the problem that asking would answer with; where days are at fault, none is left. */
const closed = ({ language, phrase }: Visiting, code: FreezeRefusal | CancelRefusal): Closed => ({
  why: isProblem(code) ? problemText(code, language).detail : phrase('portal-contracts.endsBefore'),
});

const isProblem = (code: string): code is ProblemCode => Object.hasOwn(problems, code);

const mayKeep = ({ contract }: Seen): boolean =>
  contract.endDay !== null && contract.cancelledBy === contract.customerId;
