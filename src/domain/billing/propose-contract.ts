import { type Day, earlierDay, laterDay } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Interval } from '../kernel/interval.ts';
import { startOfDay } from '../kernel/zone.ts';
import {
  agreedOn,
  type BillingCycle,
  type ContractReading,
  cyclesOf,
  dueDayOf,
  isVoid,
} from './billing-cycle.ts';
import { correctionLine, linesOfParts, signUpFeeLine } from './contract-lines.ts';
import { type CyclePrice, priceOfCycle } from './cycle-price.ts';
import type { BilledCycle, TaxTerms } from './facts.ts';
import { type SuspendedTime, verdictOn } from './missed-cycles.ts';
import type { ProposedLine, Skip, SkipReason } from './proposal.ts';

/** The times that stop the invoicing of a contract, and the day through which everything is billed. */
export interface ContractQuestion {
  readonly suspended: readonly SuspendedTime[];
  readonly archivings: readonly Interval[];
  readonly throughDay: Day;
  /** Suspended or archived now: nothing of the contract is invoiced, whatever its cycles (SUS-2). */
  readonly stopped: 'suspended' | 'archived' | null;
}

export interface ContractProposal {
  readonly lines: readonly ProposedLine[];
  /** Of the latest cycle due that is not billed. */
  readonly skip: Skip | null;
}

/**
 * What of a contract is to be billed: for each cycle what it should have come to by all that is known today,
 * less what has been billed for it. A cycle not yet billed gives its own lines, one billed gives a correction
 * (RUN-5).
 */
export function proposeContract(reading: ContractReading, question: ContractQuestion): ContractProposal {
  const { contract } = reading;
  const lines: ProposedLine[] = [];
  const left = new Map(
    Map.groupBy(
      contract.billed.filter(({ item }) => item === 'cycle'),
      (one) => one.cycleStartDay,
    ),
  );
  let skip: Skip | null = null;
  let last: BillingCycle | null = null;
  for (const cycle of cyclesToLookAt(reading, question)) {
    last = cycle;
    const billed = left.get(cycle.startDay) ?? [];
    left.delete(cycle.startDay);
    const found = proposeCycle(reading, { cycle, billed }, question);
    lines.push(...found.lines);
    if (found.lines.length > 0 || billed.length > 0) skip = null;
    if (found.skip !== null) skip = found.skip;
  }
  if (last !== null && isOver(reading, last, question.throughDay)) skip = null;
  for (const billed of left.values())
    lines.push(...correctionLine(reading, { billed, target: 0, cycle: null }));
  const fee = feeLines(reading, question);
  const all = [...fee, ...lines];
  if (question.stopped === null) return { lines: all, skip };
  return {
    lines: [],
    skip: all.length === 0 && skip === null ? null : stoppedSkip(reading, all, skip, question.stopped),
  };
}

/** What a cycle should come to; null: it is not billed. */
function targetOfCycle(
  reading: ContractReading,
  { cycle, billed }: CycleAndBilled,
  question: Pick<ContractQuestion, 'suspended' | 'archivings'>,
): { price: CyclePrice; dueDay: Day } | { reason: SkipReason } | 'keep' {
  const { contract, place } = reading;
  const dueDay = dueDayOf(reading, cycle);
  const untilDay = coveredUntil(reading, cycle);
  const stops = question.suspended.length + question.archivings.length > 0;
  if (!stops) {
    return {
      dueDay,
      price: priceOfCycle(reading, cycle, { fromDay: cycle.startDay, untilDay, byDays: false }),
    };
  }
  const billingAt = startOfDay(dueDay, place.zone);
  const verdict = verdictOn({ ...cycle, billingAt }, { ...question, zone: place.zone });
  const before = billedBefore(billed, verdict.billed ? verdict.since : null);
  if (!verdict.billed && billed.length > 0) return 'keep';
  if (!verdict.billed) return { reason: verdict.because };
  const fromDay = before ? cycle.startDay : verdict.fromDay;
  const byDays = fromDay > laterDay(cycle.startDay, contract.startDay);
  const notBefore = verdict.notBefore ?? dueDay;
  return {
    dueDay: laterDay(dueDay, notBefore),
    price: priceOfCycle(reading, cycle, { fromDay, untilDay, byDays }),
  };
}

interface CycleAndBilled {
  readonly cycle: BillingCycle;
  readonly billed: readonly BilledCycle[];
}

function* cyclesToLookAt(
  reading: ContractReading,
  { throughDay }: ContractQuestion,
): Generator<BillingCycle> {
  const { contract } = reading;
  if (isVoid(contract)) return;
  const lastBilled = contract.billed.reduce(
    (last, { cycleStartDay }) => laterDay(last, cycleStartDay),
    throughDay,
  );
  for (const cycle of cyclesOf(reading)) {
    if (cycle.startDay > lastBilled) return;
    if (contract.endDay !== null && cycle.startDay >= coveredUntil(reading, cycle)) return;
    if (contract.nextInvoiceDay === null || cycle.startDay >= contract.nextInvoiceDay) yield cycle;
  }
}

function proposeCycle(
  reading: ContractReading,
  { cycle, billed }: CycleAndBilled,
  question: ContractQuestion,
): ContractProposal {
  const target = targetOfCycle(reading, { cycle, billed }, question);
  if (target === 'keep') return nothing;
  if ('reason' in target) {
    if (dueDayOf(reading, cycle) > question.throughDay) return nothing;
    return { lines: [], skip: skipOf(reading, cycle, target.reason) };
  }
  const { price, dueDay } = target;
  if (billed.length > 0) {
    const total = price.parts.reduce((sum, { amount }) => sum + amount, 0);
    return { lines: correctionLine(reading, { billed, target: total, cycle }), skip: null };
  }
  if (dueDay > question.throughDay) return nothing;
  const tax = taxOn(reading, dueDay);
  const lines = linesOfParts(reading, {
    cycle,
    parts: price.parts,
    tax,
    coveredUntilDay: coveredUntil(reading, cycle),
  });
  if (lines.length > 0) return { lines, skip: null };
  return { lines, skip: skipOf(reading, cycle, price.frozenDays > 0 ? 'frozen' : 'free') };
}

/** The contract ended in a cycle that is past: nobody needs to hear of it in every run to come. */
const isOver = ({ contract }: ContractReading, cycle: BillingCycle, throughDay: Day): boolean =>
  contract.endDay !== null && contract.endDay <= cycle.endDay && throughDay >= cycle.turn.endDay;

const nothing: ContractProposal = { lines: [], skip: null };

/**
 * The first day of the cycle that is not paid for. Days already billed beyond the contract's end stay billed
 * unless an admin cut the contract short or the plan prorates its last cycle (CON-4).
 */
function coveredUntil({ contract }: ContractReading, cycle: BillingCycle): Day {
  if (contract.endDay === null) return cycle.endDay;
  const kept =
    contract.proratesLastCycle === true
      ? contract.endDay
      : contract.billed.reduce(
          (until, { coveredUntilDay }) => laterDay(until, coveredUntilDay),
          contract.endDay,
        );
  return earlierDay(kept, cycle.endDay);
}

const billedBefore = (billed: readonly BilledCycle[], since: Instant | null): boolean =>
  since !== null && billed.some(({ billedAt }) => billedAt <= since);

const taxOn = ({ place }: ContractReading, day: Day): TaxTerms => place.taxOn(day);

/** The sign-up fee, once, with the first cycle (CYC-1); whoever was imported has signed up elsewhere. */
function feeLines(reading: ContractReading, { throughDay }: ContractQuestion): readonly ProposedLine[] {
  const { contract } = reading;
  const billed = contract.billed.filter(({ item }) => item === 'signUpFee');
  const first = cyclesOf(reading).next().value;
  if (isVoid(contract)) {
    return billed.length === 0 ? [] : correctionLine(reading, { billed, target: 0, cycle: null });
  }
  if (billed.length > 0 || contract.imported || contract.nextInvoiceDay !== null) return [];
  const dueDay = dueDayOf(reading, first);
  if (dueDay > throughDay) return [];
  const fee = agreedOn(reading, contract.startDay).plan.signUpFees[contract.currency] ?? 0;
  return fee === 0 ? [] : [signUpFeeLine(reading, fee, taxOn(reading, dueDay))];
}

function skipOf(reading: ContractReading, cycle: BillingCycle, reason: SkipReason): Skip {
  const { contract } = reading;
  const untilDay = coveredUntil(reading, cycle);
  const whole = priceOfCycle(reading, cycle, { fromDay: cycle.startDay, untilDay, byDays: false });
  return {
    customerId: contract.customerId,
    contractId: contract.id,
    chargeId: null,
    locationId: contract.locationId,
    reason,
    startDay: cycle.startDay,
    endDay: untilDay,
    currency: contract.currency,
    amount: whole.parts.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** While the customer is suspended or archived, all that would have been billed is one skip. */
function stoppedSkip(
  { contract }: ContractReading,
  lines: readonly ProposedLine[],
  skip: Skip | null,
  reason: SkipReason,
): Skip {
  const latest = skip ?? lines.findLast(({ startDay }) => startDay !== null);
  return {
    customerId: contract.customerId,
    contractId: contract.id,
    chargeId: null,
    locationId: contract.locationId,
    reason,
    startDay: latest?.startDay ?? null,
    endDay: latest?.endDay ?? null,
    amount: lines.reduce((sum, { amount }) => sum + amount, 0) + (skip?.amount ?? 0),
    currency: contract.currency,
  };
}
