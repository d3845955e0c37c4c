import type { QueryOf } from '../../api/endpoint.ts';
import type * as api from '../../api/bookings.ts';
import { type AnsweredLayer, presentDecision } from '../../api/decision.ts';
import type { Via } from '../../domain/access/decision.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import {
  bookableStartsAndPeriods,
  decideAndPrice,
  isForNobody,
  mayBook,
} from '../../domain/bookings/priced-decision.ts';
import { pricingPlans } from '../../domain/access/layers/claim.ts';
import { addMinutes, HOUR, type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { PricingFacts } from '../../domain/resources/quote.ts';
import { rateFor } from '../../domain/resources/rate.ts';
import { candidatesIn } from '../../domain/resources/starts.ts';
import { loadBookingFacts } from '../access/load-booking-facts.ts';
import { loadAskFacts } from '../access/load-facts.ts';
import { locationsShown } from './resources-shown.ts';
import { readerOf } from '../access/who-reads.ts';
import { loadLocations } from '../locations/load-locations.ts';
import { pricingFactsOf } from '../rates/pricing-facts.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRatesFor } from '../rates/load-rates.ts';
import { loadSchedules } from '../resources/load-schedules.ts';
import { loadResources, type ResourceRow } from '../resources/load-resource.ts';

type Query = QueryOf<typeof api.listAvailability>;

/** What of one resource is free for somebody, and why the rest is not. */
export interface Availability {
  readonly resource: ResourceRow;
  readonly minutes: number;
  /** Where a booking of that length may begin, each with its end. */
  readonly bookable: readonly Span[];
  readonly periods: readonly Span[];
  readonly open: readonly Span[];
  /** Minor units for an hour, tax as rates are stated; null: no rate. */
  readonly pricePerHour: {
    readonly yours: number;
    readonly standard: number | null;
    readonly currency: string;
  } | null;
  readonly refused: readonly Refused[];
}

/** A period in which the first reason against booking is the same. */
export interface Refused extends Span {
  readonly why: AnsweredLayer;
}

/**
 * Free starts of each resource, judged by the function that confirms bookings, on the facts it would read
 * (BKA-2).
 */
export async function listAvailability(work: Work, query: Query, via: Via): Promise<Availability[]> {
  const { locationId, from, to, customerId = null } = query;
  const within: Span = { start: from, end: to };
  const hoursWithin = { start: instant(from - 24 * HOUR), end: instant(to + 24 * HOUR) };
  const asked = await loadAskFacts(work, { action: 'book', via, customerId, locationId, hoursWithin });
  const resources = await loadResources(work, filterOf(work, query));
  const [schedules, rates] = await Promise.all([
    loadSchedules(work, asked.locations, resources, { within: hoursWithin }),
    loadRatesFor(work, asked.locations, resources),
  ]);
  const first = resources[0];
  if (first === undefined) return [];
  const during = { start: from, end: addMinutes(from, 1) };
  const reader = readerOf(work.caller, { locationId, subject: customerId });
  const shared = await loadBookingFacts(work, asked,
    { resourceId: first.id, resource: first, during, at: work.now, within: during });
  return resources.map((resource) => {
    const facts: BookingFacts = {
      ...shared,
      resource,
      schedule: schedules.get(resource.id)!,
      people: query.capacity ?? null,
    };
    const pricing = pricingFactsOf(
      asked.locations,
      resource,
      rates.get(resource.id) ?? [],
      instant(Math.max(from, work.now)),
    );
    return availabilityOf({ facts, pricing, resource }, { query, within, at: work.now, reader });
  });
}

/** VIS-1: with those of other locations that this one's portal shows, each by the rules where it is. */
export async function listShownIn(work: Work, query: Query): Promise<Availability[]> {
  const shown = locationsShown(await loadLocations(work), query.locationId, work.now);
  const lists = await Promise.all(
    shown.map((locationId) => listAvailability(work, { ...query, locationId }, 'portal')));
  return lists.flat();
}

interface Of {
  readonly facts: BookingFacts;
  readonly pricing: PricingFacts;
  readonly resource: ResourceRow;
}
interface Asked {
  readonly query: Query;
  readonly within: Span;
  readonly at: Instant;
  readonly reader: ReturnType<typeof readerOf>;
}

function availabilityOf(
  { facts, pricing, resource }: Of,
  { query, within, at, reader }: Asked,
): Availability {
  const minutes = query.minutes ?? resource.minutesMin;
  const { spans, periods } = bookableStartsAndPeriods(facts, pricing, { within, minutes, at });
  const open = facts.schedule.open.filter((span) => span.end > within.start && span.start < within.end);
  return {
    resource,
    minutes,
    bookable: spans,
    periods,
    open,
    pricePerHour: hourPrice(facts, pricing, spans[0]?.start ?? instant(Math.max(within.start, at))),
    refused: query.explain === true ? refusedIn(facts, pricing, { within, minutes, at, reader }) : [],
  };
}

/** What an hour costs this customer and anybody, at the first time there is. */
function hourPrice(
  facts: BookingFacts,
  pricing: PricingFacts,
  start: Instant,
): Availability['pricePerHour'] {
  const during = { start, end: addMinutes(start, 60) };
  const plans = pricingPlans({ ...facts, during });
  const yours = rateFor(pricing.rates, plans, { during, ...pricing });
  if (yours === null) return null;
  const best = Math.max(0, ...plans.map(({ discountPercent }) => discountPercent));
  return {
    yours: Math.round((yours.amount * (100 - best)) / 100),
    currency: pricing.currency,
    standard: rateFor(pricing.rates, [], { during, ...pricing })?.amount ?? null,
  };
}

/**
 * Every step that cannot be booked, joined where the first reason is the same; hours in which it is closed
 * too.
 */
function refusedIn(
  facts: BookingFacts, pricing: PricingFacts,
  { within, minutes, at, reader }: Omit<Asked, 'query'> & { minutes: number },
): Refused[] {
  const refused: Refused[] = [];
  const { stepMinutes } = facts.resource;
  const steps = stepsIn(facts, within, stepMinutes);
  for (const { start, end } of steps) {
    const during = { start, end: addMinutes(start, minutes) };
    const moved = { ...facts, during, pricing };
    if (mayBook(moved, at)) continue;
    const why = whyNot(moved, pricing, { at, reader });
    if (why === undefined) continue;
    const last = refused.at(-1);
    const goesOn = last !== undefined && last.end >= start && last.why.code === why.code;
    if (goesOn) refused[refused.length - 1] = { ...last, end };
    else refused.push({ start, end, why });
  }
  return refused;
}

function whyNot(
  facts: BookingFacts, pricing: PricingFacts, { at, reader }: Pick<Asked, 'at' | 'reader'>,
): AnsweredLayer | undefined {
  const { decision } = decideAndPrice(facts, pricing, { at, withChange: false });
  const denials = presentDecision(decision, reader).layers.filter(
    ({ outcome }) => outcome === 'deny',
  );
  const ofResource = new Set(['thing', 'schedule', 'rules', 'time']);
  return isForNobody(facts)
    ? denials.find(({ layer }) => ofResource.has(layer))
    : denials[0];
}

/** Steps of opening hours, and between them the closed hours as one step each. */
function stepsIn(facts: BookingFacts, within: Span, stepMinutes: number): Span[] {
  const open = candidatesIn(facts.schedule, within, { minutes: stepMinutes, stepMinutes });
  const all: Span[] = [];
  let last = within.start;
  for (const step of open) {
    if (step.start > last) all.push({ start: last, end: step.start });
    all.push(step);
    last = step.end;
  }
  if (last < within.end) all.push({ start: last, end: within.end });
  return all;
}

/** Customers are shown what may be booked in the portal; capacity is how many people must fit in. */
function filterOf({ caller, now }: Work, { locationId, typeId, capacity, resourceId }: Query) {
  const isStaff = caller.may('resources.read', locationId);
  return {
    locationIds: [locationId], typeId, capacityMin: capacity, ...(resourceId && { ids: [resourceId] }),
    ...(isStaff ? { states: ['active', 'paused'] as const } : { states: ['active'] as const, shownAt: now }),
  };
}
