import { calendarFrom } from '../../domain/access/calendar.ts';
import type { Via } from '../../domain/access/decision.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { HOUR, type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { PricingFacts } from '../../domain/resources/quote.ts';
import type { Assumptions } from '../access/assume.ts';
import { bookingCalendar, relationOf, startsWithin } from '../access/booking-parts.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { plansGiving } from '../access/plans-giving.ts';
import { loadLocations, type Locations, locationOf } from '../locations/load-locations.ts';
import { loadPlans } from '../plans/load-plans.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRatesFor } from '../rates/load-rates.ts';
import { loadSchedules } from '../resources/load-schedules.ts';
import { listBooked } from '../resources/occupancy-store.ts';
import { listResources, type ResourceRow } from '../resources/resource-store.ts';
import { pricingFactsOf } from './pricing.ts';

export interface BookingQuestion {
  readonly resourceId: Id<'res'>;
  readonly customerId: Id<'cus'> | null;
  readonly during: Span;
  readonly via: Via;
  /** The instant of asking. */
  readonly at: Instant;
  /** Where it is asked about; the resource's own location unless another one shows it. */
  readonly locationId?: Id<'loc'>;
  readonly people?: number | null;
  /** A booking that is being moved, and so is not in its own way. */
  readonly except?: Id<'bok'> | null;
  /** Also what is needed to find the earliest start that would be allowed: 400 days of schedule. */
  readonly ahead?: boolean;
  readonly assume?: Assumptions;
}

export interface LoadedBooking {
  readonly facts: BookingFacts;
  readonly pricing: PricingFacts;
  readonly resource: ResourceRow;
  readonly linked: readonly ResourceRow[];
  readonly locations: Locations;
  readonly customerName: string | null;
}

/** Everything that decides and prices a booking, read now (BKA-1). Throws 404 where something asked about is not there. */
export async function loadBookingFacts(work: Work, question: BookingQuestion): Promise<LoadedBooking> {
  const { resourceId, customerId, during, via, at, people = null, except = null, ahead = false } = question;
  const [locations, [resource]] = await Promise.all([
    loadLocations(work), listResources(work.tx, { ids: [resourceId] }),
  ]);
  if (resource === undefined) throw new Problem('notFound');
  const { zone } = locationOf(locations, resource.locationId);
  const locationId = question.locationId ?? resource.locationId;
  const within = ahead ? startsWithin(at, during) : aroundOf(during);
  const calendar = ahead ? bookingCalendar(at, during, zone) : shortCalendar(at, during, zone);
  const [asked, schedules, booked, linked, rates, plans] = await Promise.all([
    loadAskFacts(work, {
      action: 'book', via, customerId, locationId, locations, hoursWithin: within,
      ...(question.assume && { assume: question.assume }),
    }),
    loadSchedules(work, locations, [resource], { within, except }),
    customerId === null ? [] : listBooked(work.tx, customerId, monthAround(during)),
    resource.linkedIds.length === 0 ? [] : listResources(work.tx, { ids: resource.linkedIds }),
    loadRatesFor(work, locations, [resource]),
    resource.audience.level === 'plans' ? loadPlans(work.tx) : null,
  ]);
  const right = { resourceId, typeId: resource.typeId };
  const facts: BookingFacts = {
    ...asked.facts, during, resource, people, calendar,
    relation: relationOf(locations.tree, locationId, resource.locationId),
    schedule: schedules.get(resourceId)!,
    booked: booked.filter(({ bookingId }) => bookingId !== except),
    planNames: plans === null ? new Map() : plansGiving(plans, resource.audience, right, at),
  };
  const pricing = pricingFactsOf(locations, resource, rates.get(resourceId) ?? [], during.start);
  return { facts, pricing, resource, linked, locations, customerName: asked.customer?.name ?? null };
}

const DAY = 24 * HOUR;

/** A day around the booking: its opening hours may have begun the evening before. */
const aroundOf = ({ start, end }: Span): Span => ({ start: instant(start - DAY), end: instant(end + DAY) });

/** Limits of plans count by day, week and cycle; cycles are as long as a year at most, the usual one a month. */
const monthAround = ({ start, end }: Span): Span => ({ start: instant(start - 366 * DAY), end: instant(end + 366 * DAY) });

/** Midnights that limits by week and horizons ask for, without the year ahead that only `allowedFrom` needs. */
const shortCalendar = (at: Instant, during: Span, zone: Parameters<typeof calendarFrom>[2]) => {
  const first = instant(Math.min(at, during.start) - 8 * DAY);
  return calendarFrom(first, Math.ceil((Math.max(at, during.end) - first) / DAY) + 9, zone);
};
