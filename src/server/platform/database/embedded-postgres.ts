import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { binariesOf, type Binaries } from './embedded-binaries.ts';
import { type RunsAs, runsAs } from './embedded-user.ts';

const run = promisify(execFile);

/** A PostgreSQL that lives in a folder of ours and listens on loopback only. */
export interface EmbeddedPostgres {
  readonly url: string;
  /** Stops the server if this process started it and nobody else is connected. */
  stop(): Promise<void>;
}

interface Wishes {
  readonly folder: string;
  /** False only for tests: nothing survives a power cut. */
  readonly durable?: boolean;
  readonly say?: ((step: string) => void) | undefined;
}

/**
 * Starts the server in the folder, making the cluster on first use. A server that outlived its killed
 * parent is taken over; a half-made cluster of a killed first start is thrown away.
 */
export async function startEmbeddedPostgres(wishes: Wishes): Promise<EmbeddedPostgres> {
  const home = resolve(wishes.folder);
  const cluster = join(home, 'postgres');
  const binaries = await binariesOf();
  await makeFolder(home);
  const user = await runsAs(home, binaries.folder);
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    await makeCluster({ home, cluster, say: wishes.say }, { binaries, user });
  }
  const password = await passwordIn(home);
  const survivor = await survivingServer(cluster, password);
  if (survivor) return { url: survivor.url, stop: () => stopWhenAlone(survivor.pid, survivor.url) };
  const port = await freePort();
  const url = urlOf(port, password);
  const server = launch(cluster, port, { binaries, user, durable: wishes.durable ?? true });
  await untilItAnswers(url, server);
  return { url, stop: () => stopWhenAlone(server.child.pid ?? 0, url) };
}

/** Step by step: Node's own way never ends where a parent takes no folders, as below `/proc`. */
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return void await readdir(path);
  if (!existsSync(dirname(path))) await makeFolder(dirname(path));
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function makeCluster(
  { home, cluster, say }: { home: string; cluster: string; say: Wishes['say'] },
  with_: { binaries: Binaries; user: RunsAs },
): Promise<void> {
  const half = `${cluster}.half`;
  await rm(half, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = join(home, 'postgres.password');
  await writeFile(passwordFile, password);
  await mkdir(half);
  await with_.user.own(half);
  await with_.user.own(passwordFile);
  const args = [
    '--pgdata',
    half,
    '--username',
    'foyer',
    '--pwfile',
    passwordFile,
    '--auth',
    'scram-sha-256',
    '--encoding',
    'UTF8',
    '--locale-provider',
    'builtin',
    '--builtin-locale',
    'C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ];
  const { command, args: all, options } = with_.user.as(with_.binaries.initdb, args);
  say?.('Making the database');
  await run(command, all, options).catch((error: Error & { stderr?: string }) => {
    throw new Error(/(?:error|FATAL|PANIC): +(.+)/.exec(error.stderr ?? '')?.[1] ?? error.message);
  });
  await chmod(passwordFile, 0o600);
  await rename(half, cluster);
}

interface Launch {
  readonly binaries: Binaries;
  readonly user: RunsAs;
  readonly durable: boolean;
}
interface Server {
  readonly child: ChildProcess;
  readonly said: () => string;
}

function launch(cluster: string, port: number, { binaries, user, durable }: Launch): Server {
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    max_connections: 200,
    shared_buffers: '128MB',
    log_min_messages: 'fatal',
    ...(durable
      ? {}
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }),
  };
  const args = [
    '-D',
    cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const { command, args: all, options } = user.as(binaries.postgres, args);
  const child = spawn(command, all, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => { said = (said + chunk.toString()).slice(-4000); });
  child.on('error', (error) => { said += error.message; });
  child.unref();
  (child.stderr as unknown as { unref?: () => void } | null)?.unref?.();
  return { child, said: () => said };
}

async function passwordIn(home: string): Promise<string> {
  const file = join(home, 'postgres.password');
  return (await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new Error(`${file} is missing: bring it back from a backup.`);
    throw error;
  })).trim();
}

/** A server that does not get there is stopped again. */
async function untilItAnswers(url: string, { child, said }: Server): Promise<void> {
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt += 1) {
    if (await answers(url)) return;
    if (said().includes('password authentication failed')) break;
    await new Promise((go) => setTimeout(go, 25));
  }
  child.kill('SIGINT');
  const reasons = [...said().matchAll(/(?:FATAL|PANIC|DETAIL): +(.+)/g)].map(([, reason = '']) => reason);
  const last = reasons.filter((reason) => !reason.includes('starting up')).slice(0, 2);
  throw new Error(['PostgreSQL did not start', ...last].join('. '));
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * The server of an earlier process that was killed, if it still runs: its first line is its process, its
 * fourth its port.
 */
async function survivingServer(
  cluster: string,
  password: string,
): Promise<{ pid: number; url: string } | null> {
  const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!pid || !port || !isAlive(pid)) return null;
  const url = urlOf(port, password);
  for (let attempt = 0; attempt < 40; attempt += 1) {
    if (await answers(url)) return { pid, url };
    if (!isAlive(pid)) return null;
    await new Promise((go) => setTimeout(go, 50));
  }
  return null;
}

async function stopWhenAlone(pid: number, url: string): Promise<void> {
  if (!pid || !isAlive(pid)) return;
  if (await othersConnected(url)) return;
  process.kill(pid, 'SIGINT');
  for (let attempt = 0; attempt < 400 && isAlive(pid); attempt += 1)
    await new Promise((go) => setTimeout(go, 25));
}

async function othersConnected(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ others: number }>(
      `select count(*)::int as others from pg_stat_activity
       where backend_type = 'client backend' and pid <> pg_backend_pid()`,
    );
    return (rows[0]?.others ?? 0) > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((go) => probe.listen(0, '127.0.0.1', go));
  const address = probe.address();
  await new Promise((go) => probe.close(go));
  return typeof address === 'object' && address ? address.port : 0;
}

const urlOf = (port: number, password: string): string =>
  `postgres://foyer:${password}@127.0.0.1:${port}/postgres`;
