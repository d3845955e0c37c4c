import type { Instant } from '../../domain/kernel/instant.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { type Shell, shellOf, type Work } from '../platform/work/shell.ts';

/** Does something as it would have been done at an instant: the same verbs, with the clock set there. */
export function at<T>(shell: Shell, instant: Instant, body: (work: Work) => Promise<T>): Promise<T> {
  const clock = { now: () => instant, stands: true };
  return shellOf({ ...shell, clock }).write(callerOf(system, null), body);
}
