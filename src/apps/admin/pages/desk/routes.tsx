import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  { path: 'desk', load: async () => (await import('./desk.tsx')).Desk, permission: 'checkIns.read' },
];

export const commands: readonly Command[] = [
  { textKey: 'admin-desk.commands.open', icon: icons.desk, permission: 'checkIns.write', path: 'desk' },
];
