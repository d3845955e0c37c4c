import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { dayAt } from '../../domain/kernel/zone.ts';
import { termsAt } from '../../domain/contracts/plan.ts';
import { contractTermsAt } from '../../domain/contracts/contract.ts';
import { holds } from '../../domain/kernel/interval.ts';
import { coversOf } from '../../domain/membership/cover.ts';
import { type Standing, standingAt } from '../../domain/membership/standing.ts';
import { type CoveringContracts, loadCovering, ownOf } from '../contracts/load-contracts.ts';
import { locationOf, settingAt } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { invoiceChargesNow } from './invoice-charges-now.ts';
import { chargeWritten, type NewCharge } from './kept/charge-store.ts';
import { type BillingGround, groundToBill } from './load-billing-facts.ts';

/** Something a customer owes for use (CHG-1). Amounts are minor units of the location's currency. */
export interface ChargeWish {
  readonly customerId: Id<'cus'>;
  readonly locationId: Id<'loc'>;
  /** One charge for each source: `{ kind: 'booking', id }`. By hand: kind `hand` and the charge's own id. */
  readonly source: { readonly kind: string; readonly id: string } | null;
  readonly text: string;
  readonly unitPrice: number;
  readonly quantity?: number;
  /** Hundredths of a per cent; else the location's. */
  readonly taxRate?: number;
  /** Standing when the charge arises; asked of the contracts unless given. */
  readonly standing?: Standing;
  /** A member's booking is ripe at its start; everything else when it arises. */
  readonly ripeAt?: Instant;
  readonly startDay?: Day;
  readonly endDay?: Day;
  /** Instead of what standing and contract say (CHG-2). */
  readonly invoice?: 'now' | 'nextInvoice';
  /** What the caller has read already in this request: asked of the database unless given. */
  readonly known?: {
    readonly ground: BillingGround;
    readonly held: CoveringContracts;
  };
}

export interface RaisedCharge {
  readonly chargeId: Id<'chg'>;
  /** The invoice it is on already; null: it waits. */
  readonly invoiceId: Id<'inv'> | null;
}

/**
 * Keeps a charge and, where it is to be invoiced at once and is ripe, invoices it in this transaction
 * (CHG-2):
 * contacts when they buy or book, members with their cycle or at once, as their contract says.
 */
export async function raiseCharge(work: Work, wish: ChargeWish): Promise<RaisedCharge> {
  const { now } = work;
  const ground = wish.known?.ground ?? await groundToBill(work);
  const location = locationOf(ground.locations, wish.locationId);
  const place = ground.placeOf(wish.locationId);
  const billing = await billingOf(work, ground, wish);
  const ripeAt = billing.standing === 'contact' ? now : (wish.ripeAt ?? now);
  const ripeDay = dayAt(ripeAt, place.zone);
  const tax = place.taxOn(ripeDay);
  const id = work.newId('chg');
  const quantity = wish.quantity ?? 1;
  const charge: NewCharge = {
    id,
    customerId: wish.customerId,
    locationId: wish.locationId,
    legalEntityId: place.legalEntityId,
    sourceKind: wish.source?.kind ?? 'hand',
    sourceId: wish.source?.id ?? id,
    text: wish.text,
    quantity,
    unitPrice: wish.unitPrice,
    amount: wish.unitPrice * quantity,
    currency: location.currency,
    includesTax: tax.includesTax,
    taxRate: wish.taxRate ?? tax.rate,
    standing: billing.standing,
    invoicing: billing.invoicing,
    arisenAt: now,
    ripeAt,
    ripeDay,
    startDay: wish.startDay ?? null,
    endDay: wish.endDay ?? null,
    madeBy: work.caller.actorId,
  };
  work.write(chargeWritten(charge));
  const { customerId, locationId } = wish;
  work.audit({ action: 'charge.raised', aboutId: id, customerId, locationId, after: charge });
  work.tell({
    kind: 'charge.raised',
    aboutId: id,
    customerId,
    facts: { amount: charge.amount, currency: charge.currency },
  });
  if (billing.invoicing === 'cycleEnd') return { chargeId: id, invoiceId: null };
  if (ripeAt > now) {
    work.dueAt('chargeRipe', id, ripeAt);
    return { chargeId: id, invoiceId: null };
  }
  const [invoiceId = null] = await invoiceChargesNow(work, { customerId, chargeIds: [id] }, ground);
  return { chargeId: id, invoiceId };
}

interface Billing {
  readonly standing: Standing;
  readonly invoicing: 'now' | 'cycleEnd';
}

/**
 * CHG-2: a member is invoiced with a contract at the same legal entity and currency; with none there, at
 * once. Whoever only has a seat on another's contract has none.
 */
async function billingOf(work: Work, ground: BillingGround, wish: ChargeWish): Promise<Billing> {
  const { contracts, plans } = wish.known?.held ?? await loadCovering(work, wish.customerId);
  const planOf = (planId: Id<'pla'>) => {
    const plan = plans.get(planId);
    if (plan === undefined) throw new RangeError(`plan ${planId} was not loaded`);
    return plan;
  };
  const where = { locationId: wish.locationId, at: work.now };
  const context = { planOf, tree: ground.locations.tree, here: wish.locationId };
  const covers = contracts.flatMap((contract) => coversOf(contract, context));
  const standing =
    wish.standing ?? standingAt(covers, work.now, settingAt(ground.locations, where, 'membersAre'));
  if (wish.invoice !== undefined)
    return { standing, invoicing: wish.invoice === 'now' ? 'now' : 'cycleEnd' };
  if (standing === 'contact') return { standing, invoicing: 'now' };
  const entity = ground.placeOf(wish.locationId).legalEntityId;
  const currency = locationOf(ground.locations, wish.locationId).currency;
  const at = wish.ripeAt ?? work.now;
  const billedWith = ownOf(contracts).filter(
    (contract) =>
      (holds(contract.during, at) || holds(contract.during, work.now)) &&
      contract.currency === currency &&
      ground.placeOf(contract.locationId).legalEntityId === entity,
  );
  const waits = billedWith.some(
    (contract) =>
      (contract.usageInvoicing
        ?? termsAt(planOf(contractTermsAt(contract, work.now).planId), work.now).usageInvoicing)
      === 'cycleEnd',
  );
  return { standing, invoicing: waits ? 'cycleEnd' : 'now' };
}
