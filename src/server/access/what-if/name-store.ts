import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Database } from '../../platform/database/connect.ts';

export interface NamedRow {
  readonly id: Id<'cus'>;
  readonly name: string;
  readonly sortedName: string;
}

/** Where a list by name goes on. */
export type After = readonly (string | number | null)[] | null;

/** Everybody by name. */
export async function listByName(
  db: Database, { homes, after, limit }: { homes: readonly string[] | null; after: After; limit: number },
): Promise<NamedRow[]> {
  const home = homes === null ? sql`true` : sql`home_location_id = any(${[...homes]})`;
  const { rows } = await sql<NamedRow>`select id, name, sorted_name from customers
    where ${home} and ${beyond(after)} order by sorted_name, id limit ${limit}`.execute(db);
  return rows;
}

/** Some customers by name. */
export async function listNamed(
  db: Database, { ids, after }: { ids: readonly string[]; after: After },
): Promise<NamedRow[]> {
  const { rows } = await sql<NamedRow>`select id, name, sorted_name from customers
    where id = any(${[...ids]}) and ${beyond(after)} order by sorted_name, id`.execute(db);
  return rows;
}

const beyond = (after: After) =>
  (after === null ? sql`true` : sql`(sorted_name, id) > (${after[0]}, ${after[1]})`);
