import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Builds what is stale and says nothing where nothing is: `node tools/web/build.ts [portal|admin]`.
 * A build is stale when the hash of everything it is made from is not the one written beside it.
 */
const root = fileURLToPath(new URL('../..', import.meta.url));

const shared = [
  'src/kit',
  'src/api',
  'src/domain',
  'vite.config.ts',
  'package-lock.json',
  'tools/web/build.ts',
];

const parts = [
  {
    name: 'portalPages',
    app: 'portal',
    entry: 'src/apps/portal/pages/entry.tsx',
    into: 'dist/portal-pages',
  },
  { name: 'portalWeb', app: 'portal', entry: 'src/apps/portal/glue/wake.ts', into: 'dist/portal-web' },
  { name: 'admin', app: 'admin', entry: 'src/apps/admin/index.html', into: 'dist/admin' },
] as const;

/** Builds the stale parts of the web apps; resolves with their names. */
export async function buildWeb(app?: string): Promise<readonly string[]> {
  const stale = parts.filter((part) => (app === undefined || part.app === app) && isStale(part));
  if (stale.length === 0) return [];
  const [{ build }, { builds }] = await Promise.all([import('vite'), import('../../vite.config.ts')]);
  for (const part of stale) {
    const hash = hashOf(part);
    await build(builds[part.name]);
    writeFileSync(hashFile(part), hash);
  }
  return stale.map(({ name }) => name);
}

/** Whether a start has to build first. */
export const isWebStale = (): boolean => parts.some(isStale);

type Part = (typeof parts)[number];

const hashFile = (part: Part): string => join(root, part.into, '.sources');

function isStale(part: Part): boolean {
  if (!existsSync(join(root, part.entry))) return false;
  return !existsSync(hashFile(part)) || readFileSync(hashFile(part), 'utf8') !== hashOf(part);
}

function hashOf(part: Part): string {
  const hash = createHash('sha256');
  for (const path of [`src/apps/${part.app}`, ...shared].flatMap((path) => filesBelow(path)).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  if (/\.[a-z]+$/.test(path)) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path)).flatMap((name) => filesBelow(`${path}/${name}`));
}

if (import.meta.main) await buildWeb(process.argv[2]);
