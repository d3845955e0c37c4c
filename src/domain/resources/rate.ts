import type { Audience } from '../customers/audience.ts';
import type { Currency } from '../kernel/money.ts';
import { roundedShare } from '../kernel/money.ts';
import { addDays, weekdayOf } from '../kernel/day.ts';
import type { Id } from '../kernel/id.ts';
import { type Instant, minutesBetween } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { dayAt, wallTime, type Zone } from '../kernel/zone.ts';

/** A price for a resource type, or for one resource, for some audience (RAT-1). Its terms are dated. */
export interface Rate {
  readonly id: Id<'rat'>;
  readonly typeId: Id<'rty'> | null;
  readonly resourceId: Id<'res'> | null;
  readonly versions: readonly RateVersion[];
  readonly endedAt: Instant | null;
}

export interface RateVersion {
  readonly version: number;
  readonly inForceFrom: Instant;
  readonly terms: RateTerms;
}

export interface RateTerms {
  readonly name: string;
  readonly unit: 'hour';
  /** Minor units for an hour, charged in quarters: each quarter begun counts. */
  readonly price: number;
  readonly currency: Currency;
  /** At most this for one booking, in minor units; null: no cap. */
  readonly cap: number | null;
  /** `members` and plans ask for entitlement, not for membership (MEM-8); `contacts` for the lack of it. */
  readonly audience: Audience;
  /** ISO weekdays on which the whole booking must lie; null: any. */
  readonly weekdays: readonly number[] | null;
  /** Minutes of the day in which the whole booking must lie; null: any. */
  readonly hours: { readonly fromMinute: number; readonly untilMinute: number } | null;
  readonly minutesMin: number | null;
  readonly minutesMax: number | null;
  /** Wins over every other rate that applies. */
  readonly isDefault: boolean;
}

/** A rate that applies to a booking, and what the whole booking costs by it. */
export interface PricedRate {
  readonly rateId: Id<'rat'>;
  readonly terms: RateTerms;
  readonly amount: number;
}

/** What pricing asks about a customer: the plans that cover the whole booking here, not frozen (MEM-8). */
export type EntitledPlans = readonly { readonly planId: Id<'pla'> }[];

/** The terms in force at an instant; null before the first version and from the end on. */
function rateTermsAt(rate: Rate, at: Instant): RateTerms | null {
  if (rate.endedAt !== null && rate.endedAt <= at) return null;
  return rate.versions.findLast(({ inForceFrom }) => inForceFrom <= at)?.terms ?? null;
}

/**
 * Of the rates that apply the default wins, else the cheapest for the whole booking (RAT-1). Null: none
 * applies.
 */
export function rateFor(
  rates: readonly Rate[], entitled: EntitledPlans,
  booking: { readonly during: Span; readonly zone: Zone; readonly currency: Currency },
): PricedRate | null {
  const applying = inForce(rates, booking.during.start)
    .filter(({ terms }) => applies(terms, entitled, booking))
    .map(({ rate, terms }): PricedRate => ({
      rateId: rate.id,
      terms,
      amount: priceOf(terms, booking.during),
    }));
  return applying.reduce<PricedRate | null>(
    (best, one) => (best === null || wins(one, best) ? one : best),
    null,
  );
}

/**
 * The price of a length: quarters of an hour begun times a quarter of the price, rounded once, at most the
 * cap.
 */
export function priceOf(terms: Pick<RateTerms, 'price' | 'cap'>, during: Span): number {
  const quarters = Math.ceil((during.end - during.start) / QUARTER);
  const amount = roundedShare(terms.price, quarters, 4);
  return terms.cap === null ? amount : Math.min(amount, terms.cap);
}

/** A resource with rates of its own is priced by them alone. */
function inForce(rates: readonly Rate[], at: Instant): { rate: Rate; terms: RateTerms }[] {
  const all = rates.flatMap((rate) => {
    const terms = rateTermsAt(rate, at);
    return terms === null ? [] : [{ rate, terms }];
  });
  const own = all.filter(({ rate }) => rate.resourceId !== null);
  return own.length > 0 ? own : all;
}

function applies(
  terms: RateTerms, entitled: EntitledPlans,
  { during, zone, currency }: { during: Span; zone: Zone; currency: Currency },
): boolean {
  const minutes = minutesBetween(during.start, during.end);
  return terms.currency === currency
    && isFor(terms.audience, entitled)
    && (terms.minutesMin === null || minutes >= terms.minutesMin)
    && (terms.minutesMax === null || minutes <= terms.minutesMax)
    && liesOnDays(terms.weekdays, during, zone)
    && liesInHours(terms.hours, during, zone);
}

/** Whoever is not entitled here at that time is priced as a contact, never as nobody (MEM-8). */
function isFor(audience: Audience, entitled: EntitledPlans): boolean {
  if (audience.level === 'members') return entitled.length > 0;
  if (audience.level === 'contacts') return entitled.length === 0;
  if (audience.level !== 'plans') return true;
  return entitled.some(({ planId }) => audience.planIds.includes(planId));
}

function liesOnDays(weekdays: readonly number[] | null, during: Span, zone: Zone): boolean {
  if (weekdays === null) return true;
  const lastDay = dayAt((during.end - 1) as Instant, zone);
  for (let day = dayAt(during.start, zone); day <= lastDay; day = addDays(day, 1)) {
    if (!weekdays.includes(weekdayOf(day))) return false;
  }
  return true;
}

function liesInHours(hours: RateTerms['hours'], during: Span, zone: Zone): boolean {
  if (hours === null) return true;
  const day = dayAt(during.start, zone);
  return (
    wallTime(day, hours.fromMinute, zone) <= during.start
    && during.end <= wallTime(day, hours.untilMinute, zone)
  );
}

/** Equal prices: the narrower id order keeps the answer the same whatever order the rates come in. */
function wins(one: PricedRate, other: PricedRate): boolean {
  if (one.terms.isDefault !== other.terms.isDefault) return one.terms.isDefault;
  return one.amount === other.amount ? one.rateId < other.rateId : one.amount < other.amount;
}

const QUARTER = 15 * 60_000;
