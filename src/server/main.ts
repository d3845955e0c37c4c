import { resolve } from 'node:path';
import { runMigrations } from 'graphile-worker';
import { makeApp } from './app.ts';
import { type Clock, machineClock } from './platform/clock/clock.ts';
import { startTestClock, type TestClock } from './platform/clock/test-clock.ts';
import { connect } from './platform/database/connect.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { mustBeFree } from './platform/http/free-port.ts';
import { startLog } from './platform/log/log.ts';
import { type ProcessSettings, readProcessSettings, WrongSetting } from './platform/process-settings.ts';
import { followLetters } from './platform/mail/deliver-letters.ts';
import { followQueue } from './platform/queue/queue.ts';
import { followDeadlines } from './platform/work/follow-deadlines.ts';
import { shellOf } from './platform/work/shell.ts';
import { DatabaseRefused } from './platform/database/migrate.ts';
import { readWishes, type Wishes } from './start-wishes.ts';
import { deadlines, jobs, starters } from './words.ts';

/** Something that keeps the product from starting and that a person can put right. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof WrongSetting || error instanceof DatabaseRefused;

/**
 * Starts everything, prints the addresses, and stops gracefully when told to. Faults are one line and exit
 * code 1.
 */
export async function start(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    await run(readWishes(args), readProcessSettings(env));
  } catch (error) {
    process.stderr.write(
      `${isForPeople(error) ? error.message : `Foyer could not start. ${String((error as Error).stack)}`}\n`,
    );
    process.exit(1);
  }
}

async function run(wishes: Wishes, settings: ProcessSettings): Promise<void> {
  await mustBeFree(settings);
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const folder = resolve(import.meta.dirname, '..', '..', settings.folder);
  const database = await openDatabase({ url: settings.databaseUrl, folder, say });
  await runMigrations({ connectionString: database.url });
  const log = startLog(process.env.FOYER_LOG ?? 'warn');
  const connection = connect(database.url, 20, (error) => log.warn({ err: error }, 'the database hung up'));
  const testClock = settings.testClock === null ? null : await startTestClock(connection, settings.testClock);
  const clock: Clock | TestClock = testClock ?? machineClock;
  const shell = shellOf({ connection, clock, settings, log });
  const notes: string[] = [];
  for (const starter of starters) notes.push(...await starter(shell, wishes, say));
  const app = await makeApp({ shell });
  const stopDeadlines = followDeadlines(shell, deadlines);
  const stopLetters = followLetters(shell);
  const stopQueue = await followQueue(shell, jobs);
  await app.listen({ port: settings.port, host: settings.host });
  say(`\nFoyer is ready.\n  Members Portal  ${settings.url}/\n  Admin Panel     ${settings.url}/admin`);
  say(`  API             ${settings.url}/api/docs`);
  for (const note of notes) say(note);
  onStop(async () => {
    await stopDeadlines();
    await stopLetters();
    await stopQueue();
    await app.close();
    await testClock?.close();
    await connection.close();
    await database.stop();
  });
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
