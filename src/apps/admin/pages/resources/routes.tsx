import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  {
    path: 'spaces/resources',
    permission: 'resources.read',
    load: async () => (await import('./resources.tsx')).Resources,
  },
  {
    path: 'spaces/resources/$resourceId',
    permission: 'resources.read',
    load: async () => (await import('./resource.tsx')).ResourcePage,
  },
  {
    path: 'spaces/types',
    permission: 'resources.read',
    load: async () => (await import('./types.tsx')).Types,
  },
];

export const commands: readonly Command[] = [{
  textKey: 'admin-resources.commands.new', icon: icons.spaces, permission: 'resources.write',
  path: 'spaces/resources/new', isNew: true,
}];
