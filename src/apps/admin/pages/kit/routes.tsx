import type { PageEntry } from '../../page-entry.ts';

/** The gallery of the kit, for those who build. It asks nothing of the server. */
export const pages: readonly PageEntry[] = [
  {
    path: 'kit',
    stands: 'outside',
    load: async () => (await import('../../../../kit/gallery/gallery.tsx')).Gallery,
  },
];
