import type { Id } from '../kernel/id.ts';
import { type Day, daysBetween, earlierDay, laterDay, periodHasDay } from '../kernel/day.ts';
import { roundedShare } from '../kernel/money.ts';
import { agreedOn, type BillingCycle, type ContractReading } from './billing-cycle.ts';
import type { BilledFreeze } from './facts.ts';

/** The days of a cycle that cost the same, on one line with its dates (CYC-2). */
export interface CyclePart {
  /** `freeze` takes the days of a freeze off the line of its terms; its amount is below nothing. */
  readonly kind: 'contract' | 'freeze' | 'freezeFee';
  readonly planId: Id<'pla'>;
  readonly startDay: Day;
  readonly endDay: Day;
  /** Days billed, of the days of the whole cycle. */
  readonly days: number;
  readonly ofDays: number;
  readonly price: number;
  readonly quantity: number;
  readonly amount: number;
}

/** What a cycle costs, and how many of its days cost nothing because they are frozen. */
export interface CyclePrice {
  readonly parts: readonly CyclePart[];
  readonly frozenDays: number;
  readonly freeze: BilledFreeze | null;
}

/**
 * Prices the days of a cycle from `fromDay` up to `untilDay`. Each part is price × days ÷ days of the cycle,
 * rounded once. A part cycle at the start or the end is prorated by days, charged in full, or free, as the
 * plan says (CYC-1). Frozen days follow their freeze's policy (CON-6): what is not billed of them, and what
 * is, stand on lines of their own (CYC-2).
 */
export function priceOfCycle(
  reading: ContractReading,
  cycle: BillingCycle,
  covered: { fromDay: Day; untilDay: Day; byDays: boolean },
): CyclePrice {
  const fromDay = laterDay(cycle.startDay, covered.fromDay);
  const untilDay = earlierDay(cycle.endDay, covered.untilDay);
  if (untilDay <= fromDay) return { parts: [], frozenDays: 0, freeze: null };
  const stretches = stretchesOf(reading, fromDay, untilDay);
  const frozen = stretches.filter(({ freeze }) => freeze?.billing === 'none');
  const ofDays = daysBetween(cycle.turn.startDay, cycle.turn.endDay);
  const mode = covered.byDays ? 'byDays' : modeOf(reading, cycle, untilDay);
  const whole = mode === 'full' ? daysBetween(fromDay, untilDay) : ofDays;
  const alike = Map.groupBy(stretches, ({ termsFromDay }) => termsFromDay);
  return {
    parts: mode === 'free' ? [] : [...alike.values()].flatMap((group) => partsOf(reading, group, whole)),
    frozenDays: frozen.reduce((sum, { days }) => sum + days, 0),
    freeze: frozen.at(-1)?.freeze ?? null,
  };
}

interface Stretch {
  readonly startDay: Day;
  readonly endDay: Day;
  readonly days: number;
  readonly termsFromDay: Day;
  readonly freeze: BilledFreeze | null;
}

function stretchesOf({ contract }: ContractReading, fromDay: Day, untilDay: Day): readonly Stretch[] {
  const cuts = new Set<Day>([fromDay]);
  const days = [...contract.terms.map((terms) => terms.fromDay), ...contract.freezes.flatMap(daysOfFreeze)];
  for (const day of days) if (day !== null && fromDay < day && day < untilDay) cuts.add(day);
  const starts = [...cuts].sort();
  return starts.map((startDay, index) => {
    const endDay = starts[index + 1] ?? untilDay;
    const terms = contract.terms.findLast((one) => one.fromDay <= startDay) ?? contract.terms[0];
    const freeze = contract.freezes.find((one) => hasDay(one, startDay)) ?? null;
    return {
      startDay,
      endDay,
      days: daysBetween(startDay, endDay),
      termsFromDay: terms?.fromDay ?? startDay,
      freeze: freeze?.billing === 'full' ? null : freeze,
    };
  });
}

const daysOfFreeze = ({ fromDay, untilDay }: BilledFreeze): readonly (Day | null)[] => [fromDay, untilDay];
const hasDay = ({ fromDay, untilDay }: BilledFreeze, day: Day): boolean =>
  periodHasDay({ startDay: fromDay, endDay: untilDay }, day);

function modeOf(reading: ContractReading, cycle: BillingCycle, untilDay: Day): 'byDays' | 'full' | 'free' {
  const { contract } = reading;
  const startsInside = cycle.startDay > cycle.turn.startDay;
  const cutByChange = cycle.endDay < cycle.turn.endDay && untilDay === cycle.endDay;
  const endsInside = untilDay < cycle.endDay;
  if (!startsInside && !endsInside && !cutByChange) return 'byDays';
  if (cutByChange || (startsInside && cycle.startDay > contract.startDay)) return 'byDays';
  if (endsInside && contract.proratesLastCycle === true) return 'byDays';
  return agreedOn(reading, cycle.startDay).plan.billing.proration;
}

/** The days of one agreement: all of them, less each freeze, plus what the freezes cost. */
function partsOf(reading: ContractReading, group: readonly Stretch[], whole: number): readonly CyclePart[] {
  const billed = group.filter(({ freeze }) => freeze === null);
  const freezes = [...Map.groupBy(group, ({ freeze }) => freeze)].filter(([freeze]) => freeze !== null);
  const fees = freezes
    .filter(([freeze]) => freeze?.billing !== 'none')
    .map(([, stretches]) => partOf(reading, stretches, { kind: 'freezeFee', whole }));
  if (billed.length === 0) return fees;
  const line = partOf(reading, group, { kind: 'contract', whole });
  let left = partOf(reading, billed, { kind: 'contract', whole }).amount - line.amount;
  const taken = freezes.map(([, stretches], index): CyclePart => {
    const part = partOf(reading, stretches, { kind: 'freeze', whole });
    const amount = index === freezes.length - 1 ? left : -part.amount;
    left -= amount;
    return { ...part, price: amount, quantity: 1, amount };
  });
  return [line, ...taken, ...fees];
}

function partOf(
  reading: ContractReading,
  group: readonly Stretch[],
  { kind, whole }: { kind: CyclePart['kind']; whole: number },
): CyclePart {
  const first = group[0] as Stretch;
  const last = group.at(-1) as Stretch;
  const { terms, plan } = agreedOn(reading, first.startDay);
  const fee =
    kind === 'freezeFee' && typeof first.freeze?.billing === 'object' ? first.freeze.billing.fee : null;
  const price = fee ?? terms.price ?? plan.prices[reading.contract.currency] ?? 0;
  const quantity = fee === null ? terms.quantity : 1;
  const days = group.reduce((sum, stretch) => sum + stretch.days, 0);
  return {
    kind,
    planId: terms.planId,
    startDay: first.startDay,
    endDay: last.endDay,
    days,
    ofDays: whole,
    price,
    quantity,
    amount: roundedShare(price * quantity, days, whole),
  };
}
