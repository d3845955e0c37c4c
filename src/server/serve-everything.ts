import { sql } from 'kysely';
import type { Logger } from 'pino';
import { makeApp } from './app.ts';
import { type Clock, machineClock } from './platform/clock/clock.ts';
import { startTestClock, type TestClock } from './platform/clock/test-clock.ts';
import { connect, type Connection } from './platform/database/connect.ts';
import type { OpenDatabase } from './platform/database/open-database.ts';
import { clearHalfDemo } from './demo/half-demo.ts';
import { portRefusal } from './platform/http/free-port.ts';
import { startLog } from './platform/log/log.ts';
import { followLetters } from './platform/mail/deliver-letters.ts';
import type { ProcessSettings } from './platform/process-settings.ts';
import { followDeadlines } from './platform/work/follow-deadlines.ts';
import { shellOf } from './platform/work/shell.ts';
import type { Wishes } from './start-wishes.ts';
import { deadlines, jobs, starters } from './words.ts';

interface Wanted {
  readonly settings: ProcessSettings;
  readonly wishes: Wishes;
  readonly say: (line: string) => void;
}

/** Everything in one process on one port, on an open database; says the addresses and stops when told to. */
export async function serveEverything(database: OpenDatabase, wanted: Wanted): Promise<void> {
  const log = startLog(process.env.FOYER_LOG ?? 'warn');
  const connection = connect(database.url, 20, (error) => log.warn({ err: error }, 'the database hung up'));
  try {
    await serveOn({ database, connection, log }, wanted);
  } catch (error) {
    await connection.close();
    throw error;
  }
}

interface Ground {
  readonly database: OpenDatabase;
  readonly connection: Connection;
  readonly log: Logger;
}

async function serveOn(
  { database, connection, log }: Ground,
  { settings, wishes, say }: Wanted,
): Promise<void> {
  if (wishes.demo && await clearHalfDemo(connection)) say('The demo was stopped half-way: it begins anew.');
  await makeQueue(connection);
  const testClock = settings.testClock === null ? null : await startTestClock(connection, settings.testClock);
  const clock: Clock | TestClock = testClock ?? machineClock;
  const shell = shellOf({ connection, clock, settings, log });
  const notes: string[] = [];
  for (const starter of starters) notes.push(...await starter(shell, wishes, say));
  const app = await makeApp({ shell });
  await app.listen({ port: settings.port, host: settings.host }).catch((error: NodeJS.ErrnoException) => {
    throw portRefusal(settings, error);
  });
  say(`\nFoyer is ready.\n  Members Portal  ${settings.url}/\n  Admin Panel     ${settings.url}/admin`);
  say(`  API             ${settings.url}/api/docs`);
  for (const note of notes) say(note);
  const stopDeadlines = followDeadlines(shell, deadlines);
  const stopLetters = followLetters(shell);
  const queue = import('./platform/queue/queue.ts').then(({ followQueue }) => followQueue(shell, jobs));
  queue.catch((error: unknown) => log.error({ err: error }, 'the job queue did not start'));
  onStop(async () => {
    await stopDeadlines();
    await stopLetters();
    await (await queue)();
    await app.close();
    await testClock?.close();
    await connection.close();
    await database.stop();
  });
}

/** The queue's own tables; a database that has them needs nothing before the queue is followed. */
async function makeQueue({ db, url }: Connection): Promise<void> {
  const { rows } = await sql<{ there: boolean }>`
    select to_regclass('graphile_worker._private_jobs') is not null as there`.execute(db);
  if (rows[0]?.there === true) return;
  const { runMigrations } = await import('graphile-worker');
  await runMigrations({ connectionString: url });
}

/** The first signal stops in order, within ten seconds; the second one at once. */
function onStop(stop: () => Promise<void>): void {
  let stopping = false;
  const end = () => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    stop().then(() => process.exit(0), () => process.exit(1));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
}
