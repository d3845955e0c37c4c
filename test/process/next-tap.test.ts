import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { cloneDatabase } from '../support/database.ts';
import { startFoyer } from './foyer-process.ts';
import { changes, tapsOn } from './taps.ts';

/** What is ended through one process is refused by the other with its very next request (PER-5, P10). */
const database = await cloneDatabase();
const env = {
  DATABASE_URL: database.url,
  FOYER_OWNER_EMAIL: 'owner@taps.test',
  FOYER_OWNER_PASSWORD: 'two-of-them-at-once',
};
const one = await startFoyer(env);
const other = await startFoyer(env);
const { stdout } = await promisify(execFile)(process.execPath,
  [join(import.meta.dirname, '../../bin/api-key.ts'), 'create', '--name', 'Two', '--role', 'owner'],
  { env: { PATH: process.env.PATH ?? '', ...env } });
const pair = {
  one: one.address, other: other.address, key: stdout.trim(), databaseUrl: database.url,
};
const taps = await tapsOn(pair);

afterAll(async () => {
  await taps.stop();
  await one.stop();
  await other.stop();
  await database.drop();
});

test.each(changes)('PER-5 a %s through one process is refused by the other at once', async (change) => {
  for (let trial = 0; trial < 5; trial += 1) expect(await taps.trial(change)).toBeNull();
}, 120_000);
