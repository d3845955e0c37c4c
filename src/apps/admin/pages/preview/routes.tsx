import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [{
  path: 'portal/preview', permission: 'portal.preview',
  load: async () => (await import('./preview-page.tsx')).PreviewPage,
}];

export const commands: readonly Command[] = [{
  textKey: 'admin-preview.commands.preview', icon: icons.eye, permission: 'portal.preview',
  path: 'portal/preview',
}];
