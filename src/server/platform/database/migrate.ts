import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';

const folder = fileURLToPath(new URL('../../../../db/migrations/', import.meta.url));

/** Something about the database that a person has to put right; the message says what. */
export class DatabaseRefused extends Error {}

/**
 * Brings the database to this version, one transaction for each migration, while other processes wait.
 * Throws {@link DatabaseRefused} when the database is too old a PostgreSQL, or was made by a newer Foyer.
 */
export async function migrate(url: string, say: (step: string) => void = () => undefined): Promise<void> {
  const client = new pg.Client({
    connectionString: url, options: '-c timezone=UTC', connectionTimeoutMillis: 30_000,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7013)');
    await mustBeRecent(client);
    const done = await doneMigrations(client);
    const known = await migrations();
    const newest = known.at(-1)?.version ?? 0;
    if (done.some((version) => version > newest)) {
      throw new DatabaseRefused(
        'This database was made by a newer Foyer. Start that version, or name another database.',
      );
    }
    const waiting = known.filter(({ version }) => !done.includes(version));
    if (waiting.length > 0) say(`Preparing the database: ${waiting.length} steps`);
    for (const migration of waiting) await apply(client, migration);
  } finally {
    await client.end();
  }
}

interface Migration {
  readonly version: number;
  readonly name: string;
}

export async function migrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.+\.sql$/.test(name)).sort();
  return names.map((name) => ({ version: Number(name.slice(0, 4)), name }));
}

const migrationText = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

async function mustBeRecent(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ version: string }>('select current_setting($1) as version', [
    'server_version_num',
  ]);
  const version = Math.floor(Number(rows[0]?.version) / 10_000);
  if (version < 15) throw new DatabaseRefused(`Foyer needs PostgreSQL 15 or newer; this one is ${version}.`);
}

async function doneMigrations(client: pg.Client): Promise<number[]> {
  await client.query(`create table if not exists migrations
    (version int primary key, name text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<{ version: number }>('select version from migrations order by version');
  return rows.map(({ version }) => version);
}

async function apply(client: pg.Client, { version, name }: Migration): Promise<void> {
  await client.query('begin');
  try {
    await client.query(await migrationText(name));
    await client.query('insert into migrations (version, name) values ($1, $2)', [version, name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    const said = (error as Error).message.split('\n')[0];
    throw new DatabaseRefused(`The migration ${name} failed and changed nothing: ${said}`, { cause: error });
  }
}
