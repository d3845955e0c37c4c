import { DatabaseError } from 'pg';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { DatabaseRefused, migrate } from './migrate.ts';

interface Wanted {
  readonly url: string | null;
  readonly folder: string;
  readonly say: (step: string) => void;
}

export interface OpenDatabase {
  readonly url: string;
  stop(): Promise<void>;
}

/** The database named, or the embedded one in its folder, at this version. Throws {@link DatabaseRefused}. */
export async function openDatabase({ url, folder, say }: Wanted): Promise<OpenDatabase> {
  if (url !== null) {
    await migrate(url, say).catch((error: unknown) => { throw refusalOf(error); });
    return { url, stop: async () => undefined };
  }
  const embedded = await startEmbeddedPostgres({ folder, say }).catch((error: NodeJS.ErrnoException) => {
    throw new DatabaseRefused(folderRefusal(folder, error), { cause: error });
  });
  try {
    await migrate(embedded.url, say);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return embedded;
}

function folderRefusal(folder: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `The data folder ${folder} is closed to this user. Change its rights, or set FOYER_DATA.`;
  }
  if (code === 'ENOENT') return `The data folder ${folder} cannot be made there. Set FOYER_DATA to another.`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return `${folder} is not a folder. Set FOYER_DATA to one.`;
  if (code === 'ENOSPC' || message.includes('No space left'))
    return `There is no space left for the data folder ${folder}.`;
  return `The database in ${folder} could not be started. ${firstLine({ message } as Error)}`;
}

function refusalOf(error: unknown): unknown {
  if (error instanceof DatabaseRefused) return error;
  const { code } = error as { code?: string };
  const said = 'DATABASE_URL: ';
  if (error instanceof DatabaseError && code === '3D000')
    return refused(`${said}there is no such database. Create it first.`);
  if (error instanceof DatabaseError && code === '28P01')
    return refused(`${said}the user or the password is wrong.`);
  if (error instanceof DatabaseError && code === '28000')
    return refused(`${said}PostgreSQL does not let this user in from here: ${firstLine(error)}.`);
  if (error instanceof DatabaseError && code === '42501')
    return refused(`${said}this user may not create what Foyer needs. Make it the owner of the database.`);
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EHOSTUNREACH'].includes(code ?? '')
    || error instanceof AggregateError) {
    return refused(`${said}no PostgreSQL answers there. Check the host and the port.`);
  }
  if (error instanceof DatabaseError) return refused(`${said}PostgreSQL refused: ${firstLine(error)}.`);
  const reason = firstLine(error as Error);
  return refused(`${said}what answers there is no PostgreSQL that can be used (${reason}).`);
}

const firstLine = ({ message }: Error): string => message.split('\n')[0] ?? '';

const refused = (message: string): DatabaseRefused => new DatabaseRefused(message);
