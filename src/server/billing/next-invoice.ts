import {
  agreedOn,
  type ContractReading,
  cyclesOf,
  dueDayOf,
  isVoid,
} from '../../domain/billing/billing-cycle.ts';
import { chargeDueDay } from '../../domain/billing/charge-due.ts';
import type { PayerFacts } from '../../domain/billing/facts.ts';
import { type Proposal, proposeInvoices } from '../../domain/billing/propose-invoices.ts';
import { type Day, earlierDay, laterDay } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import {
  type BillingGround,
  loadBillingFacts,
  loadBillingGround,
  type PayersLoaded,
} from './load-billing-facts.ts';

export interface NextInvoice extends Proposal {
  readonly loaded: PayersLoaded;
  readonly ground: BillingGround;
  /** The day with which something is due next, not before today; null: nothing is coming. */
  readonly day: Day | null;
}

/** What a customer will be invoiced next, by the same function that the run uses (RUN-4). */
export async function nextInvoiceOf(
  work: Work,
  customerId: Id<'cus'>,
  throughDay: Day | null,
): Promise<NextInvoice> {
  const ground = await loadBillingGround(work);
  const far = throughDay ?? ('9999-12-31' as Day);
  const loaded = await loadBillingFacts(work, ground, { customerIds: [customerId], throughDay: far });
  const [payer] = loaded.facts.payers;
  if (payer === undefined) throw new Problem('notFound');
  const day = throughDay ?? nextDay(work, ground, { payer, loaded });
  if (day === null) return { loaded, ground, day, invoices: [], skips: [] };
  return { loaded, ground, day, ...proposeInvoices({ ...loaded.facts, throughDay: day }) };
}

/** The earliest day, today or later, with which a cycle or a charge is due; what is late is due today. */
function nextDay(
  work: Work,
  ground: BillingGround,
  { payer, loaded }: { payer: PayerFacts; loaded: PayersLoaded },
): Day | null {
  const home = loaded.payers.get(payer.customerId)?.homeLocationId as Id<'loc'>;
  const today = dayAt(work.now, ground.placeOf(home).zone);
  const late = proposeInvoices({ ...loaded.facts, throughDay: today });
  if (late.invoices.length > 0) return today;
  const readings = payer.contracts.map((contract): ContractReading => ({
    contract,
    place: ground.placeOf(contract.locationId),
    planOf: loaded.facts.planOf,
  }));
  const days = [
    ...readings.map((reading) => nextCycleDay(reading, today)),
    ...payer.charges.map((charge) => laterDay(today, chargeDueDay(charge, readings))),
  ].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce(earlierDay);
}

/** The next day on which a cycle of the contract costs something. */
function nextCycleDay(reading: ContractReading, today: Day): Day | null {
  const { contract } = reading;
  if (isVoid(contract)) return null;
  let looked = 0;
  for (const cycle of cyclesOf(reading)) {
    if (contract.endDay !== null && contract.endDay <= cycle.startDay) return null;
    const dueDay = dueDayOf(reading, cycle);
    const counts = contract.nextInvoiceDay === null || cycle.startDay >= contract.nextInvoiceDay;
    const { terms, plan } = agreedOn(reading, cycle.startDay);
    const price = terms.price ?? plan.prices[contract.currency] ?? 0;
    if (counts && dueDay > today && price > 0 && !isFrozen(reading, cycle)) return dueDay;
    if (dueDay > today && (looked += 1) > 24) return null;
  }
  return null;
}

const isFrozen = ({ contract }: ContractReading, cycle: { startDay: Day; endDay: Day }): boolean =>
  contract.freezes.some(
    ({ fromDay, untilDay, billing }) =>
      billing === 'none' && fromDay <= cycle.startDay && (untilDay === null || untilDay >= cycle.endDay),
  );
