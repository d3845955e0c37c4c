import type { Instant } from '../../kernel/instant.ts';
import { lengthObstacle, startObstacle } from '../../resources/limits.ts';
import { hasPrice } from '../../resources/quote.ts';
import type { Layer, LayerOutcome } from '../decision.ts';
import type { AskFacts, BookingFacts } from '../facts.ts';
import { placeEdges } from '../lookup.ts';
import { deny, fix, notAsked, pass, passed } from '../outcome.ts';
import { pricingPlans } from './claim.ts';
import { overdueEdges, overdueOutcome } from './overdue.ts';

/**
 * Layer 8: lengths and steps of a booking, what is unpaid, and whether it has a price (BKA-1, ACC-7), all of
 * it over the booking's period (BKA-4); of buying and signing up what is unpaid when asked.
 */
export const rules: Layer<AskFacts> = { layer: 'rules', judge, edges };

const withinRules = passed('rules', 'withinRules');
const notAskedHere = notAsked('rules', 'rulesNotAsked');

function judge(facts: AskFacts, at: Instant): LayerOutcome {
  if (facts.action === 'book') return booking(facts as BookingFacts);
  if (facts.action === 'buy' || facts.action === 'signUpToPlan') {
    return overdueOutcome(facts, at, ({ blocksBuying }) => blocksBuying) ?? withinRules;
  }
  return notAskedHere;
}

function booking(facts: BookingFacts): LayerOutcome {
  const { resource, during, schedule } = facts;
  const fixes = [fix.resource('changeLimits', resource.id)];
  const named = { thing: resource.name };
  const length =
    lengthObstacle(resource, during) ?? startObstacle(schedule, resource.stepMinutes, during.start);
  if (length?.code === 'tooShort') {
    return deny(
      'rules',
      'tooShort',
      { ...named, limitMinutes: length.minutesMin, minutes: length.minutes },
      fixes,
    );
  }
  if (length?.code === 'tooLong') {
    return deny(
      'rules',
      'tooLong',
      { ...named, limitMinutes: length.minutesMax, minutes: length.minutes },
      fixes,
    );
  }
  if (length?.code === 'offStep')
    return deny('rules', 'offStep', { ...named, stepMinutes: length.stepMinutes }, fixes);
  const owed = overdueOutcome(facts, during, ({ blocksBooking }) => blocksBooking);
  if (owed?.outcome === 'deny') return owed;
  if (lacksPrice(facts)) return deny('rules', 'noRate', named, [fix.setRate]);
  if (owed !== null) return owed;
  return resource.needsApproval ? pass('rules', 'approvalNeeded', named) : withinRules;
}

/** Staff who ask for nobody in particular, or block the time, pay nothing. */
const lacksPrice = (facts: BookingFacts): boolean =>
  facts.pricing !== undefined && facts.pricing.rates.length > 0
  && !(facts.customer === null && facts.via !== 'portal')
  && !hasPrice(facts.pricing, pricingPlans(facts), facts.during);

/** The answer about a booking is the same whenever it is asked. */
function edges(facts: AskFacts, into: Instant[]): void {
  if (facts.action !== 'buy' && facts.action !== 'signUpToPlan') return;
  placeEdges(facts, into);
  overdueEdges(facts, into);
}
