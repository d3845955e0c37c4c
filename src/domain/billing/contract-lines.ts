import type { Instant } from '../kernel/instant.ts';
import { dayAt } from '../kernel/zone.ts';
import { type Day, earlierDay, laterDay } from '../kernel/day.ts';
import type { BillingCycle, ContractReading } from './billing-cycle.ts';
import { isVoid } from './billing-cycle.ts';
import type { CyclePart } from './cycle-price.ts';
import type { BilledCycle, TaxTerms } from './facts.ts';
import type { CorrectionReason, LineOfCycle, ProposedLine } from './proposal.ts';
import { taxed } from './tax.ts';

/**
 * The lines of a cycle billed for the first time: the base line, then each part with its own dates (CYC-2).
 */
export function linesOfParts(
  reading: ContractReading,
  of: { cycle: BillingCycle; parts: readonly CyclePart[]; tax: TaxTerms; coveredUntilDay: Day },
): readonly ProposedLine[] {
  return of.parts
    .filter(({ amount }) => amount !== 0)
    .map((part, number) => {
      const isWhole = part.days === part.ofDays;
      return lineOf(reading, {
        kind: part.kind,
        name: reading.planOf(part.planId).name,
        amount: part.amount,
        tax: of.tax,
        quantity: isWhole ? part.quantity : 1,
        unitPrice: isWhole ? part.price : part.amount,
        startDay: part.startDay,
        endDay: part.endDay,
        days: isWhole ? null : { billed: part.days, of: part.ofDays },
        reason: null,
        cycle: lineOfCycle(reading, {
          startDay: of.cycle.startDay,
          item: 'cycle',
          number,
          until: of.coveredUntilDay,
        }),
      });
    });
}

/** On the first invoice (CYC-1). */
export function signUpFeeLine(reading: ContractReading, fee: number, tax: TaxTerms): ProposedLine {
  const { contract } = reading;
  const planId = contract.terms[0]?.planId;
  return lineOf(reading, {
    kind: 'signUpFee',
    name: planId === undefined ? '' : reading.planOf(planId).name,
    amount: fee,
    tax,
    quantity: 1,
    unitPrice: fee,
    startDay: null,
    endDay: null,
    days: null,
    reason: null,
    cycle: lineOfCycle(reading, {
      startDay: contract.startDay,
      item: 'signUpFee',
      number: 0,
      until: contract.startDay,
    }),
  });
}

/**
 * The difference between what should have been billed and what was, with its reason; nothing where they
 * agree.
 */
export function correctionLine(
  reading: ContractReading,
  of: { billed: readonly BilledCycle[]; target: number; cycle: BillingCycle | null },
): readonly ProposedLine[] {
  const { billed, target, cycle } = of;
  const [first] = billed;
  const amount = target - billed.reduce((sum, one) => sum + one.amount, 0);
  if (amount === 0 || first === undefined) return [];
  const coveredUntilDay = billed.reduce(
    (until, one) => laterDay(until, one.coveredUntilDay),
    first.coveredUntilDay,
  );
  const cycleEndDay = laterDay(cycle?.endDay ?? coveredUntilDay, coveredUntilDay);
  const changed = latestChange(reading, { billed, amount, endDay: cycleEndDay });
  const number = Math.max(...billed.map((one) => one.number)) + 1;
  const startDay = laterDay(changed.fromDay, first.cycleStartDay);
  const endDay = changed.untilDay === null ? cycleEndDay : earlierDay(changed.untilDay, cycleEndDay);
  return [
    lineOf(reading, {
      kind: 'correction',
      name: planNameOn(reading, first.cycleStartDay),
      amount,
      tax: first.tax,
      quantity: 1,
      unitPrice: amount,
      startDay: startDay < endDay ? startDay : null,
      endDay: startDay < endDay ? endDay : null,
      days: null,
      reason: changed.reason,
      cycle: lineOfCycle(reading, {
        startDay: first.cycleStartDay,
        item: first.item,
        number,
        until: coveredUntilDay,
      }),
    }),
  ];
}

/**
 * Which of the contract's facts changed since the cycle was last billed, the latest first, and for which
 * days. A freeze takes its own days back; days that come back to be billed are those after it.
 */
function latestChange(
  reading: ContractReading,
  { billed, amount, endDay }: { billed: readonly BilledCycle[]; amount: number; endDay: Day },
): Omit<Change, 'at'> {
  const { contract, place } = reading;
  const since = Math.max(...billed.map(({ billedAt }) => billedAt));
  const startDay = billed[0]?.cycleStartDay ?? contract.startDay;
  const changes: Change[] = [];
  for (const { changedAt: at, fromDay, untilDay } of contract.freezes) {
    if (fromDay >= endDay || (untilDay !== null && untilDay <= startDay)) continue;
    const comesBack = amount > 0 && untilDay !== null && untilDay < endDay;
    changes.push({
      at, reason: 'freeze',
      fromDay: comesBack ? untilDay : fromDay,
      untilDay: comesBack ? null : untilDay,
    });
  }
  for (const { madeAt, fromDay } of contract.terms)
    changes.push({ at: madeAt, reason: 'change', fromDay, untilDay: null });
  if (contract.cancelledAt !== null && contract.endDay !== null) {
    const reason = isVoid(contract) ? 'cancelled' : 'end';
    const fromDay = laterDay(contract.endDay, startDay);
    changes.push({ at: contract.cancelledAt, reason, fromDay, untilDay: null });
  }
  const latest = changes.filter(({ at }) => at >= since).sort((a, b) => b.at - a.at)[0];
  return latest ?? { reason: 'price', fromDay: dayAt(contract.during.start, place.zone), untilDay: null };
}

interface Change {
  readonly at: Instant;
  readonly reason: CorrectionReason;
  readonly fromDay: Day;
  /** The first day that it does not touch; null: the end of what was billed. */
  readonly untilDay: Day | null;
}

function planNameOn({ contract, planOf }: ContractReading, on: Day): string {
  const terms = contract.terms.findLast(({ fromDay }) => fromDay <= on) ?? contract.terms[0];
  return terms === undefined ? '' : planOf(terms.planId).name;
}

const lineOfCycle = (
  { contract }: ContractReading,
  of: { startDay: Day; item: LineOfCycle['item']; number: number; until: Day },
): LineOfCycle => ({
  contractId: contract.id,
  cycleStartDay: of.startDay,
  item: of.item,
  number: of.number,
  coveredUntilDay: of.until,
});

type Draft = Pick<
  ProposedLine,
  | 'kind'
  | 'name'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'startDay'
  | 'endDay'
  | 'days'
  | 'reason'
  | 'cycle'
>;

const lineOf = (
  { contract }: ContractReading,
  { tax, ...draft }: Draft & { tax: TaxTerms },
): ProposedLine => ({
  ...draft,
  ...taxed(draft.amount, tax),
  taxRate: tax.rate,
  includesTax: tax.includesTax,
  locationId: contract.locationId,
  chargeId: null,
});
