// Writes db/schema.sql and the tables' types from the migrations. With --check it only says whether they
// are current.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/server/platform/database/embedded-postgres.ts';
import { migrate } from '../../src/server/platform/database/migrate.ts';
import { schemaText } from './schema-text.ts';
import { schemaTypes } from './schema-types.ts';

const root = join(import.meta.dirname, '..', '..');
const outputs = {
  'db/schema.sql': schemaText,
  'src/server/platform/database/schema.generated.ts': schemaTypes,
};

export async function describeSchema(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const texts: Record<string, string> = {};
    for (const [path, describe] of Object.entries(outputs)) texts[path] = await describe(client);
    return texts;
  } finally {
    await client.end();
  }
}

if (import.meta.main) {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-schema-'));
  const server = await startEmbeddedPostgres({ folder, durable: false });
  await migrate(server.url);
  for (const [path, text] of Object.entries(await describeSchema(server.url))) {
    if (process.argv.includes('--check') && text !== (await readFile(join(root, path), 'utf8')))
      process.exitCode = 1;
    else await writeFile(join(root, path), text);
  }
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
