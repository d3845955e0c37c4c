import { sql } from 'kysely';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { machineNow } from '../clock/clock.ts';
import type { Database } from '../database/connect.ts';
import { at, atOrNull } from '../database/sql.ts';
import type { Shell } from '../work/shell.ts';
import type { Letter } from './letter.ts';
import { localOutbox, type Mailer, Undeliverable } from './mailer.ts';
import { smtpMailer } from './smtp-mailer.ts';

/** After 12 times, two days in all, somebody has to look. */
const attemptsMost = 12;
const everyMilliseconds = 1000;

/** The adapter that the settings name. */
const mailerFor = ({ settings }: Shell): Mailer =>
  (settings.smtpUrl === null ? localOutbox : smtpMailer(settings.smtpUrl));

/**
 * Delivers what waits, one by one, each under a lock that other processes pass by. What fails is tried again
 * after 1, 2, 4 … minutes. Returns how many were delivered.
 */
export async function deliverLetters(shell: Shell, mailer: Mailer): Promise<number> {
  if (mailer === localOutbox) return leaveInOutbox(shell);
  let delivered = 0;
  for (;;) {
    const outcome = await shell.connection.db.transaction().execute((tx) => deliverNext(tx, shell, mailer));
    if (outcome === 'nothing') return delivered;
    if (outcome === 'delivered') delivered += 1;
  }
}

/** Delivers as letters are written. Returns what stops it, after the one at hand. */
export function followLetters(shell: Shell, mailer: Mailer = mailerFor(shell)): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    running = deliverLetters(shell, mailer)
      .catch((error: unknown) => shell.log.error({ err: error }, 'letters could not be delivered'))
      .finally(() => { if (!stopped) timer = setTimeout(turn, everyMilliseconds); });
  };
  turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
    mailer.close();
  };
}

/** Letters that stay where they are need nobody to carry them: all that wait, at once. */
async function leaveInOutbox({ connection, clock }: Shell): Promise<number> {
  const { numAffectedRows } = await sql`
    update mails set sent_at = ${at(clock.now())}, attempts = attempts + 1, failure = null, retry_at = null
    where id = any(array(select id from mails where sent_at is null and attempts < 12
      and (retry_at is null or retry_at <= ${at(machineNow())}) limit 1000 for update skip locked))`.execute(
    connection.db,
  );
  return Number(numAffectedRows ?? 0);
}

interface Waiting {
  readonly id: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly plainText: string;
  readonly html: string;
  readonly language: string;
  readonly attachments: readonly { name: string; type: string; base64: string }[];
  readonly attempts: number;
  readonly networkName: string | null;
}

async function deliverNext(
  tx: Database, shell: Shell, mailer: Mailer,
): Promise<'delivered' | 'failed' | 'nothing'> {
  const row = await takeWaiting(tx, machineNow());
  if (row === undefined) return 'nothing';
  const from = {
    fromName: row.networkName ?? 'Foyer',
    fromAddress: `foyer@${new URL(shell.settings.url).hostname}`,
  };
  try {
    await mailer.deliver(letterOf(row), { id: row.id, ...from });
    await markSent(tx, row.id, shell.clock.now());
    return 'delivered';
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    shell.log.warn({ mail: row.id, said: error.message }, 'a letter was not taken');
    await markFailed(tx, row, error);
    return 'failed';
  }
}

async function takeWaiting(tx: Database, now: Instant): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
    select m.id, m.to_address, m.subject, m.plain_text, m.html, m.language, m.attachments, m.attempts,
      (select name from locations where parent_id is null) as network_name
    from mails m where m.sent_at is null and m.attempts < 12
      and (m.retry_at is null or m.retry_at <= ${at(now)})
    order by m.written_at, m.id limit 1 for update of m skip locked`.execute(tx);
  return rows[0];
}

async function markSent(tx: Database, id: string, now: Instant): Promise<void> {
  await sql`update mails set sent_at = ${at(now)}, attempts = attempts + 1, failure = null, retry_at = null
    where id = ${id}`.execute(tx);
}

async function markFailed(tx: Database, { id, attempts }: Waiting, error: Undeliverable): Promise<void> {
  const tried = error.forGood ? attemptsMost : attempts + 1;
  const again = tried >= attemptsMost ? null : addMinutes(machineNow(), 2 ** attempts);
  await sql`update mails set attempts = ${tried}, failure = ${error.message}, retry_at = ${atOrNull(again)}
    where id = ${id}`.execute(tx);
}

const letterOf = (row: Waiting): Letter => ({
  to: row.toAddress, subject: row.subject, plainText: row.plainText, html: row.html, language: row.language,
  attachments: row.attachments.map(({ name, type, base64 }) =>
    ({ name, type, content: Buffer.from(base64, 'base64') })),
});
