import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

export interface Source {
  /** From the project's root, `src/domain/kernel/day.ts`. */
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
}

/** All files that git tracks or would, below the folders, with these endings. */
export function sourcesOf(folders: readonly string[], endings: readonly string[]): Source[] {
  const list = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...folders],
    { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  return [...new Set(list.split('\0'))]
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .sort()
    .flatMap((path) => readable(path));
}

function readable(path: string): Source[] {
  try {
    const text = readFileSync(join(root, path), 'utf8');
    return [{ path, text, lines: text.replace(/\n$/, '').split('\n') }];
  } catch {
    return [];
  }
}

export interface Import {
  readonly from: string;
  /** A path of the project, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const importing =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/g;

export function importsOf({ path, text }: Source): Import[] {
  return [...text.matchAll(importing)].map(([, type, named, lazy]) => {
    const target = named ?? lazy ?? '';
    const to = target.startsWith('.') ? normalize(join(dirname(path), target)) : target;
    return { from: path, to, typeOnly: type !== undefined };
  });
}

export const isTest = (path: string): boolean => /\.(test|e2e)\.tsx?$/.test(path) || path.startsWith('test/');
export const isGenerated = (path: string): boolean => path.includes('.generated.');

/** What the code says, without comments and texts: for looking for words in it. */
export const codeOnly = (text: string): string =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'(?:[^'\\\n]|\\.)*'/g, "''");
