import { allocate, outstandingOf, stateOf } from '../../../domain/billing/invoice.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Money } from '../../../domain/kernel/money.ts';
import { dayAt } from '../../../domain/kernel/zone.ts';
import { fieldProblem, Problem } from '../../platform/http/problem.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type InvoiceRow, listInvoices, lockInvoices } from '../kept/invoice-store.ts';
import { setSettled } from '../kept/issue-store.ts';
import { insertAllocation, insertPayment, type Method } from '../kept/payment-store.ts';
import { loadBillingGround } from '../load-billing-facts.ts';
import { mustMayThere } from '../shown/seen.ts';

export interface PaymentWish {
  /** Said by the caller to be sure: the invoices must be this customer's. */
  readonly customerId?: Id<'cus'> | undefined;
  readonly invoiceIds: readonly Id<'inv'>[];
  readonly amount: Money;
  readonly method?: Exclude<Method, 'credit'> | undefined;
  /** Today at the invoice's location unless given; not in the future. */
  readonly receivedDay?: Day | undefined;
  readonly reference?: string | undefined;
}

/**
 * Keeps money received and settles the invoices named with it, in their order; the rest is account credit
 * (PAY-2).
 */
export async function recordPayment(work: Work, wish: PaymentWish): Promise<Id<'pay'>> {
  const ids = [...new Set(wish.invoiceIds)];
  await lockInvoices(work.tx, ids);
  const invoices = inOrder(ids, await listInvoices(work.tx, { ids }));
  for (const { locationId } of invoices) mustMayThere(work, 'payments.write', locationId);
  const first = mustFit(invoices, wish.amount);
  if ((wish.customerId ?? first.customerId) !== first.customerId) throw new Problem('invoicesOfSeveral');
  const ground = await loadBillingGround(work);
  const today = dayAt(work.now, ground.placeOf(first.locationId).zone);
  const receivedDay = wish.receivedDay ?? today;
  if (receivedDay > today) throw fieldProblem('receivedDay', 'notValid', 'cannot be in the future');
  const { customerId, locationId } = first;
  const { amount, currency } = wish.amount;
  const id = work.newId('pay');
  await insertPayment(work.tx, {
    id,
    customerId,
    locationId,
    currency,
    amount,
    method: wish.method ?? 'transfer',
    receivedDay,
    reference: wish.reference ?? '',
    recordedAt: work.now,
    recordedBy: work.caller.actorId,
    creditNoteId: null,
  });
  for (const share of allocate(amount, invoices)) await settle(work, id, share);
  work.audit({
    action: 'payment.recorded',
    aboutId: id,
    customerId,
    locationId,
    after: { ...wish, receivedDay },
  });
  work.tell({
    kind: 'payment.recorded',
    aboutId: id,
    customerId,
    facts: { amount, currency, invoiceIds: ids },
  });
  return id;
}

const inOrder = (ids: readonly Id<'inv'>[], rows: readonly InvoiceRow[]): readonly InvoiceRow[] =>
  ids.map((id) => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) throw new Problem('notFound');
    return row;
  });

function mustFit(invoices: readonly InvoiceRow[], { amount, currency }: Money): InvoiceRow {
  const [first] = invoices as readonly [InvoiceRow];
  if (amount <= 0) throw fieldProblem('amount', 'tooSmall', 'needs to be more than nothing');
  if (invoices.some(({ state }) => state === 'draft')) throw new Problem('invoiceNotIssued');
  if (invoices.some((one) => one.customerId !== first.customerId || one.currency !== first.currency)) {
    throw new Problem('invoicesOfSeveral');
  }
  if (first.currency !== currency) {
    const detail = `These invoices are in ${first.currency}.`;
    throw new Problem('currencyNotHere', {
      detail,
      errors: [{ field: 'amount.currency', code: 'notValid', detail }],
    });
  }
  if (invoices.every((invoice) => outstandingOf(invoice) === 0)) throw new Problem('alreadyPaid');
  return first;
}

async function settle(
  work: Work,
  paymentId: Id<'pay'>,
  { invoice, amount }: { invoice: InvoiceRow; amount: number },
): Promise<void> {
  const paid = invoice.paid + amount;
  const state = stateOf({ ...invoice, paid });
  await insertAllocation(work.tx, { paymentId, invoiceId: invoice.id, amount, now: work.now });
  await setSettled(work.tx, invoice.id, { paid, credited: invoice.credited, state });
  const { customerId, number } = invoice;
  if (state === 'paid')
    work.tell({ kind: 'invoice.paid', aboutId: invoice.id, customerId, facts: { number } });
}
