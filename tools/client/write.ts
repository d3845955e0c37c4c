// Writes the client's table of method and path, and its map of endpoint types, from the endpoints in src/api.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const api = join(import.meta.dirname, '..', '..', 'src', 'api');
const tablePath = join(api, 'client', 'table.generated.ts');
const typesPath = join(api, 'client', 'types.generated.ts');

const made = '// Made by tools/client/write.ts from src/api. Do not edit.\n';

interface Found {
  readonly module: string;
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly file: boolean;
}

/** All endpoint values, by the module that exports them. */
export async function endpointsFound(): Promise<Found[]> {
  const modules = (await readdir(api))
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .sort();
  const found: Found[] = [];
  for (const module of modules) {
    if (!(await readFile(join(api, module), 'utf8')).includes('endpoint({')) continue;
    const exports = await import(join(api, module)) as Record<string, unknown>;
    for (const [name, value] of Object.entries(exports).sort(([a], [b]) => (a < b ? -1 : 1))) {
      if (!isEndpoint(value)) continue;
      found.push({ module, name, method: value.method, path: value.path, file: value.answers === 'file' });
    }
  }
  return found;
}

export function clientTexts(found: readonly Found[]): Record<string, string> {
  const rows = found.map(({ name, method, path }) => `  ${name}: ['${method}', '${path}'],`);
  const modules = [...Map.groupBy(found, ({ module }) => module)];
  const imports = modules.map(([module]) => `import type * as ${aliasOf(module)} from '../${module}';`);
  const members = found.map(({ module, name }) => `  ${name}: typeof ${aliasOf(module)}.${name};`);
  return {
    [tablePath]: `${made}export const table = {\n${rows.join('\n')}\n} as const;\n`,
    [typesPath]: `${made}${imports.join('\n')}\n
export interface Endpoints {\n${members.join('\n')}\n}\n`,
  };
}

const isEndpoint = (value: unknown): value is { method: string; path: string; answers?: string } =>
  typeof value === 'object'
  && value !== null
  && 'method' in value
  && 'path' in value
  && 'permission' in value;

const aliasOf = (module: string): string =>
  module.replace(/\.ts$/, '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

if (import.meta.main) {
  for (const [path, text] of Object.entries(clientTexts(await endpointsFound()))) await writeFile(path, text);
}
