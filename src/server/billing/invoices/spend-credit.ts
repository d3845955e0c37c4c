import { allocate, stateOf } from '../../../domain/billing/invoice.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { dayAt } from '../../../domain/kernel/zone.ts';
import type { Work } from '../../platform/work/shell.ts';
import { setSettled } from '../kept/issue-store.ts';
import { insertAllocation, insertPayment, takeAccountCredit } from '../kept/payment-store.ts';
import type { BillingGround } from '../load-billing-facts.ts';

interface Creditable {
  readonly id: Id<'inv'>;
  readonly customerId: Id<'cus'>;
  readonly locationId: Id<'loc'>;
  readonly currency: string;
}

/** What a credit note leaves over is the customer's account credit (PAY-2). */
export async function keepAsCredit(
  work: Work,
  ground: BillingGround,
  { id, customerId, locationId, currency, amount }: Creditable & { amount: number },
): Promise<void> {
  await insertPayment(work.tx, {
    id: work.newId('pay'),
    customerId,
    locationId,
    currency,
    amount,
    method: 'credit',
    reference: '',
    creditNoteId: id,
    receivedDay: dayAt(work.now, ground.placeOf(locationId).zone),
    recordedAt: work.now,
    recordedBy: work.caller.actorId,
  });
}

interface Owed extends Creditable {
  readonly total: number;
  readonly legalEntityId: Id<'ent'>;
  readonly kind: 'invoice' | 'creditNote';
}

/**
 * Invoices just issued are settled from account credit of the same legal entity and currency, the oldest
 * first.
 */
export async function spendAccountCredit(
  work: Work,
  ground: BillingGround,
  { customerIds, invoices }: { customerIds: readonly string[]; invoices: readonly Owed[] },
): Promise<void> {
  const credits = await takeAccountCredit(work.tx, customerIds);
  if (credits.length === 0) return;
  const owed = new Map(
    invoices
      .filter(({ total }) => total > 0)
      .map((invoice) => [invoice.id, { ...invoice, paid: 0, credited: 0 }]),
  );
  for (const credit of credits) {
    const fitting = [...owed.values()].filter(
      ({ customerId, currency, legalEntityId }) =>
        customerId === credit.customerId &&
        currency === credit.currency &&
        legalEntityId === ground.placeOf(credit.locationId).legalEntityId,
    );
    for (const { invoice, amount } of allocate(credit.left, fitting)) {
      const paid = invoice.paid + amount;
      await insertAllocation(work.tx, {
        paymentId: credit.paymentId,
        invoiceId: invoice.id,
        amount,
        now: work.now,
      });
      await setSettled(work.tx, invoice.id, { paid, credited: 0, state: stateOf({ ...invoice, paid }) });
      owed.set(invoice.id, { ...invoice, paid });
    }
  }
}
