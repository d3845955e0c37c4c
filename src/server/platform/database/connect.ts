import { Kysely } from 'kysely';
import pg from 'pg';
import type { Interval } from '../../../domain/kernel/interval.ts';
import { type Instant, instant } from '../../../domain/kernel/instant.ts';
import { NamedClient } from './named-client.ts';
import type { Schema } from './schema.generated.ts';
import { Dialect, Names } from './statement.ts';

export type Database = Kysely<Schema>;

export interface Connection {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly url: string;
  close(): Promise<void>;
}

/** A connection keeps what it has prepared: it is worth keeping for a while itself. */
const keptMilliseconds = 5 * 60_000;

export const plugins = [new Names()];

/** A pool whose rows hold our own types: instants as numbers, days as texts, ranges as intervals. */
export function connect(
  url: string,
  most = 20,
  onError: (error: Error) => void = () => undefined,
): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    idleTimeoutMillis: keptMilliseconds,
    options: '-c timezone=UTC',
    types,
    application_name: 'foyer',
    pipeline: true,
    Client: NamedClient,
  } as pg.PoolConfig);
  // Without a listener a stop of the database would end this process; the next query reports the fault.
  pool.on('error', onError);
  pool.on('connect', (client) => client.on('error', onError));
  const db = new Kysely<Schema>({ dialect: new Dialect({ pool }), plugins });
  return { db, pool, url, close: () => db.destroy() };
}

const oid = { int8: 20, date: 1082, timestamptz: 1184, numeric: 1700, tstzrange: 3910 };

const parsers: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  [oid.numeric]: Number,
  [oid.date]: (text) => text,
  [oid.timestamptz]: readInstant,
  [oid.tstzrange]: readRange,
};

const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    parsers[id] ?? pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
};

/** `2026-12-01 09:00:00.5+00`, as a server in UTC writes it. */
function readInstant(text: string): Instant {
  return instant(Date.parse(`${text.slice(0, 10)}T${text.slice(11)}:00`));
}

/** `["2026-12-01 09:00:00+00","2026-12-01 10:00:00+00")`; ours always have a start. */
function readRange(text: string): Interval {
  const [start = '', end = ''] = text.slice(1, -1).replaceAll('"', '').split(',');
  return { start: readInstant(start), end: end === '' ? null : readInstant(end) };
}
