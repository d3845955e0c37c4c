import { resolve } from 'node:path';
import { openDatabase } from './platform/database/open-database.ts';
import { DatabaseRefused } from './platform/database/migrate.ts';
import { mustBeFree } from './platform/http/free-port.ts';
import { type ProcessSettings, readProcessSettings, WrongSetting } from './platform/process-settings.ts';
import { readWishes, type Wishes } from './start-wishes.ts';

type Say = (line: string) => void;

/** What has to be there before anything is served. */
type Prepare = (say: Say) => Promise<void>;

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
  prepare: Prepare = async () => undefined,
): Promise<void> {
  try {
    await run(readWishes(args), readProcessSettings(env), prepare);
  } catch (error) {
    process.stderr.write(
      `${isForPeople(error) ? error.message : `Foyer could not start. ${String((error as Error).stack)}`}\n`,
    );
    process.exit(1);
  }
}

/** The database starts in a process of its own, so the program is read meanwhile. */
async function run(wishes: Wishes, settings: ProcessSettings, prepare: Prepare): Promise<void> {
  await mustBeFree(settings);
  const say: Say = (line) => process.stdout.write(`${line}\n`);
  const folder = resolve(import.meta.dirname, '..', '..', settings.folder);
  const opening = openDatabase({ url: settings.databaseUrl, folder, say });
  try {
    const [database, { serveEverything }] = await Promise.all([opening, import('./serve-everything.ts')]);
    await prepare(say);
    await serveEverything(database, { settings, wishes, say });
  } catch (error) {
    await opening.then((database) => database.stop(), () => undefined);
    throw error;
  }
}
