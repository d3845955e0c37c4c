import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  {
    path: 'settings/locations', permission: 'settings.read',
    load: async () => (await import('./tree.tsx')).LocationTree,
  },
  {
    path: 'settings/locations/$locationId', permission: 'settings.read',
    load: async () => (await import('./location.tsx')).LocationPage,
  },
  {
    path: 'settings/locations/$locationId/$tab', permission: 'settings.read',
    load: async () => (await import('./location.tsx')).LocationPage,
  },
];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-locations.newCommand', icon: icons.pin, permission: 'locations.write',
    path: 'settings/locations?new=yes', isNew: true,
  },
];
