import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

const entry = join(import.meta.dirname, 'serve.ts');

/** The real program as a process of its own, started on a port of its own. */
export interface FoyerProcess {
  readonly address: string;
  readonly child: ChildProcess;
  readonly said: () => string;
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts it and waits for its addresses. Rejects with what it said when it ends instead. */
export async function startFoyer(
  env: Record<string, string>,
  args: readonly string[] = [],
): Promise<FoyerProcess> {
  const port = env.PORT ?? String(await freePort());
  const child = spawnFoyer({ ...env, PORT: port }, args);
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<number | null>((tell) => child.once('exit', tell));
  const ready = (async () => {
    while (!said.includes('Foyer is ready')) await new Promise((go) => setTimeout(go, 25));
    return true;
  })();
  if ((await Promise.race([ready, ended.then(() => false)])) === false) {
    throw Object.assign(new Error(said.trim()), { exitCode: child.exitCode });
  }
  return {
    address: `http://127.0.0.1:${port}`,
    child,
    said: () => said,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts it and kills it, wherever it is by then. */
export async function killedAfter(milliseconds: number, env: Record<string, string>): Promise<void> {
  const child = spawnFoyer({ ...env, PORT: String(await freePort()) }, []);
  const ended = new Promise((tell) => child.once('exit', tell));
  await new Promise((go) => setTimeout(go, milliseconds));
  child.kill('SIGKILL');
  await ended;
}

const spawnFoyer = (env: Record<string, string>, args: readonly string[]) =>
  spawn(process.execPath, [entry, ...args], {
    env: { PATH: process.env.PATH ?? '', HOST: '127.0.0.1', ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((go) => probe.listen(0, '127.0.0.1', go));
  const address = probe.address();
  await new Promise((go) => probe.close(go));
  return typeof address === 'object' && address ? address.port : 0;
}
