import type { Layer } from '../decision.ts';
import type { BookingFacts } from '../facts.ts';
import { freeze } from '../layers/freeze.ts';
import { plan } from '../layers/plan.ts';
import { portalAccess } from '../layers/portal-access.ts';
import { standing } from '../layers/standing.ts';
import { suspension } from '../layers/suspension.ts';
import { thing } from '../layers/thing.ts';
import { overdueOutcome } from '../layers/overdue.ts';
import { noRules, noSchedule, noTime } from '../layers/without.ts';

/** Of the rules only what is unpaid: lengths and prices would answer for one slot alone. */
const unpaid: Layer<BookingFacts> = {
  ...noRules, judge: (facts, at) =>
    overdueOutcome(facts, at, ({ blocksBooking }) => blocksBooking) ?? noRules.judge(facts, at),
};

/** The layers of a booking that ask who somebody is: those of time would answer for one slot alone. */
export const whoMayBook: readonly Layer<BookingFacts>[] =
  [portalAccess, standing, suspension, freeze, plan, thing, noSchedule, unpaid, noTime];
