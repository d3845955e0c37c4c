import { isAbsolute, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Instant } from '../../domain/kernel/instant.ts';
import { isRoleName, type RoleName, roleNames } from '../../domain/staff/role.ts';
import { loadLocations, networkOf } from '../locations/load-locations.ts';
import { type Clock, machineClock } from '../platform/clock/clock.ts';
import { connect, type Connection } from '../platform/database/connect.ts';
import { openDatabase } from '../platform/database/open-database.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { startLog } from '../platform/log/log.ts';
import { type ProcessSettings, readProcessSettings } from '../platform/process-settings.ts';
import { shellOf, type Work } from '../platform/work/shell.ts';
import { makeNetwork } from '../staff/make-network.ts';
import { createApiKey } from './create-api-key.ts';

type Env = Readonly<Record<string, string | undefined>>;

interface Wished {
  readonly name: string;
  readonly role: RoleName;
  readonly location: string | null;
}

/** Something the person at the terminal can put right, in one line. */
class WrongUse extends Error {}

const usage = 'Use: bin/api-key create --name NAME --role ROLE [--location SLUG]';

/**
 * `create --name N --role R [--location S]`: the secret on one line of standard output and nothing else; what
 * went wrong on one line of standard error. Answers the exit code.
 */
export async function makeKey(args: readonly string[], env: Env): Promise<number> {
  try {
    const wished = readWish(args);
    const secret = await withDatabase(readProcessSettings(env), (connection, settings) =>
      create(connection, settings, wished));
    process.stdout.write(`${secret}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${(error as Error).message.split('\n')[0]}\n`);
    return 1;
  }
}

function readWish(args: readonly string[]): Wished {
  const options = {
    name: { type: 'string' },
    role: { type: 'string' },
    location: { type: 'string' },
  } as const;
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  if (positionals.join(' ') !== 'create') throw new WrongUse(usage);
  const name = values.name?.trim() ?? '';
  if (name === '') throw new WrongUse(`A key needs a name. ${usage}`);
  const role = values.role ?? '';
  if (!isRoleName(role)) throw new WrongUse(`A key needs one of the roles ${roleNames.join(', ')}. ${usage}`);
  return { name, role, location: values.location ?? null };
}

async function withDatabase<T>(
  settings: ProcessSettings, body: (connection: Connection, settings: ProcessSettings) => Promise<T>,
): Promise<T> {
  const root = join(import.meta.dirname, '..', '..', '..');
  const folder = isAbsolute(settings.folder) ? settings.folder : resolve(root, settings.folder);
  const database = await openDatabase({ url: settings.databaseUrl, folder, say: () => undefined });
  const connection = connect(database.url, 2);
  try {
    return await body(connection, settings);
  } finally {
    await connection.close();
    await database.stop();
  }
}

async function create(connection: Connection, settings: ProcessSettings, wished: Wished): Promise<string> {
  const clock = await clockOf(connection, settings);
  const shell = shellOf({ connection, clock, settings, log: startLog('silent') });
  return shell.write(callerOf(system, null), async (work) => {
    const locationId = await placeOf(work, wished.location);
    const { secret } = await createApiKey(work, { name: wished.name, role: wished.role, locationId });
    return secret;
  });
}

/** The network where none is named; it is made on a database that has none yet. */
async function placeOf(work: Work, slug: string | null) {
  const locations = await loadLocations(work);
  if (slug === null)
    return networkOf(locations)?.id ?? (await makeNetwork(work, { name: 'Network', languages: ['en'] }));
  const found = locations.rows.find((row) => row.slug === slug);
  if (found === undefined) throw new WrongUse(`There is no location with the slug ${slug}.`);
  return found.id;
}

/** A server with a test clock beside us: what we write is written at its time. */
async function clockOf({ pool }: Connection, settings: ProcessSettings): Promise<Clock> {
  const { rows } = await pool.query<{ shows_at: Instant }>('select shows_at from test_clock');
  const at = rows[0]?.shows_at ?? settings.testClock;
  return at === null ? machineClock : { stands: true, now: () => at };
}
