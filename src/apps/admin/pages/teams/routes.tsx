import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  {
    path: 'teams',
    load: async () => (await import('./teams.tsx')).Teams,
    permission: 'teams.read',
  },
  {
    path: 'teams/$teamId',
    load: async () => (await import('./team-page.tsx')).TeamPage,
    permission: 'teams.read',
  },
];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-teams.commands.new',
    icon: icons.users,
    permission: 'teams.write',
    path: 'teams?new=1',
    isNew: true,
  },
];
