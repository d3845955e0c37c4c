import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../test/process/foyer-process.ts';
import { startEmbeddedPostgres } from '../../src/server/platform/database/embedded-postgres.ts';

/** The program as a process of its own, on a database of its own, and a key that may do everything. */
export interface Served {
  readonly databaseUrl: string;
  readonly address: string;
  readonly key: string;
  /** The status and the body of an answer, read to its end. */
  ask(method: string, path: string, body?: unknown): Promise<{ status: number; text: string }>;
  /** Creates, and answers what was made. */
  make(path: string, body: unknown): Promise<{ id: string }>;
  stop(): Promise<void>;
}

const entry = join(import.meta.dirname, '../../test/process/serve.ts');
const keyEntry = join(import.meta.dirname, '../../bin/api-key.ts');

export async function serve({ durable = true, env: more = {} }: {
  durable?: boolean;
  env?: Readonly<Record<string, string>>;
} = {}): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-bench-'));
  await chmod(folder, 0o755);
  const database = await startEmbeddedPostgres({ folder, durable });
  const port = await freePort();
  const env = {
    PATH: process.env.PATH ?? '', DATABASE_URL: database.url, PORT: String(port), HOST: '127.0.0.1',
    FOYER_OWNER_EMAIL: 'owner@bench.test', FOYER_OWNER_PASSWORD: 'a-bench-needs-an-owner',
    FOYER_LOG: 'fatal', ...more,
  };
  const server = spawn(process.execPath, [entry], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((ready, failed) => {
    server.stdout.on('data', (text: Buffer) => { if (String(text).includes('ready')) ready(); });
    server.once('exit', () => failed(new Error('the server ended')));
  });
  const key = await makeKey(env);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const ask: Served['ask'] = (method, path, body) => new Promise((answer, failed) => {
    const sent = body === undefined ? '' : JSON.stringify(body);
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const asked = request({ host: '127.0.0.1', port, method, path: `/api/v1${path}`, agent, headers });
    asked.on('error', failed);
    asked.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => { text += part; });
      response.on('end', () => answer({ status: response.statusCode ?? 0, text }));
    });
    asked.end(sent);
  });
  return {
    databaseUrl: database.url, address: `http://127.0.0.1:${port}`, key,
    ask,
    make: async (path, body) => {
      const { status, text } = await ask('POST', path, body);
      if (status !== 201) throw new Error(`${path}: ${status} ${text}`);
      return JSON.parse(text) as { id: string };
    },
    stop: async () => {
      agent.destroy();
      server.removeAllListeners('exit');
      server.kill('SIGTERM');
      await new Promise((done) => server.once('exit', done));
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeKey(env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, [keyEntry, 'create', '--name', 'bench', '--role', 'owner'], { env });
  let text = '';
  child.stdout.on('data', (part: Buffer) => { text += String(part); });
  await new Promise((done) => child.once('exit', done));
  return text.trim().split('\n').at(-1) ?? '';
}
