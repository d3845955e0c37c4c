import type { PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [{
  path: 'portal/access', permission: 'portal.read',
  load: async () => (await import('./portal-access.tsx')).PortalAccess,
}];
