import { addDays, type Day, earlierDay, laterDay } from '../kernel/day.ts';
import { type ContractReading, cyclesOf, isVoid } from './billing-cycle.ts';
import type { WaitingCharge } from './facts.ts';

/**
 * The day with which a charge is invoiced (CHG-2): at once, or with the next billing day of any of the
 * customer's contracts at the same legal entity and currency. With none there, at once; what is left when the
 * last contract ends, on its last day. `readings` are of all the customer's contracts.
 */
export function chargeDueDay(charge: WaitingCharge, readings: readonly ContractReading[]): Day {
  if (charge.invoicing === 'now') return charge.ripeDay;
  const there = readings.filter(
    ({ contract, place }) =>
      place.legalEntityId === charge.legalEntityId &&
      contract.currency === charge.currency &&
      !isVoid(contract) &&
      (contract.endDay === null || contract.endDay > charge.ripeDay),
  );
  const next = there
    .map((reading) => nextBillingDay(reading, charge.ripeDay))
    .filter((day) => day !== null);
  if (next.length > 0) return next.reduce(earlierDay);
  const ends = there.map(({ contract }) => contract.endDay).filter((day) => day !== null);
  return ends.length > 0 ? addDays(ends.reduce(laterDay), -1) : charge.ripeDay;
}

/** The first day after `after` on which a cycle of the contract begins, or null when it ends before. */
function nextBillingDay(reading: ContractReading, after: Day): Day | null {
  const { contract } = reading;
  if (contract.startDay > after) return contract.startDay;
  for (const cycle of cyclesOf(reading)) {
    if (contract.endDay !== null && contract.endDay <= cycle.endDay) return null;
    if (cycle.endDay > after) return cycle.endDay;
  }
  return null;
}
