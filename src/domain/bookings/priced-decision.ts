import type { Decision } from '../access/decision.ts';
import { type BookingAsked, bookingLayers, decideBooking } from '../access/booking-decision.ts';
import { firstDenyingCode } from '../access/decide.ts';
import type { BookingFacts } from '../access/facts.ts';
import { pricingPlans } from '../access/layers/claim.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { money } from '../kernel/money.ts';
import { type PricingFacts, type Quote, quoteFor } from '../resources/quote.ts';
import { bookablePeriods, candidatesIn } from '../resources/starts.ts';

/** A decision about a booking and its price, from the same facts. */
export interface PricedDecision {
  readonly decision: Decision;
  /** Null: no rate is for this customer, length and time. */
  readonly quote: Quote | null;
}

/**
 * The nine layers, and what it costs; a booking that nobody has set a price for is refused among the rules.
 */
export function decideAndPrice(
  facts: BookingFacts,
  pricing: PricingFacts,
  asked: BookingAsked,
): PricedDecision {
  const quote = quoteFor(pricing, pricingPlans(facts), { during: facts.during, at: asked.at });
  const decision = decideBooking({ ...facts, pricing }, asked);
  if (quote === null) return { decision, quote };
  return { decision: { ...decision, price: money(quote.total, quote.currency) }, quote };
}

/**
 * What may be booked of a length within a period: every start on the resource's steps that the same layers
 * allow, so that what is shown is what can be confirmed (BKA-2).
 */
export function bookableIn(
  facts: BookingFacts, pricing: PricingFacts,
  { within, minutes, at }: { readonly within: Span; readonly minutes: number; readonly at: Instant },
): Span[] {
  const lengths = { minutes, stepMinutes: facts.resource.stepMinutes };
  return candidatesIn(facts.schedule, within, lengths).filter((during) =>
    mayBook({ ...facts, during, pricing }, at),
  );
}

/** The same, and the longest periods that such bookings can lie in. */
export function bookableStartsAndPeriods(
  facts: BookingFacts, pricing: PricingFacts, asked: { within: Span; minutes: number; at: Instant },
): { readonly spans: Span[]; readonly periods: Span[] } {
  const spans = bookableIn(facts, pricing, asked);
  return { spans, periods: bookablePeriods(facts.schedule, spans) };
}

/**
 * The answer alone, for one of many starts. Where staff ask for nobody in particular, the resource and its
 * schedule decide, and no customer's contracts or prices.
 */
export const mayBook = (facts: BookingFacts, at: Instant): boolean =>
  firstDenyingCode(isForNobody(facts) ? layersOfResource : bookingLayers, facts, at) === null;

export const isForNobody = ({ customer, via }: BookingFacts): boolean =>
  customer === null && via !== 'portal';

const layersOfResource = bookingLayers.filter(({ layer }) =>
  layer === 'thing' || layer === 'schedule' || layer === 'rules' || layer === 'time');
