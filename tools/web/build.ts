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

type Part = (typeof parts)[number];

/** A part that is older than what it is made from, and the hash of that. */
export interface Stale {
  readonly part: Part;
  readonly hash: string;
}

/** Builds parts of the web apps, those that are stale unless others are named; resolves with their names. */
export async function buildWeb(stale: readonly Stale[] = staleParts()): Promise<readonly string[]> {
  if (stale.length === 0) return [];
  const [{ build }, { builds }] = await Promise.all([import('vite'), import('../../vite.config.ts')]);
  await asShipped(async () => {
    for (const { part, hash } of stale) {
      await build(builds[part.name]);
      writeFileSync(hashFile(part), hash);
    }
  });
  return stale.map(({ part }) => part.name);
}

/** Whoever builds, tests too, builds what is shipped: not React with all it says to developers. */
async function asShipped(building: () => Promise<void>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await building();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}

/** What a start has to build first; each file is read once, however many parts are made from it. */
export function staleParts(app?: string): Stale[] {
  const read = new Map<string, string>();
  return parts
    .filter((part) => (app === undefined || part.app === app) && existsSync(join(root, part.entry)))
    .map((part) => ({ part, hash: hashOf(part, read) }))
    .filter(({ part, hash }) => !existsSync(hashFile(part)) || readFileSync(hashFile(part), 'utf8') !== hash);
}

const hashFile = (part: Part): string => join(root, part.into, '.sources');

function hashOf(part: Part, read: Map<string, string>): string {
  return sha256([`src/apps/${part.app}`, ...shared].map((path) => {
    const known = read.get(path) ?? sha256(filesBelow(path).flatMap((file) =>
      [file, readFileSync(join(root, file))]));
    read.set(path, known);
    return known;
  }));
}

function sha256(contents: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const content of contents) hash.update(content).update('\0');
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  if (/\.[a-z]+$/.test(path)) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(root, path)).sort().flatMap((name) => filesBelow(`${path}/${name}`));
}

if (import.meta.main) await buildWeb(staleParts(process.argv[2]));
