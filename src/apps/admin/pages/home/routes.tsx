import type { PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  { path: 'home', load: async () => (await import('./home.tsx')).Home },
];
