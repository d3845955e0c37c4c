import type { AnsweredPayment } from '../../../api/payments.ts';
import { text } from '../../../api/schema.ts';
import type { PaymentRow } from '../kept/payment-store.ts';

/** A payment as the API shows it, with what of it settles which invoice. */
export function presentPayment(row: PaymentRow): AnsweredPayment {
  const of = (amount: number) => ({ amount, currency: row.currency });
  const used = row.allocations.reduce((sum, { amount }) => sum + amount, 0);
  return {
    id: row.id,
    customerId: row.customerId,
    customerName: row.customerName,
    locationId: row.locationId,
    amount: of(row.amount),
    method: row.method,
    receivedDay: row.receivedDay,
    reference: row.reference,
    recordedAt: text(row.recordedAt),
    recordedBy: row.recordedBy,
    allocations: row.allocations.map(({ invoiceId, number, amount }) => ({
      invoiceId,
      number,
      amount: of(amount),
    })),
    unallocated: of(row.amount - used),
  };
}
