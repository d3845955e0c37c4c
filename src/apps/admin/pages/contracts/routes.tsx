import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  {
    path: 'money/contracts',
    load: async () => (await import('./contracts.tsx')).Contracts,
    permission: 'contracts.read',
  },
  {
    path: 'money/contracts/new',
    load: async () => (await import('./new-contract.tsx')).NewContract,
    permission: 'contracts.write',
  },
];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-contracts.commands.new',
    icon: icons.file,
    permission: 'contracts.write',
    path: 'money/contracts/new',
    isNew: true,
  },
];
