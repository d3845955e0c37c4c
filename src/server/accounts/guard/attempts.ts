import { sql } from 'kysely';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { machineNow } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';
import { Problem } from '../../platform/http/problem.ts';

/**
 * Guesses are slowed, not accounts locked: counted by address, and by account for browsers it has never
 * signed in from. Whoever has signed in before, or opens a link from a letter, is not kept out by strangers
 * who guess.
 */
export interface Limit {
  readonly key: string;
  readonly most: number;
  readonly minutes: number;
}

/** One address, whatever it tries: an office with one address has many people in it. IPv6 by its network. */
export const byAddress = (what: string, address: string | null): Limit =>
  ({ key: `${what} from ${networkOf(address)}`, most: 60, minutes: 10 });

/** One account, whether it exists or not, so that the answer does not tell. */
export const byEmail = (what: string, email: string, most: number): Limit =>
  ({ key: `${what} for ${email}`, most, minutes: 15 });

/**
 * Counts an attempt in its own statement, whatever becomes of it, before anything is looked up: a hundred at
 * once are a hundred. Throws 429 with the time to wait.
 */
export async function countAttempt(db: Database, limits: readonly Limit[]): Promise<void> {
  for (const limit of limits) {
    const now = machineNow();
    const { count, since } = await count1(db, limit, now);
    if (count <= limit.most) continue;
    const until = addMinutes(since, limit.minutes);
    throw new Problem('tooMany', { retryAfterSeconds: Math.max(1, Math.ceil((until - now) / 1000)) });
  }
}

/** An attempt that succeeded does not count. */
export async function forgiveAttempt(db: Database, limits: readonly Limit[]): Promise<void> {
  const keys = limits.map(({ key }) => key);
  await sql`update attempts set count = greatest(0, count - 1) where key = any(${keys})`.execute(db);
}

export async function deleteOldAttempts(db: Database): Promise<void> {
  await sql`delete from attempts where since < ${at(addMinutes(machineNow(), -60))}`.execute(db);
}

interface Counted {
  readonly count: number;
  readonly since: Instant;
}

async function count1(db: Database, { key, minutes }: Limit, now: Instant): Promise<Counted> {
  const begun = at(addMinutes(now, -minutes));
  const { rows } = await sql<Counted>`
    insert into attempts (key, count, since) values (${key.slice(0, 400)}, 1, ${at(now)})
    on conflict (key) do update set
      count = case when attempts.since <= ${begun} then 1 else attempts.count + 1 end,
      since = case when attempts.since <= ${begun} then excluded.since else attempts.since end
    returning count, since`.execute(db);
  return rows[0] ?? { count: 1, since: now };
}

function networkOf(address: string | null): string {
  if (address === null) return 'nowhere';
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  return plain.includes(':') ? plain.split(':').slice(0, 4).join(':') : plain;
}
