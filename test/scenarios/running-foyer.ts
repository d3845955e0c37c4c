import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startFoyer } from '../process/foyer-process.ts';
import { cloneDatabase } from '../support/database.ts';
import type { Answered } from '../support/world.ts';

const root = join(import.meta.dirname, '..', '..');

/** The real program with the network Harbour, asked over HTTP with a real key; time stands and is moved. */
export interface RunningFoyer {
  api(method: string, path: string, body?: unknown): Promise<Answered>;
  /** Asks and expects it to succeed; answers the body. */
  ask(method: string, path: string, body?: unknown): Promise<any>;
  clockTo(at: string): Promise<void>;
  stop(): Promise<void>;
}

export async function runHarbour(now: string): Promise<RunningFoyer> {
  const database = await cloneDatabase();
  const env = { DATABASE_URL: database.url, FOYER_TEST_CLOCK: now };
  const foyer = await startFoyer(env, ['--set-up', 'harbour']);
  const { stdout } = await promisify(execFile)(process.execPath,
    [join(root, 'bin/api-key.ts'), 'create', '--name', 'Story', '--role', 'owner'],
    { env: { PATH: process.env.PATH ?? '', ...env } });
  const api = async (method: string, path: string, body?: unknown): Promise<Answered> => {
    const isForm = body instanceof FormData;
    const response = await fetch(`${foyer.address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${stdout.trim()}`,
        ...(body !== undefined && !isForm && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === '' ? {} : JSON.parse(text) };
  };
  const ask: RunningFoyer['ask'] = async (method, path, body) => {
    const answer = await api(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    api, ask,
    clockTo: async (at) => { await ask('PUT', '/clock', { now: at }); },
    stop: async () => {
      await foyer.stop();
      await database.drop();
    },
  };
}
