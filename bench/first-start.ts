// P16: an empty data folder to the first page, and a warm start, beside initdb + migrations + a bare server.
// node bench/first-start.ts
import { spawn } from 'node:child_process';
import { mkdtemp, chmod, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../test/process/foyer-process.ts';
import { startEmbeddedPostgres } from '../src/server/platform/database/embedded-postgres.ts';
import { migrate } from '../src/server/platform/database/migrate.ts';
import { buildWeb } from '../tools/web/build.ts';
import { median, report } from './support/report.ts';

const root = join(import.meta.dirname, '..');
const rounds = 3;

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'));
  await chmod(folder, 0o755);
  return folder;
}

/** The least that could be done: the same database, the same migrations, a server that answers one page. */
async function bareStart(): Promise<number> {
  const folder = await newFolder();
  const began = performance.now();
  const database = await startEmbeddedPostgres({ folder });
  await migrate(database.url);
  const server = createServer((_request, response) => response.end('<!doctype html>'));
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  const address = server.address();
  await fetch(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`);
  const took = performance.now() - began;
  await new Promise((go) => server.close(go));
  await database.stop();
  await rm(folder, { recursive: true, force: true });
  return took;
}

/** The program as `npm start` runs it, until its first page is there. */
async function start(folder: string): Promise<number> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'bin/start.js')], {
    env: { PATH: process.env.PATH ?? '', FOYER_DATA: folder, PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
  });
  for (;;) {
    const page = await fetch(`http://127.0.0.1:${port}/admin/setup`).catch(() => null);
    if (page !== null && page.status < 500) break;
    await new Promise((go) => setTimeout(go, 10));
  }
  const took = performance.now() - began;
  child.kill('SIGTERM');
  await new Promise((go) => child.once('exit', go));
  return took;
}

await buildWeb();
const limits: number[] = [];
const first: number[] = [];
const warm: number[] = [];
for (let round = 0; round < rounds; round += 1) {
  limits.push(await bareStart());
  const folder = await newFolder();
  first.push(await start(folder));
  warm.push(await start(folder));
  await rm(folder, { recursive: true, force: true });
}
report('P16 first page', [
  { name: 'empty folder', ours: median(first), limit: median(limits), unit: 'ms', goal: { atMost: 2 } },
  { name: 'warm (limit: one second)', ours: median(warm), limit: 1000, unit: 'ms', goal: { atMost: 1 } },
]);
