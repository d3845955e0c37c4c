import { sql } from 'kysely';
import type { World } from './world.ts';

/** A sum over every row of every table, but of those that a request of anybody writes. */
export async function everyRow(
  { shell: { connection: { db } } }: Pick<World, 'shell'>, except: readonly string[] = ['sessions'],
): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db);
  const sums: Record<string, string> = {};
  for (const { name } of rows.filter((row) => !except.includes(row.name))) {
    const found = await sql<{ sum: string }>`
      select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum
      from ${sql.table(name)} t`.execute(db);
    sums[name] = found.rows[0]!.sum;
  }
  return sums;
}
