import type { Via } from '../../domain/access/decision.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { HOUR, type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { PricingFacts } from '../../domain/resources/quote.ts';
import { startsWithin } from '../access/booking-parts.ts';
import { loadBookingFacts } from '../access/load-booking-facts.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { loadLocations, type Locations } from '../locations/load-locations.ts';
import { lacksEntity, loadBillingGround } from '../billing/load-billing-facts.ts';
import type { ChargeWish } from '../billing/raise-charge.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRatesFor } from '../rates/load-rates.ts';
import { loadResource, loadResources, type ResourceRow } from '../resources/load-resource.ts';
import { pricingFactsOf } from '../rates/pricing-facts.ts';
import { findReader, type Reader } from './reader-store.ts';

export interface BookingQuestion {
  readonly resourceId: Id<'res'>;
  /** Null: nobody yet, or time that staff block. */
  readonly customerId: Id<'cus'> | null;
  readonly during: Span;
  readonly via: Via;
  /** The instant of asking. */
  readonly at: Instant;
  readonly people?: number | null;
  /** A booking that is being moved, and so is not in its own way. */
  readonly except?: Id<'bok'> | null;
  /** Also what charging and telling the customer need, for a booking that is about to be written. */
  readonly toWrite?: boolean;
  /** Also 400 days of schedule, to find the earliest start that would be allowed. */
  readonly ahead?: boolean;
}

export interface LoadedBooking {
  readonly facts: BookingFacts;
  readonly pricing: PricingFacts;
  readonly resource: ResourceRow;
  readonly linked: readonly ResourceRow[];
  readonly locations: Locations;
  readonly customerName: string | null;
  readonly reader: Reader | null;
  readonly charging: ChargeWish['known'];
}

/**
 * Everything that decides and prices a booking, read now (BKA-1). Throws 404 where something asked about is
 * not there.
 */
export async function loadBooking(work: Work, question: BookingQuestion): Promise<LoadedBooking> {
  const { resourceId, customerId, during, via, at, people = null, except = null, ahead = false } = question;
  const [locations, resource] = await Promise.all([loadLocations(work), loadResource(work, resourceId)]);
  const { locationId } = resource;
  const within = ahead ? startsWithin(at, during) : aroundOf(during);
  const loading = loadAskFacts(work, {
    action: 'book',
    via,
    customerId,
    locationId,
    locations,
    hoursWithin: within,
  });
  const writes = question.toWrite === true && customerId !== null;
  const [facts, rates, linked, asked, reader, ground] = await Promise.all([
    loading.then((loaded) =>
      loadBookingFacts(work, loaded, { resourceId, resource, during, at, within, people, except }),
    ),
    loadRatesFor(work, locations, [resource]),
    resource.linkedIds.length === 0 ? [] : loadResources(work, { ids: resource.linkedIds }),
    loading,
    writes ? findReader(work, customerId, locations) : null,
    writes ? loadBillingGround(work, locations) : null,
  ]);
  const pricing = pricingFactsOf(
    locations,
    resource,
    rates.get(resourceId) ?? [],
    instant(Math.max(during.start, at)),
  );
  const { held } = asked;
  return {
    facts, pricing, resource, linked, locations, customerName: asked.customer?.name ?? null, reader,
    charging: ground === null || held === null || lacksEntity(ground) ? undefined : { ground, held },
  };
}

/** Two days around the booking: enough to judge it, and to name free times nearby. */
const aroundOf = ({ start, end }: Span): Span => ({
  start: instant(start - 48 * HOUR),
  end: instant(end + 48 * HOUR),
});
