import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [{
  path: 'explain', permission: 'access.explain', load: async () => (await import('./explain.tsx')).Explain,
}];

export const commands: readonly Command[] = [{
  textKey: 'admin-explain.commands.explain', icon: icons.help, permission: 'access.explain', path: 'explain',
}];
