import { Logger, run, runOnce, type RunnerOptions, type TaskList } from 'graphile-worker';
import { callerOf, system } from '../http/caller.ts';
import type { Shell, Work } from '../work/shell.ts';

/**
 * What the job queue does: work that is due now and need not be waited for. A job is begun at least once, in
 * a transaction of its own; one that fails is tried again later, each time later.
 */
export type Job = (work: Work, payload: Readonly<Record<string, unknown>>) => Promise<void>;
export type Jobs = Readonly<Record<string, Job>>;

/** Works off the queue as it fills. Returns what stops it, after the jobs at hand. */
export async function followQueue(shell: Shell, jobs: Jobs): Promise<() => Promise<void>> {
  const runner = await run({ ...optionsOf(shell, jobs), concurrency: 2, pollInterval: 5000 });
  runner.promise.catch((error: unknown) => shell.log.error({ err: error }, 'the job queue stopped'));
  return () => runner.stop();
}

/** Works off what waits now. */
export const workOffQueue = (shell: Shell, jobs: Jobs): Promise<void> => runOnce(optionsOf(shell, jobs));

const optionsOf = (shell: Shell, jobs: Jobs): RunnerOptions => ({
  pgPool: shell.connection.pool,
  noHandleSignals: true,
  parsedCronItems: [],
  logger: new Logger(() => (level, message) => {
    if (level === 'error') shell.log.error({ job: message }, 'a job failed');
  }),
  taskList: tasksOf(shell, jobs),
});

const tasksOf = (shell: Shell, jobs: Jobs): TaskList =>
  Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => [
      name,
      (payload: unknown) =>
        shell.write(callerOf(system, null), (work) => job(work, payload as Record<string, unknown>)),
    ]),
  );
