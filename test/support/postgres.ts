import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { runMigrations } from 'graphile-worker';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../../src/server/platform/database/embedded-postgres.ts';
import { migrate } from '../../src/server/platform/database/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    postgresUrl: string;
  }
}

/**
 * One real PostgreSQL for a test run, with a migrated template that each test file's database is cloned
 * from.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-test-'));
  const server = await startEmbeddedPostgres({ folder, durable: false });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database template_foyer');
  const url = server.url.replace(/\/postgres$/, '/template_foyer');
  await migrate(url);
  await runMigrations({ connectionString: url });
  await client.end();
  project.provide('postgresUrl', server.url);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
