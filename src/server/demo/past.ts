import type { Instant } from '../../domain/kernel/instant.ts';
import { type Caller, callerOf, system } from '../platform/http/caller.ts';
import { type Shell, shellOf, type Work } from '../platform/work/shell.ts';

export const demoCaller: Caller = callerOf(system, null);

/**
 * The shell as it was at an instant: the same verbs, with the clock set there. Letters and jobs of the past
 * are not sent any more.
 */
export function shellAt(shell: Shell, instant: Instant): Shell {
  const past = shellOf({ ...shell, clock: { now: () => instant, stands: true } });
  const quiet = (work: Work): Work => ({ ...work, mail: () => undefined, job: () => undefined });
  return { ...past, write: (caller, body) => past.write(caller, (work) => body(quiet(work))) };
}

/** The same, with its letters: for an outbox that somebody reads, never for one that sends. */
export const writeAt = <T>(shell: Shell, instant: Instant, body: (work: Work) => Promise<T>): Promise<T> =>
  shellOf({ ...shell, clock: { now: () => instant, stands: true } }).write(demoCaller, body);

/** Does something as it would have been done at an instant. */
export const at = <T>(shell: Shell, instant: Instant, body: (work: Work) => Promise<T>): Promise<T> =>
  shellAt(shell, instant).write(demoCaller, body);
