import { firstFree } from '../resources/schedule.ts';
import { allowedFrom, onGrid } from './allowed-from.ts';
import type { Decision, Layer, LayerOutcome } from './decision.ts';
import { type Asked, decide } from './decide.ts';
import type { BookingFacts } from './facts.ts';
import { freeze } from './layers/freeze.ts';
import { plan } from './layers/plan.ts';
import { portalAccess } from './layers/portal-access.ts';
import { rules } from './layers/rules.ts';
import { schedule } from './layers/schedule.ts';
import { standing } from './layers/standing.ts';
import { suspension } from './layers/suspension.ts';
import { thing } from './layers/thing.ts';
import { time } from './layers/time.ts';

/** BKA-1: the nine layers of a booking, in order. */
export const bookingLayers: readonly Layer<BookingFacts>[] = [
  portalAccess, standing, suspension, freeze, plan, thing, schedule, rules, time,
];

export interface BookingAsked extends Asked {
  /** Left out where only the answer is wanted: looking for it walks over the schedule of 400 days. */
  readonly withStart?: boolean;
}

export function decideBooking(facts: BookingFacts, asked: BookingAsked): Decision {
  const shown = { target: facts.resource.id, during: facts.during };
  if (asked.withStart !== true) return explained(decide(bookingLayers, facts, asked, shown), facts);
  const from = allowedFrom(facts, asked.at);
  return explained(decide(bookingLayers, facts, asked, { ...shown, allowedFrom: from }), facts);
}

/**
 * When a taken resource can be had again for as long: too dear to look for wherever a start is only judged.
 */
function explained(decision: Decision, facts: BookingFacts): Decision {
  if (decision.layers[OF_SCHEDULE]?.code !== 'occupied') return decision;
  const freeAt = firstFree(facts.schedule, facts.during, (start) => onGrid(facts, start));
  const layers = decision.layers.map((of): LayerOutcome =>
    (of.code === 'occupied' ? withFreeStart(of as LayerOutcome<'occupied'>, freeAt) : of));
  return { ...decision, layers };
}

function withFreeStart(
  { until: _, ...outcome }: LayerOutcome<'occupied'>, freeAt: ReturnType<typeof firstFree>,
): LayerOutcome {
  return { ...outcome, facts: { ...outcome.facts, freeAt }, ...(freeAt !== null && { until: freeAt }) };
}

const OF_SCHEDULE = bookingLayers.indexOf(schedule);
