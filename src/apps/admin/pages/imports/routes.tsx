import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  { path: 'imports', load: async () => (await import('./imports.tsx')).Imports, permission: 'imports.read' },
  {
    path: 'imports/$importId',
    load: async () => (await import('./import-page.tsx')).ImportPage,
    permission: 'imports.read',
  },
];

export const commands: readonly Command[] = [
  { textKey: 'admin-import.commands.new', icon: icons.upload, permission: 'imports.write', path: 'imports' },
];
