import type { Layer } from '../decision.ts';
import type { BookingFacts } from '../facts.ts';
import { freeze } from '../layers/freeze.ts';
import { plan } from '../layers/plan.ts';
import { portalAccess } from '../layers/portal-access.ts';
import { standing } from '../layers/standing.ts';
import { suspension } from '../layers/suspension.ts';
import { thing } from '../layers/thing.ts';
import { noRules, noSchedule, noTime } from '../layers/without.ts';

/** The layers of a booking that ask who somebody is: those of time would answer for one slot alone. */
export const whoMayBook: readonly Layer<BookingFacts>[] =
  [portalAccess, standing, suspension, freeze, plan, thing, noSchedule, noRules, noTime];
