import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase } from '../support/database.ts';
import { freePort, killedAfter, startFoyer } from './foyer-process.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-process-'));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const refusal = async (env: Record<string, string>, args: string[] = []) => {
  const answer = await startFoyer({ FOYER_DATA: join(folder, 'unused'), ...env }, args).then(
    async (foyer) => { await foyer.stop(); return { exitCode: 0, message: 'it started' }; },
    (error: Error & { exitCode: number }) => error,
  );
  return { code: answer.exitCode, lines: answer.message.split('\n') };
};

test.each([
  [{ PORT: 'http' }, /^PORT needs a number/],
  [{ DATABASE_URL: 'mysql://here' }, /^DATABASE_URL needs an address/],
  [{ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }, /^DATABASE_URL: no PostgreSQL answers/],
  [{ FOYER_TEST_CLOCK: '2026-12-01' }, /^FOYER_TEST_CLOCK needs a time/],
  [{ FOYER_OWNER_EMAIL: 'jo@example.test' }, /^FOYER_OWNER_EMAIL and FOYER_OWNER_PASSWORD go together/],
  [{ FOYER_SMTP_URL: 'mail.example.test' }, /^FOYER_SMTP_URL needs an address/],
])('OPS-4 %j is refused with one line', async (env, line) => {
  const { code, lines } = await refusal(env);
  expect(code).toBe(1);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(line);
});

test('OPS-4 an argument that means nothing is refused with one line', async () => {
  expect(await refusal({}, ['--demmo'])).toMatchObject({
    code: 1,
    lines: [expect.stringMatching(/does not know --demmo/)],
  });
});

test('OPS-1 a taken port is one line, before anything is touched', async () => {
  const port = await freePort();
  const other = createServer();
  await new Promise<void>((go) => other.listen(port, '127.0.0.1', go));
  const { code, lines } = await refusal({ PORT: String(port) });
  other.close();
  expect([code, lines]).toEqual([1, [`Port ${port} is taken. Stop the program that uses it, or set PORT.`]]);
});

test('OPS-1 a data folder that is a file is one line', async () => {
  await writeFile(join(folder, 'file'), '');
  const { code, lines } = await refusal({ FOYER_DATA: join(folder, 'file') });
  expect([code, lines[0]]).toEqual([1, expect.stringContaining('is not a folder. Set FOYER_DATA')]);
});

test('OPS-1 a wrong password, an unknown database and a newer database are one line each', async () => {
  const database = await cloneDatabase();
  const wrong = database.url.replace(/:[^:@]+@/, ':wrong@');
  expect((await refusal({ DATABASE_URL: wrong })).lines).toEqual([
    'DATABASE_URL: the user or the password is wrong.',
  ]);
  const unknown = database.url.replace(/\/test_\w+$/, '/nowhere');
  expect((await refusal({ DATABASE_URL: unknown })).lines)
    .toEqual(['DATABASE_URL: there is no such database. Create it first.']);
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(`insert into migrations (version, name) values (9999, 'tomorrow')`);
  expect((await refusal({ DATABASE_URL: database.url })).lines)
    .toEqual(['This database was made by a newer Foyer. Start that version, or name another database.']);
  await client.end();
  await database.drop();
});

test('OPS-1 OPS-2 a process killed at any moment leaves nothing that hinders the next start', async () => {
  const data = join(folder, 'killed');
  await mkdir(data);
  const env = { FOYER_DATA: data, FOYER_TEST_CLOCK: '2026-12-01T09:00:00Z' };
  for (const milliseconds of [300, 700, 1200, 2500]) await killedAfter(milliseconds, env);
  const foyer = await startFoyer(env);
  expect((await fetch(`${foyer.address}/readyz`)).status).toBe(200);
  expect((await fetch(`${foyer.address}/healthz`)).status).toBe(200);
  expect((await fetch(`${foyer.address}/`)).url).toBe(`${foyer.address}/admin/setup`);
  expect(await (await fetch(`${foyer.address}/metrics`)).text()).toContain('foyer_http_request_seconds');
  const moved = await fetch(`${foyer.address}/api/v1/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: '{"now":"2026-12-02T09:00:00Z"}',
  });
  expect(await moved.json()).toMatchObject({ now: '2026-12-02T09:00:00Z' });
  expect(await foyer.stop()).toBe(0);
  const again = await startFoyer(env);
  expect(await (await fetch(`${again.address}/api/v1/clock`)).json()).toMatchObject({
    now: '2026-12-02T09:00:00Z',
  });
  expect(await again.stop()).toBe(0);
}, 60_000);
