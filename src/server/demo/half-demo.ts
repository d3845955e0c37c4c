import { sql } from 'kysely';
import type { Connection, Database } from '../platform/database/connect.ts';
import { migrate } from '../platform/database/migrate.ts';

const mark = 'the demo is being filled';

/** Set before the first step of the demo, so that a killed start is told from a network that is in use. */
export const markDemo = (db: Database): Promise<unknown> =>
  sql`comment on table migrations is ${sql.lit(mark)}`.execute(db);

export const unmarkDemo = (db: Database): Promise<unknown> =>
  sql`comment on table migrations is null`.execute(db);

/** A demo that was killed while it was filled is thrown away, and the database made anew. */
export async function clearHalfDemo({ db, url }: Connection): Promise<boolean> {
  const { rows } = await sql<{ half: boolean }>`
    select obj_description('migrations'::regclass) is not distinct from ${mark} as half`.execute(db);
  if (rows[0]?.half !== true) return false;
  await sql`drop schema if exists public, graphile_worker cascade`.execute(db);
  await sql`create schema public`.execute(db);
  await migrate(url);
  return true;
}
