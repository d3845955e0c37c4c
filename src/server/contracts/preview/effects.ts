import type { Effects } from '../../../api/contracts.ts';
import type { AnsweredTouched } from '../../../api/touched-booking.ts';
import { type Day, laterDay } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { holds } from '../../../domain/kernel/interval.ts';
import { dayAt, startOfDay } from '../../../domain/kernel/zone.ts';
import { contractStatusAt } from '../../../domain/contracts/contract.ts';
import { type Plans, termsIn } from '../../plans/load-plans.ts';
import type { Work } from '../../platform/work/shell.ts';
import { answerContracts } from '../answer-contracts.ts';
import type { ContractRecord, CoveringRecord } from '../contract-record.ts';
import { loadContracts, loadCovering } from '../load-contracts.ts';
import { differenceOf, type LineAhead, type LinesAhead, lookThrough } from './money-ahead.ts';

type Effect = Effects['stops'][number];
export type Verb = 'start' | 'cancel' | 'freeze' | 'resume' | 'changePlan';

/** What a verb does to the contract, and from when. */
export interface Done {
  readonly verb: Verb;
  readonly contractId: string;
  readonly fromAt: Instant;
  readonly fromDay: Day;
  readonly untilAt: Instant | null;
  readonly untilDay: Day | null;
  /** Already made, and now refused or dearer (BKA-5). */
  readonly bookings: readonly AnsweredTouched[];
}

/** What a preview has found inside its transaction; the money is compared once that has been taken back. */
export interface Found {
  readonly effects: Effects;
  readonly throughDay: Day;
  readonly after: readonly LineAhead[];
}

/** BKA-5 and the four verbs of a restriction: what stops, what goes on, which bookings lie in it. */
export async function effectsOf(work: Work, done: Done, linesAhead: LinesAhead): Promise<Found> {
  const [changed] = await loadContracts(work.tx, { ids: [done.contractId] });
  if (changed === undefined) throw new RangeError(`contract ${done.contractId} was not found again`);
  const { contracts, plans } = await loadCovering(work, changed.customerId);
  const others = contracts.filter((other) => other.id !== changed.id && isCovering(other, done.fromAt));
  const today = dayAt(work.now, changed.zone);
  const throughDay = lookThrough(done.untilDay ?? laterDay(done.fromDay, today), today);
  const [contract] = await answerContracts(work.tx, { contracts: [changed], plans, at: work.now });
  const effects: Effects = {
    preview: true,
    contract: contract as Effects['contract'],
    effectiveDay: done.fromDay,
    ...consequences(work, done, { changed, others, plans }),
    bookings: [...done.bookings],
    billing: null,
  };
  return { effects, throughDay, after: await linesAhead(work, changed.customerId, throughDay) };
}

/** The effects with the money: what would have been invoiced without the change, and what with it. */
export const withMoney = ({ effects, after }: Found, before: readonly LineAhead[]): Effects => ({
  ...effects,
  billing: differenceOf(before, after, effects.contract.price.currency),
});

interface Around {
  readonly changed: ContractRecord;
  readonly others: readonly ContractRecord[];
  readonly plans: Plans;
}

function consequences(work: Work, done: Done, around: Around): { stops: Effect[]; goesOn: Effect[] } {
  const gives = whatItGives(work, around);
  const others: Effect[] = around.others.map((other) => ({
    code: 'otherContract',
    facts: factsOf(other, around.plans),
  }));
  const member: Effect = { code: 'membership', facts: factsOf(around.changed, around.plans) };
  const always: Effect[] = [
    { code: 'signIn', facts: {} },
    { code: 'bookingsMade', facts: {} },
  ];
  if (done.verb === 'freeze') {
    const billing = freezeBilling(around);
    const isBilled = billing.code !== 'contractBilling';
    return {
      stops: isBilled ? gives : [...gives, billing],
      goesOn: [member, ...others, ...always, ...(isBilled ? [billing] : [])],
    };
  }
  if (done.verb === 'cancel') {
    const billing: Effect = { code: 'contractBilling', facts: {} };
    return others.length === 0
      ? { stops: [member, ...gives, billing], goesOn: [...always, { code: 'history', facts: {} }] }
      : { stops: [...gives, billing], goesOn: [member, ...others, ...always] };
  }
  return { stops: [], goesOn: [member, ...gives, ...others] };
}

function freezeBilling({ changed }: Around): Effect {
  const billing = changed.freezes.at(-1)?.billing ?? 'none';
  if (billing === 'full') return { code: 'billedInFull', facts: {} };
  return typeof billing === 'object'
    ? { code: 'billedFee', facts: { fee: { amount: billing.fee, currency: changed.currency } } }
    : { code: 'contractBilling', facts: {} };
}

/** Passes, booking rights and member prices that come from this contract (CON-7). */
function whatItGives(work: Work, { changed, plans }: Around): Effect[] {
  const planId =
    changed.terms.findLast(({ fromAt }) => fromAt <= work.now)?.planId ?? changed.terms[0]?.planId;
  if (planId === undefined) return [];
  const { benefits, entitlements } = termsIn(plans, work.now)(planId);
  const passes = benefits.map(({ passId, quantity }): Effect => ({
    code: 'passes',
    facts: { passId, quantity },
  }));
  const rights: Effect[] = [];
  if (entitlements.resourceTypeIds.length + entitlements.resourceIds.length > 0) {
    rights.push({ code: 'bookingRights', facts: {} });
  }
  if (entitlements.accessWithoutPass) rights.push({ code: 'accessWithoutPass', facts: {} });
  rights.push({ code: 'memberPrices', facts: { percent: entitlements.bookingDiscountPercent } });
  return [...passes, ...rights];
}

const factsOf = (contract: ContractRecord, plans: Plans): Effect['facts'] => ({
  contractId: contract.id,
  planName: plans.get(contract.terms[0]?.planId ?? ('' as never))?.name ?? '',
});

const isCovering = (contract: CoveringRecord, at: Instant): boolean =>
  (contract.seatsHeld === null || contract.seatsHeld.some((seat) => holds(seat, at))) &&
  holds(contract.during, at) && ['active', 'frozen'].includes(contractStatusAt(contract, at));

export const fromDayOf = (contract: ContractRecord, day: Day): Pick<Done, 'fromAt' | 'fromDay'> => ({
  fromAt: startOfDay(day, contract.zone),
  fromDay: day,
});

export const untilDayOf = (
  contract: ContractRecord,
  day: Day | null,
): Pick<Done, 'untilAt' | 'untilDay'> => ({
  untilAt: day === null ? null : startOfDay(day, contract.zone),
  untilDay: day,
});
