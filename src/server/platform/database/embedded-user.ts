import { chown, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** How PostgreSQL's programs are run: as ourselves, or, where we are root (which they refuse), as nobody. */
export interface RunsAs {
  as(
    program: string,
    args: string[],
  ): { command: string; args: string[]; options: { uid?: number; gid?: number } };
  /** Hands a file or an empty folder of ours to whoever runs them. */
  own(path: string): Promise<void>;
}

const nobody = 65534;

export async function runsAs(...pathsUsed: string[]): Promise<RunsAs> {
  if (process.getuid?.() !== 0) return ourselves;
  const reachable = await Promise.all(pathsUsed.map(isReachableByAnyone));
  return reachable.every(Boolean) ? asNobody : asNobodyInNamespace;
}

const ourselves: RunsAs = {
  as: (command, args) => ({ command, args, options: {} }),
  own: async () => undefined,
};

const asNobody: RunsAs = {
  as: (command, args) => ({ command, args, options: { uid: nobody, gid: nobody } }),
  own: (path) => chown(path, nobody, nobody),
};

/** In a folder that only root can enter, a user namespace lets root pass for nobody. */
const asNobodyInNamespace: RunsAs = {
  as: (program, args) => ({
    command: 'unshare',
    args: ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`, program, ...args],
    options: {},
  }),
  own: async () => undefined,
};

async function isReachableByAnyone(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
