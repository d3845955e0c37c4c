import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  {
    path: 'refusals',
    permission: 'access.explain',
    load: async () => (await import('./refusals.tsx')).Refusals,
  },
  {
    path: 'refusals/$refusalId',
    permission: 'access.explain',
    load: async () => (await import('./refusal.tsx')).RefusalPage,
  },
];

export const commands: readonly Command[] = [{
  textKey: 'admin-refusals.commands.open', icon: icons.help, permission: 'access.explain', path: 'refusals',
}];
