import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig, type InlineConfig } from 'vite';

/**
 * Three builds. The portal is written against React and ships Preact in its place, on the server and in the
 * browser, by alias alone: deleting `preact` brings React back. The admin panel is a single-page app of React.
 */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const preact = [
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react-dom\/server$/, replacement: 'preact/compat/server' },
  { find: /^react-dom$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-runtime$/, replacement: 'preact/jsx-runtime' },
  { find: /^react\/jsx-dev-runtime$/, replacement: 'preact/jsx-dev-runtime' },
  { find: /^react$/, replacement: 'preact/compat' },
];

const common = {
  root: here('.'),
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
} satisfies InlineConfig;

/** Every page as one module that the server imports. */
const portalPages: InlineConfig = {
  ...common,
  resolve: { alias: preact },
  ssr: { noExternal: true },
  build: {
    ssr: here('src/apps/portal/pages/entry.tsx'),
    outDir: here('dist/portal-pages'),
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    rolldownOptions: { output: { entryFileNames: 'entry.js' } },
  },
};

/** What the browser may load: one sheet, the waker, and each island by itself. */
const portalWeb: InlineConfig = {
  ...common,
  base: '/assets/portal/',
  resolve: { alias: preact },
  build: {
    outDir: here('dist/portal-web'),
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: 'es2022',
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: [here('src/apps/portal/glue/wake.ts'), here('src/apps/portal/styles/portal.css')],
    },
  },
};

const admin: InlineConfig = {
  ...common,
  root: here('src/apps/admin'),
  base: '/assets/admin/',
  plugins: [react()],
  build: {
    outDir: here('dist/admin'),
    emptyOutDir: true,
    assetsDir: '',
    manifest: 'manifest.json',
    modulePreload: { polyfill: false },
    target: 'es2022',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
  },
};

export const builds = { portalPages, portalWeb, admin };
export default defineConfig(admin);
