import { type Deadlines, runDeadlines } from './deadlines.ts';
import type { Shell } from './shell.ts';

const everyMilliseconds = 1000;

/** Handles deadlines as they fall due. Returns what stops it, after the one at hand. */
export function followDeadlines(shell: Shell, handlers: Deadlines): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const turn = (): void => {
    running = runDeadlines(shell, handlers)
      .catch((error: unknown) => shell.log.error({ err: error }, 'deadlines could not be read'))
      .finally(() => { if (!stopped) timer = setTimeout(turn, everyMilliseconds); });
  };
  turn();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
