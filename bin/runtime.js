// Plain JavaScript for whatever Node the machine has: finds or brings Node 24, installs what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import module from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const runtimeFolder = join(root, '.runtime');
/** Compiled code is kept between starts: a second start takes half the time. */
const compileCache = join(root, 'node_modules', '.compile-cache');
const wanted = 24;

/** One line on the terminal; standard output belongs to what a command answers. */
export const say = (line) => process.stderr.write(`${line}\n`);

/** Ends this process with one line that says what to do. */
export function giveUp(line) {
  say(line);
  process.exit(1);
}

/** The path of a Node 24 or newer: this one, or one brought by npm once. */
export function nodePath() {
  if (Number(process.versions.node.split('.')[0]) >= wanted) return process.execPath;
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = join(runtimeFolder, 'node_modules', name, 'bin', binary);
  if (existsSync(path)) return path;
  say(`Bringing Node ${wanted} (this machine has ${process.versions.node})`);
  mkdirSync(runtimeFolder, { recursive: true });
  writeFileSync(join(runtimeFolder, 'package.json'), '{"private":true}\n');
  npm(['install', '--no-save', '--no-package-lock', `${name}@${wanted}`], runtimeFolder);
  if (!existsSync(path))
    giveUp(`npm could not bring Node ${wanted} here. Install Node ${wanted} or newer, then try again.`);
  return path;
}

/** Installs the dependencies when the lock file is another than the one installed from. */
export function installDependencies() {
  const stamp = join(root, 'node_modules', '.installed-from');
  const lock = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing dependencies (once, about a minute)');
  npm(['ci'], root);
  writeFileSync(stamp, lock);
}

function npm(args, folder) {
  const quiet = [
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
  ];
  const [command, before] = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, [process.env.npm_execpath]] : ['npm', []];
  const { status, error } = spawnSync(command, [...before, ...args, ...quiet], {
    cwd: folder, stdio: ['ignore', process.stderr, process.stderr], shell: process.platform === 'win32',
    env: { ...process.env, NODE_ENV: '' },
  });
  if (error) giveUp('npm is not on this machine. Install Node with npm, then try again.');
  if (status !== 0)
    giveUp('npm could not install. Is the registry reachable? Its lines above say what failed.');
}

/** Runs a TypeScript file in this process where it can, which saves a process; else as {@link handOver}. */
export async function goOnWith(script) {
  if (!readsTypes()) return handOver(script);
  module.enableCompileCache(compileCache);
  endWithNpm(process);
  await import(pathToFileURL(join(root, script)).href);
}

/** From 24.12 on Node reads TypeScript without a warning. */
function readsTypes() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > wanted || (major === wanted && minor >= 12);
}

/** Runs a TypeScript file under Node 24, passes signals on, and ends as it ends. */
export function handOver(script, args = process.argv.slice(2)) {
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env.PATH].join(':');
  const child = spawn(nodePath(), ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, PATH: path, NODE_COMPILE_CACHE: compileCache },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  endWithNpm(child);
}

/** npm started us, through a shell: when either is killed, nobody else stops us, so we stop ourselves. */
function endWithNpm({ pid }) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const shell = process.ppid;
  const npm = parentOf(shell);
  const watch = setInterval(() => {
    if (process.ppid === shell && parentOf(shell) === npm) return;
    clearInterval(watch);
    process.kill(pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/** The process that started a process, where the machine tells by files; elsewhere always the same answer. */
function parentOf(pid) {
  try {
    const [, afterName] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?=\w )/);
    return Number(afterName.split(' ')[1]);
  } catch {
    return 0;
  }
}
