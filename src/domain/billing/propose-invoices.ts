import { holds } from '../kernel/interval.ts';
import type { ContractReading } from './billing-cycle.ts';
import { agreedOn } from './billing-cycle.ts';
import { chargeDueDay } from './charge-due.ts';
import type { BillingFacts, PayerFacts, WaitingCharge } from './facts.ts';
import { suspendedTimes } from './missed-cycles.ts';
import { proposeContract } from './propose-contract.ts';
import type { ProposedInvoice, ProposedLine, Skip } from './proposal.ts';
import { sumOf, taxed } from './tax.ts';

export interface Proposal {
  readonly invoices: readonly ProposedInvoice[];
  readonly skips: readonly Skip[];
}

/**
 * Every invoice that is due through a day, and every skip with its reason. A pure function of the facts:
 * asked again after its invoices were issued it proposes nothing, and the same facts in another order give
 * the same (RUN-1..5).
 */
export function proposeInvoices(facts: BillingFacts): Proposal {
  const invoices: ProposedInvoice[] = [];
  const skips: Skip[] = [];
  for (const payer of facts.payers) {
    const found = proposeForPayer(payer, facts);
    invoices.push(...found.invoices);
    skips.push(...found.skips);
  }
  return { invoices, skips };
}

function proposeForPayer(payer: PayerFacts, facts: BillingFacts): Proposal {
  const readings = payer.contracts.map((contract): ContractReading => ({
    contract,
    place: facts.placeOf(contract.locationId),
    planOf: facts.planOf,
  }));
  const suspended = suspendedTimes(payer.suspensions);
  const archived = payer.archivings.some((during) => holds(during, facts.now));
  const stopped = archived
    ? 'archived'
    : suspended.some(({ during }) => holds(during, facts.now))
      ? 'suspended'
      : null;
  const question = {
    suspended,
    archivings: payer.archivings,
    throughDay: facts.throughDay,
    stopped,
  } as const;
  const skips: Skip[] = [];
  const lines: OwedLine[] = [];
  for (const reading of inOrder(readings)) {
    if (!facts.covers(reading.contract.locationId)) continue;
    const found = proposeContract(reading, question);
    if (found.skip !== null) skips.push(found.skip);
    lines.push(
      ...found.lines.map((line) => ({
        line,
        reading,
        legalEntityId: reading.place.legalEntityId,
        currency: reading.contract.currency,
      })),
    );
  }
  for (const charge of dueCharges(payer, readings, facts)) {
    if (archived) skips.push(chargeSkip(payer, charge));
    else
      lines.push({
        line: lineOfCharge(charge),
        reading: null,
        legalEntityId: charge.legalEntityId,
        currency: charge.currency,
      });
  }
  const invoices = [
    ...Map.groupBy(lines, ({ legalEntityId, currency }) => `${legalEntityId} ${currency}`).values(),
  ];
  return { invoices: invoices.map((owed) => invoiceOf(payer, owed, facts)), skips };
}

interface OwedLine extends Pick<ProposedInvoice, 'legalEntityId' | 'currency'> {
  readonly line: ProposedLine;
  readonly reading: ContractReading | null;
}

const inOrder = (readings: readonly ContractReading[]): readonly ContractReading[] =>
  [...readings].sort((a, b) => (a.contract.id < b.contract.id ? -1 : 1));

function dueCharges(
  payer: PayerFacts,
  readings: readonly ContractReading[],
  { covers, throughDay }: BillingFacts,
): readonly WaitingCharge[] {
  return payer.charges
    .filter((charge) => covers(charge.locationId) && charge.ripeDay <= throughDay)
    .filter((charge) => chargeDueDay(charge, readings) <= throughDay)
    .sort((a, b) => a.arisenAt - b.arisenAt || (a.id < b.id ? -1 : 1));
}

/** A charge as a line: what it was when it arose. */
export const lineOfCharge = (charge: WaitingCharge): ProposedLine => ({
  kind: 'charge',
  name: charge.text,
  locationId: charge.locationId,
  quantity: charge.quantity,
  unitPrice: charge.unitPrice,
  amount: charge.amount,
  taxRate: charge.tax.rate,
  includesTax: charge.tax.includesTax,
  startDay: charge.startDay,
  endDay: charge.endDay,
  days: null,
  reason: null,
  cycle: null,
  chargeId: charge.id,
  ...taxed(charge.amount, charge.tax),
});

const chargeSkip = ({ customerId }: PayerFacts, charge: WaitingCharge): Skip => ({
  customerId,
  contractId: null,
  chargeId: charge.id,
  locationId: charge.locationId,
  reason: 'archived',
  startDay: charge.startDay,
  endDay: charge.endDay,
  amount: charge.amount,
  currency: charge.currency,
});

/** CHG-4: the days to pay are the first set of customer, plan and location. */
function invoiceOf(
  payer: PayerFacts,
  owed: readonly OwedLine[],
  { placeOf }: BillingFacts,
): ProposedInvoice {
  const [first] = owed as readonly [OwedLine, ...OwedLine[]];
  const lines = owed.map(({ line }) => line);
  const ofPlan = owed.map(({ reading, line }) =>
    reading === null ? null : agreedOn(reading, line.startDay ?? reading.contract.startDay).plan.dueDays,
  );
  const dueDays =
    payer.dueDays ?? ofPlan.find((days) => days !== null) ?? placeOf(first.line.locationId).dueDays;
  const { legalEntityId, currency } = first;
  return {
    customerId: payer.customerId,
    legalEntityId,
    currency,
    locationId: first.line.locationId,
    dueDays,
    lines,
    ...sumOf(lines),
  };
}
