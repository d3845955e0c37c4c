import pg from 'pg';
import { formatInstant, type Instant, instant } from '../../../domain/kernel/instant.ts';
import type { Connection } from '../database/connect.ts';
import type { Clock } from './clock.ts';

/**
 * A clock that stands until it is moved, kept in the database: a restart and other processes go on from
 * there.
 */
export interface TestClock extends Clock {
  moveTo(at: Instant): Promise<void>;
  close(): Promise<void>;
}

const channel = 'foyer_test_clock';

export async function startTestClock(connection: Connection, startsAt: Instant): Promise<TestClock> {
  let shows = await keep(connection, startsAt);
  const ear = new pg.Client({ connectionString: connection.url });
  ear.on('error', () => undefined);
  ear.on('notification', ({ payload }) => { shows = instant(Math.max(shows, Number(payload))); });
  await ear.connect();
  await ear.query(`listen ${channel}`);
  return {
    stands: true,
    now: () => shows,
    async moveTo(at) {
      shows = await keep(connection, at);
      await connection.pool.query('select pg_notify($1, $2)', [channel, String(shows)]);
    },
    close: () => ear.end(),
  };
}

async function keep({ pool }: Connection, at: Instant): Promise<Instant> {
  const { rows } = await pool.query<{ shows_at: Instant }>(
    `insert into test_clock (shows_at) values ($1) on conflict (only_row)
     do update set shows_at = greatest(test_clock.shows_at, excluded.shows_at) returning shows_at`,
    [formatInstant(at)],
  );
  return rows[0]?.shows_at ?? at;
}
