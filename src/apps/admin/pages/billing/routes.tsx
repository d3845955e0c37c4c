import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  {
    path: 'money/runs',
    load: async () => (await import('./run/runs.tsx')).Runs,
    permission: 'billing.run',
  },
  {
    path: 'money/runs/$runId',
    load: async () => (await import('./run/run.tsx')).RunReview,
    permission: 'billing.run',
  },
  {
    path: 'money/invoices',
    load: async () => (await import('./invoice/invoices.tsx')).Invoices,
    permission: 'billing.read',
  },
  {
    path: 'money/invoices/$invoiceId',
    load: async () => (await import('./invoice/invoice.tsx')).InvoicePage,
    permission: 'billing.read',
  },
  {
    path: 'money/payments',
    load: async () => (await import('./payments.tsx')).Payments,
    permission: 'payments.read',
  },
  {
    path: 'money/charges',
    load: async () => (await import('./charges.tsx')).Charges,
    permission: 'billing.read',
  },
];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-billing.commands.run',
    icon: icons.money,
    permission: 'billing.run',
    path: 'money/runs?new=1',
  },
  {
    textKey: 'admin-billing.commands.charge',
    icon: icons.plus,
    permission: 'billing.write',
    path: 'money/charges?new=1',
    isNew: true,
  },
];
