import type { Instant } from '../../domain/kernel/instant.ts';
import type { TestClock } from '../platform/clock/test-clock.ts';
import { Problem } from '../platform/http/problem.ts';
import { type Deadlines, nextDeadline, runDeadlines } from '../platform/work/deadlines.ts';
import type { Shell } from '../platform/work/shell.ts';

/**
 * Moves a standing clock to an instant, stopping at each deadline on the way so that all see their own
 * time.
 */
export async function moveClock(
  shell: Shell,
  clock: TestClock,
  move: { to: Instant; deadlines: Deadlines },
): Promise<void> {
  if (move.to < clock.now()) throw new Problem('clockBackwards');
  for (;;) {
    await runDeadlines(shell, move.deadlines);
    const next = await nextDeadline(shell);
    if (next === null || next > move.to) {
      if (clock.now() === move.to) return;
      await clock.moveTo(move.to);
    } else if (next > clock.now()) {
      await clock.moveTo(next);
    } else {
      // Somebody else is at work on it: another process, or this one's own watch.
      await new Promise((go) => setTimeout(go, 10));
    }
  }
}
