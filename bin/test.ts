// Types, lint, then every test: rules, properties, verbs on a real PostgreSQL, scenarios, browser journeys.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWeb } from '../tools/web/build.ts';
import { findBrowser } from '../tools/web/browser.ts';

const root = join(import.meta.dirname, '..');
const files = process.argv.slice(2);

if (files.length === 0) {
  step('types', ['node_modules/typescript/bin/tsc', '-p', '.']);
  step('lint', ['node_modules/oxlint/bin/oxlint', '--deny-warnings', 'src', 'test', 'tools', 'bench', 'bin']);
}
findBrowser();
await buildWeb();
step('tests', ['node_modules/vitest/vitest.mjs', 'run', ...files]);

function step(name: string, args: readonly string[]): void {
  const began = performance.now();
  process.stdout.write(`\n== ${name}\n`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  process.stdout.write(`== ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}
