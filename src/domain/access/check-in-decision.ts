import type { Decision, Layer } from './decision.ts';
import { type Asked, decide } from './decide.ts';
import type { CheckInFacts } from './facts.ts';
import {
  checkInFreeze, checkInPlan, checkInRules, checkInSchedule, checkInStanding, checkInSuspension, checkInThing,
} from './layers/check-in.ts';
import { portalAccess } from './layers/portal-access.ts';
import { noTime } from './layers/without.ts';

/** CHK-1: may this customer come in here now, and by which pass. */
export const checkInLayers: readonly Layer<CheckInFacts>[] = [
  portalAccess, checkInStanding, checkInSuspension, checkInFreeze, checkInPlan, checkInThing, checkInSchedule,
  checkInRules, noTime,
];

export const decideCheckIn = (facts: CheckInFacts, asked: Asked): Decision =>
  decide(checkInLayers, facts, asked, {});
