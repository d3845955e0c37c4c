import { type RawBuilder, sql } from 'kysely';
import type { Database } from './connect.ts';
import { instant, type Instant } from '../../../domain/kernel/instant.ts';

/** A query that can be sent by itself or together with others. */
export type Query<Row> = RawBuilder<Row>;

export const rowsOf = async <Row>(tx: Database, query: Query<Row>): Promise<Row[]> =>
  (await query.execute(tx)).rows;

/** The rows of several queries. */
export type Rows<Q> = { readonly [K in keyof Q]: Q[K] extends Query<infer Row> ? Row[] : never };

/**
 * Several queries as one statement: one round trip, and all of them see the same instant of the database.
 * Rows come as JSON, and house names tell what they hold: what ends in `_at` is an instant; periods are asked
 * for as their two ends.
 */
export async function together<Q extends Readonly<Record<string, Query<unknown>>>>(
  tx: Database,
  queries: Q,
): Promise<Rows<Q>> {
  const folded = Object.entries(queries).map(([name, query]) =>
    sql`(select json_agg(q) from (${query}) q) as ${sql.raw(`"${name}"`)}`,
  );
  const { rows } = await sql<Record<string, Folded[] | null>>`select ${sql.join(folded)}`.execute(tx);
  return Object.fromEntries(
    Object.entries(rows[0] ?? {}).map(([name, found]) => [name, (found ?? []).map(unfolded)]),
  ) as Rows<Q>;
}

type Folded = Readonly<Record<string, unknown>>;

/** One row as it would have come by itself: names as in code, instants as numbers. What is inside stays. */
function unfolded(row: Folded): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    const { name, isInstant } = columnOf(column);
    result[name] = isInstant && typeof value === 'string' ? readInstant(value) : value;
  }
  return result;
}

interface Column {
  readonly name: string;
  readonly isInstant: boolean;
}

const columns = new Map<string, Column>();

function columnOf(column: string): Column {
  const known = columns.get(column) ?? {
    name: column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    isInstant: column.endsWith('_at'),
  };
  columns.set(column, known);
  return known;
}

const readInstant = (text: string): Instant => instant(Date.parse(text));
