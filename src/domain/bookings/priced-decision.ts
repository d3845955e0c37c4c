import type { Decision, LayerOutcome } from '../access/decision.ts';
import { type BookingAsked, bookingLayers, decideBooking } from '../access/booking-decision.ts';
import { firstDenyingCode } from '../access/decide.ts';
import type { BookingFacts } from '../access/facts.ts';
import { claimsOver } from '../access/layers/claim.ts';
import { placeAt, suspensionAt } from '../access/lookup.ts';
import { deny, fix } from '../access/outcome.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { money } from '../kernel/money.ts';
import { type PricingFacts, type PricingPlan, type Quote, quoteFor } from '../resources/quote.ts';
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
  const quote = quoteFor(pricing, pricingPlans(facts, asked.at), { during: facts.during, at: asked.at });
  const decision = decideBooking(facts, asked);
  if (quote === null) return { decision: withoutPrice(decision, facts), quote };
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
    mayBook({ ...facts, during }, pricing, at),
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
export function mayBook(facts: BookingFacts, pricing: PricingFacts, at: Instant): boolean {
  if (isForNobody(facts)) return firstDenyingCode(layersOfResource, facts, at) === null;
  if (firstDenyingCode(bookingLayers, facts, at) !== null) return false;
  return pricing.rates.length === 0
    || quoteFor(pricing, pricingPlans(facts, at), { during: facts.during, at }) !== null;
}

export const isForNobody = ({ customer, via }: BookingFacts): boolean =>
  customer === null && via !== 'portal';

const layersOfResource = bookingLayers.filter(({ layer }) =>
  layer === 'thing' || layer === 'schedule' || layer === 'rules' || layer === 'time');

/**
 * The contracts that entitle the customer here over the whole booking (MEM-8): one that ends or is frozen in
 * any part of it does not; while suspended none does, unless the location lets suspended customers use
 * benefits (MEM-4).
 */
export function pricingPlans({ customer, places, during }: BookingFacts, at: Instant): PricingPlan[] {
  if (customer === null) return [];
  const isBlocked =
    suspensionAt(customer.suspensions, at) !== null && !placeAt(places, at).whileSuspended.useBenefits;
  if (isBlocked) return [];
  return claimsOver(customer.covers, during.start, during.end, ({ validHere }) => validHere)
    .filter(({ frozen }) => frozen === null)
    .map(({ cover, stretch }) => ({
      contractId: cover.contractId, planId: stretch.planId, planName: stretch.planName,
      discountPercent: stretch.terms.entitlements.bookingDiscountPercent,
    }));
}

function withoutPrice(decision: Decision, { resource }: BookingFacts): Decision {
  const layers = decision.layers.map((outcome): LayerOutcome =>
    outcome.layer === 'rules' && outcome.outcome === 'pass'
      ? deny('rules', 'noRate', { thing: resource.name }, [fix.resource('changeLimits', resource.id)])
      : outcome,
  );
  const first = layers.find(({ outcome }) => outcome === 'deny') ?? null;
  return { ...decision, layers, allowed: false, firstDenial: first?.layer ?? null };
}
