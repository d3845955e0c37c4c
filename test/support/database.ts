import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

/** A database of this test file's own, cloned from the migrated template; dropped by `drop`. */
export async function cloneDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = inject('postgresUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await query(server, `create database ${name} template template_foyer strategy file_copy`);
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    drop: () => query(server, `drop database if exists ${name} with (force)`),
  };
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  // Cloning waits for others that clone the same template.
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.query(text);
      break;
    } catch (error) {
      if ((error as { code?: string }).code !== '55006' || attempt > 100) throw error;
      await new Promise((go) => setTimeout(go, 50));
    }
  }
  await client.end();
}
