import type { BookingAsked } from '../../domain/access/booking-decision.ts';
import type { Decision } from '../../domain/access/decision.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import { decideAndPrice } from '../../domain/bookings/priced-decision.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Locations } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRatesFor } from '../rates/load-rates.ts';
import { pricingFactsOf } from '../rates/pricing-facts.ts';

/**
 * What bookings supply to a question about access: the same answer as when it is booked, with its price
 * (ACC-2).
 */
export async function suppliedBooking(
  work: Work, facts: BookingFacts, { locations, at }: { locations: Locations; at: Instant },
): Promise<{ facts: BookingFacts; decide: (of: BookingFacts, asked: BookingAsked) => Decision }> {
  const { resource } = facts;
  const rates = (await loadRatesFor(work, locations, [resource])).get(resource.id) ?? [];
  const pricing = pricingFactsOf(locations, resource, rates, instant(Math.max(facts.during.start, at)));
  return {
    facts: { ...facts, pricing },
    decide: (of, asked) => decideAndPrice(of, pricing, asked).decision,
  };
}
