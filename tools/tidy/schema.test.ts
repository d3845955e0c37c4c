import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { cloneDatabase } from '../../test/support/database.ts';
import { describeSchema } from '../schema/write.ts';

const database = await cloneDatabase();
afterAll(() => database.drop());

test("schema.sql and the tables’ types are what migrations make: node tools/schema/write.ts", async () => {
  expect(inject('postgresUrl')).toContain('127.0.0.1');
  for (const [path, text] of Object.entries(await describeSchema(database.url))) {
    expect(await readFile(join(import.meta.dirname, '..', '..', path), 'utf8')).toBe(text);
  }
});
