import { sql } from 'kysely';
import { addMinutes, earliest, type Instant } from '../../../domain/kernel/instant.ts';
import { at } from '../database/sql.ts';
import { callerOf, system } from '../http/caller.ts';
import type { Shell, Work } from './shell.ts';

/**
 * What a word does when a deadline of its kind is reached. It may be asked twice after a fault, so it looks
 * first.
 */
export type OnDeadline = (work: Work, aboutId: string, dueAt: Instant) => Promise<void>;
export type Deadlines = Readonly<Record<string, OnDeadline>>;

/** Handles everything due by now, in order, each in its own transaction. Returns how many were handled. */
export async function runDeadlines(shell: Shell, handlers: Deadlines): Promise<number> {
  let handled = 0;
  while (await runNext(shell, handlers)) handled += 1;
  return handled;
}

/** The next deadline that waits, if any: where a standing clock has to stop on its way. */
export async function nextDeadline(shell: Shell): Promise<Instant | null> {
  const { rows } = await sql<{ due: Instant | null }>`
    select min(due_at) as due from deadlines where done_at is null and retry_at is null`.execute(
    shell.connection.db,
  );
  return earliest(rows[0]?.due ?? null);
}

interface Due {
  readonly id: string;
  readonly kind: string;
  readonly aboutId: string;
  readonly dueAt: Instant;
  readonly attempts: number;
}

async function runNext(shell: Shell, handlers: Deadlines): Promise<boolean> {
  const caller = callerOf(system, null);
  let taken: Due | undefined;
  try {
    await shell.write(caller, async (work) => {
      taken = await takeNext(work);
      if (taken === undefined) return;
      await handlers[taken.kind]?.(work, taken.aboutId, taken.dueAt);
    });
  } catch (error) {
    if (taken === undefined) throw error;
    shell.log.error({ err: error, deadline: taken.id, kind: taken.kind }, 'a deadline could not be handled');
    await putOff(shell, taken);
  }
  return taken !== undefined;
}

async function takeNext({ tx, now }: Work): Promise<Due | undefined> {
  const { rows } = await sql<Due>`
    update deadlines set done_at = ${at(now)} where id = (
      select id from deadlines where done_at is null and due_at <= ${at(now)}
        and (retry_at is null or retry_at <= ${at(now)})
      order by due_at, id limit 1 for update skip locked)
    returning id, kind, about_id, due_at, attempts`.execute(tx);
  return rows[0];
}

/** A fault is tried again after 1, 2, 4 … minutes, at most a day; the others do not wait for it. */
async function putOff({ connection, clock }: Shell, { id, attempts }: Due): Promise<void> {
  const again = addMinutes(clock.now(), Math.min(2 ** attempts, 1440));
  await sql`update deadlines set attempts = attempts + 1, retry_at = ${at(again)} where id = ${id}`.execute(
    connection.db,
  );
}
