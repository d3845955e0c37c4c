import type { Id } from '../../domain/kernel/id.ts';
import type { Jobs } from '../platform/queue/queue.ts';
import type { Deadlines } from '../platform/work/deadlines.ts';
import { mailInvoice } from './document/mail-invoice.ts';
import { invoiceChargesNow } from './invoice-charges-now.ts';
import { listCharges } from './kept/charge-store.ts';

/** What billing does when its time has come. */
export const billingDeadlines: Deadlines = {
  /** A member's charge that is invoiced at once has become ripe: a booking has begun (CHG-2). */
  chargeRipe: async (work, aboutId) => {
    const [charge] = await listCharges(work.tx, { ids: [aboutId], state: 'waiting' });
    if (charge !== undefined)
      await invoiceChargesNow(work, { customerId: charge.customerId, chargeIds: [charge.id] });
  },
};

export const billingJobs: Jobs = {
  /** Invoices were issued: each goes to its customer with the document attached (INV-4). */
  mailInvoices: async (work, { invoiceIds }) => {
    for (const id of invoiceIds as readonly Id<'inv'>[]) await mailInvoice(work, id);
  },
};
