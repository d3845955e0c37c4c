import * as api from '../../api/clock.ts';
import { text } from '../../api/schema.ts';
import type { TestClock } from '../platform/clock/test-clock.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { Problem } from '../platform/http/problem.ts';
import { type Route, serve } from '../platform/http/serve.ts';
import type { Deadlines } from '../platform/work/deadlines.ts';
import type { Shell } from '../platform/work/shell.ts';
import { moveClock } from './move-clock.ts';

/** The clock's routes know nothing of themselves without a test clock: they are 404. */
export const clockRoutes = (clock: Clock, deadlines: Deadlines, shell: Shell): Route[] => [
  serve(api.getClock, async () => shown(standing(clock))),
  serve(api.moveClock, async ({ body }) => {
    const test = standing(clock);
    await moveClock(shell, test, { to: body.now, deadlines });
    return shown(test);
  }),
];

function standing(clock: Clock): TestClock {
  if (!clock.stands) throw new Problem('notFound');
  return clock as TestClock;
}

const shown = (clock: Clock) => ({ now: text(clock.now()), stands: true });
