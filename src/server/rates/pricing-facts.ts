import type { Instant } from '../../domain/kernel/instant.ts';
import type { PricingFacts } from '../../domain/resources/quote.ts';
import type { Rate } from '../../domain/resources/rate.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import { type Locations, locationOf, settingAt } from '../locations/load-locations.ts';

/** What a price at a resource is worked out from, as it will be in force when the booking begins (BKA-4). */
export function pricingFactsOf(
  locations: Locations, resource: Pick<Resource, 'locationId'>, rates: readonly Rate[], at: Instant,
): PricingFacts {
  const where = { locationId: resource.locationId, at };
  const { zone, currency } = locationOf(locations, resource.locationId);
  return {
    zone, currency, rates,
    taxRate: settingAt(locations, where, 'taxRate'),
    taxName: settingAt(locations, where, 'taxName'),
    pricesIncludeTax: settingAt(locations, where, 'pricesIncludeTax'),
  };
}
