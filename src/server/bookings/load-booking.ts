import { asChanged } from '../../domain/access/change-decision.ts';
import type { Via } from '../../domain/access/decision.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { HOUR, type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { PricingFacts } from '../../domain/resources/quote.ts';
import { startsWithin } from '../access/booking-parts.ts';
import { bookingQueries, loadBookingFacts } from '../access/load-booking-facts.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { together } from '../platform/database/together.ts';
import { versionsFrom } from '../platform/work/kept.ts';
import { askQueries } from '../access/facts/ask-rows.ts';
import { loadLocations, type Locations } from '../locations/load-locations.ts';
import { lacksEntity, loadBillingGround } from '../billing/load-billing-facts.ts';
import type { ChargeWish } from '../billing/raise-charge.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRatesFor } from '../rates/load-rates.ts';
import { loadResource, loadResourcesById, type ResourceRow } from '../resources/load-resource.ts';
import { pricingFactsOf } from '../rates/pricing-facts.ts';
import { type Reader, readerFrom, readersQuery } from './reader-store.ts';

export interface BookingQuestion {
  readonly resourceId: Id<'res'>;
  /** Null: nobody yet, or time that staff block. */
  readonly customerId: Id<'cus'> | null;
  readonly during: Span;
  /** Where it is asked from, which may hang on who asks and where the resource is. */
  readonly via: Via | ((locationId: Id<'loc'>) => Via);
  /** The instant of asking. */
  readonly at: Instant;
  readonly people?: number | null;
  /** A booking that is being moved, and so is not in its own way. */
  readonly except?: Id<'bok'> | null;
  /** Made already, and only to be moved. */
  readonly isChange?: boolean;
  /** Also 400 days of schedule, to find the earliest start that would be allowed. */
  readonly ahead?: boolean;
}

export interface LoadedBooking {
  readonly facts: BookingFacts;
  readonly pricing: PricingFacts;
  readonly resource: ResourceRow;
  readonly via: Via;
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
  const { resourceId, customerId, during, at, people = null, except = null, ahead = false } = question;
  const within = ahead ? startsWithin(at, during) : aroundOf(during);
  const rows = await together(work.tx, {
    ...askQueries(customerId),
    ...bookingQueries({ resourceId, within, at, during }, customerId),
    readers: readersQuery(customerId),
  });
  work.knows(versionsFrom(rows.versions));
  const [locations, resource] = await Promise.all([loadLocations(work), loadResource(work, resourceId)]);
  const { locationId } = resource;
  const via = typeof question.via === 'function' ? question.via(locationId) : question.via;
  const asked = await loadAskFacts(work,
    { action: 'book', via, customerId, locationId, hoursWithin: within, rows });
  const [facts, rates, linked, ground] = await Promise.all([
    loadBookingFacts(work, asked, { resourceId, resource, during, at, within, people, except, rows }),
    loadRatesFor(work, locations, [resource]),
    loadResourcesById(work, resource.linkedIds),
    customerId === null ? null : loadBillingGround(work, locations),
  ]);
  const [row] = rows.readers;
  const reader = row === undefined ? null : readerFrom(row, locations, at);
  const pricing = pricingFactsOf(
    locations,
    resource,
    rates.get(resourceId) ?? [],
    instant(Math.max(during.start, at)),
  );
  const { held } = asked;
  return {
    facts: question.isChange === true ? asChanged(facts) : facts,
    pricing, resource, via, linked, locations, customerName: asked.customer?.name ?? null, reader,
    charging: ground === null || held === null || lacksEntity(ground) ? undefined : { ground, held },
  };
}

/** Two days around the booking: enough to judge it, and to name free times nearby. */
const aroundOf = ({ start, end }: Span): Span => ({
  start: instant(start - 48 * HOUR),
  end: instant(end + 48 * HOUR),
});
