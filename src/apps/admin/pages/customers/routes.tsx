import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

const load = async () => (await import('./customer-page.tsx')).CustomerPage;

export const pages: readonly PageEntry[] = [
  {
    path: 'customers',
    load: async () => (await import('./customers.tsx')).Customers,
    permission: 'customers.read',
  },
  { path: 'customers/$customerId', load, permission: 'customers.read' },
  { path: 'customers/$customerId/$tab', load, permission: 'customers.read' },
];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-customers.commands.new',
    icon: icons.user,
    permission: 'customers.write',
    path: 'customers?new=1',
    isNew: true,
  },
];
