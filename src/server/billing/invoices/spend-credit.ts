import { allocate, stateOf } from '../../../domain/billing/invoice.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { dayAt } from '../../../domain/kernel/zone.ts';
import type { Work } from '../../platform/work/shell.ts';
import { setSettled } from '../kept/issue-store.ts';
import {
  type AccountCredit,
  insertAllocation,
  insertPayment,
  type OpenInvoice,
  takeAccountCredit,
  takeOpenInvoices,
} from '../kept/payment-store.ts';
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

/**
 * Settles what customers owe from their account credit of the same legal entity and currency, the oldest
 * invoice first: those just issued, and those still open (PAY-2).
 */
export async function spendAccountCredit(
  work: Work,
  ground: BillingGround,
  customerIds: readonly string[],
): Promise<void> {
  const credits = await takeAccountCredit(work.tx, customerIds);
  if (credits.length === 0) return;
  const debtors = [...new Set(credits.map(({ customerId }) => customerId))];
  const owed = new Map((await takeOpenInvoices(work.tx, debtors)).map((one) => [one.id, one]));
  for (const credit of credits) {
    const fitting = [...owed.values()].filter(
      ({ customerId, currency, legalEntityId }) =>
        customerId === credit.customerId
        && currency === credit.currency
        && legalEntityId === ground.placeOf(credit.locationId).legalEntityId,
    );
    for (const { invoice, amount } of allocate(credit.left, fitting)) {
      owed.set(invoice.id, await spend(work, credit, { invoice, amount }));
    }
  }
}

async function spend(
  work: Work,
  { paymentId }: AccountCredit,
  { invoice, amount }: { invoice: OpenInvoice; amount: number },
): Promise<OpenInvoice> {
  const { id, customerId, credited, number } = invoice;
  const paid = invoice.paid + amount;
  const state = stateOf({ ...invoice, paid });
  await insertAllocation(work.tx, { paymentId, invoiceId: id, amount, now: work.now });
  await setSettled(work.tx, id, { paid, credited, state });
  if (state === 'paid') work.tell({ kind: 'invoice.paid', aboutId: id, customerId, facts: { number } });
  return { ...invoice, paid };
}
