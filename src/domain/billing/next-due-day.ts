import { type Day, laterDay } from '../kernel/day.ts';
import type { Interval } from '../kernel/interval.ts';
import { startOfDay } from '../kernel/zone.ts';
import { type ContractReading, cyclesOf, dueDayOf, isVoid } from './billing-cycle.ts';
import { priceOfCycle } from './cycle-price.ts';
import { type SuspendedTime, verdictOn } from './missed-cycles.ts';

/** Cycles to come that are looked at: a price may begin later, a freeze may end. */
const cyclesAhead = 24;

/**
 * The next day with which a cycle of the contract is billed and costs something, not before today; what is
 * late is due today. Null: none is coming, by all that is known now (RUN-4).
 */
export function nextDueDay(
  reading: ContractReading,
  of: { today: Day; suspended: readonly SuspendedTime[]; archivings: readonly Interval[] },
): Day | null {
  const { contract, place } = reading;
  if (isVoid(contract)) return null;
  const lastBilled = contract.billed.reduce((last, one) => laterDay(last, one.cycleStartDay), '' as Day);
  let ahead = 0;
  for (const cycle of cyclesOf(reading)) {
    if (contract.endDay !== null && contract.endDay <= cycle.startDay) return null;
    const dueDay = dueDayOf(reading, cycle);
    if (dueDay > of.today && (ahead += 1) > cyclesAhead) return null;
    const isBilled = cycle.startDay <= lastBilled;
    if (isBilled || (contract.nextInvoiceDay !== null && cycle.startDay < contract.nextInvoiceDay)) continue;
    const verdict = verdictOn(
      { ...cycle, billingAt: startOfDay(dueDay, place.zone) },
      { ...of, zone: place.zone },
    );
    if (!verdict.billed) continue;
    const untilDay = contract.endDay ?? cycle.endDay;
    const { parts } = priceOfCycle(reading, cycle, { fromDay: verdict.fromDay, untilDay, byDays: false });
    if (parts.some(({ amount }) => amount !== 0))
      return [dueDay, verdict.notBefore ?? dueDay].reduce(laterDay, of.today);
  }
  return null;
}
