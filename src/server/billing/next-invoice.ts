import type { ContractReading } from '../../domain/billing/billing-cycle.ts';
import { chargeDueDay } from '../../domain/billing/charge-due.ts';
import type { PayerFacts } from '../../domain/billing/facts.ts';
import { suspendedTimes } from '../../domain/billing/missed-cycles.ts';
import { nextDueDay } from '../../domain/billing/next-due-day.ts';
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
  const home = loaded.payers.get(customerId)?.homeLocationId as Id<'loc'>;
  const today = dayAt(work.now, ground.placeOf(home).zone);
  const late = proposeInvoices({ ...loaded.facts, throughDay: today });
  const next = late.invoices.length > 0 ? today : nextDay(today, ground, { payer, loaded });
  const day = throughDay ?? next;
  if (day === null) return { loaded, ground, day, invoices: [], skips: late.skips };
  return { loaded, ground, day, ...proposeInvoices({ ...loaded.facts, throughDay: day }) };
}

/** The earliest day, today or later, with which a cycle or a charge is due. */
function nextDay(
  today: Day,
  ground: BillingGround,
  { payer, loaded }: { payer: PayerFacts; loaded: PayersLoaded },
): Day | null {
  const readings = payer.contracts.map((contract): ContractReading => ({
    contract,
    place: ground.placeOf(contract.locationId),
    planOf: loaded.facts.planOf,
  }));
  const suspended = suspendedTimes(payer.suspensions);
  const days = [
    ...readings.map((reading) => nextDueDay(reading, { ...payer, today, suspended })),
    ...payer.charges.map((charge) => laterDay(today, chargeDueDay(charge, readings))),
  ].filter((day) => day !== null);
  return days.length === 0 ? null : days.reduce(earlierDay);
}
