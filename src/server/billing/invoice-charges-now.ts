import { lineOfCharge } from '../../domain/billing/propose-invoices.ts';
import type { ProposedInvoice } from '../../domain/billing/proposal.ts';
import { sumOf } from '../../domain/billing/tax.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Work } from '../platform/work/shell.ts';
import { draftOf } from './invoices/draft-invoices.ts';
import { issueDrafts } from './invoices/issue-drafts.ts';
import { type ChargeRow, listCharges, lockCharges } from './kept/charge-store.ts';
import { listPayers } from './kept/facts-store.ts';
import { insertDrafts } from './kept/invoice-store.ts';
import { type BillingGround, groundToBill, waitingCharge } from './load-billing-facts.ts';

/**
 * Issues waiting charges of one customer at once, one invoice for each legal entity and currency. Charges
 * that are settled already are left out. Returns the invoices.
 */
export async function invoiceChargesNow(
  work: Work,
  of: { customerId: Id<'cus'>; chargeIds: readonly Id<'chg'>[] },
  known?: BillingGround,
): Promise<readonly Id<'inv'>[]> {
  const ground = known ?? (await groundToBill(work));
  await lockCharges(work.tx, of.chargeIds);
  const charges = await listCharges(work.tx, {
    ids: of.chargeIds,
    customerIds: [of.customerId],
    state: 'waiting',
  });
  const [payer] = await listPayers(work.tx, [of.customerId]);
  if (payer === undefined || charges.length === 0) return [];
  const groups = Map.groupBy(
    [...charges].reverse(),
    ({ legalEntityId, currency }) => `${legalEntityId} ${currency}`,
  );
  const drafts = [...groups.values()].map((group) =>
    draftOf(work, proposedOf(group, payer.dueDays, ground), {
      ground,
      payer,
      runId: null,
      flags: [],
      sourceOf: (id) => sourceOf(charges, id),
    }),
  );
  await insertDrafts(
    work.tx,
    drafts.map(({ invoice }) => invoice),
    drafts.flatMap(({ lines }) => lines),
  );
  await issueDrafts(work, ground, {
    drafts: drafts.map(({ invoice }) => invoice),
    lines: drafts.flatMap(({ lines }) => lines),
  });
  return drafts.map(({ invoice }) => invoice.id);
}

/** CHG-4: the customer's days to pay, else the location's. */
function proposedOf(
  charges: readonly ChargeRow[],
  dueDays: number | null,
  ground: BillingGround,
): ProposedInvoice {
  const [first] = charges as readonly [ChargeRow, ...ChargeRow[]];
  const lines = charges.map((charge) => lineOfCharge(waitingCharge(charge)));
  const { customerId, legalEntityId, currency, locationId } = first;
  return {
    customerId,
    legalEntityId,
    currency,
    locationId,
    lines,
    ...sumOf(lines),
    dueDays: dueDays ?? ground.placeOf(locationId).dueDays,
  };
}

export function sourceOf(
  charges: readonly ChargeRow[],
  id: Id<'chg'>,
): { kind: string; id: string } | null {
  const charge = charges.find((one) => one.id === id);
  return charge === undefined ? null : { kind: charge.sourceKind, id: charge.sourceId };
}
