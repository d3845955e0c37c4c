import type { Id } from '../kernel/id.ts';
import { type Instant, minutesBetween } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { type Currency, roundedShare } from '../kernel/money.ts';
import type { Zone } from '../kernel/zone.ts';
import { type PricedRate, type Rate, rateFor } from './rate.ts';

/**
 * What a price is worked out from (RAT-3). All of it as it will be in force while the booking takes place.
 */
export interface PricingFacts {
  readonly currency: Currency;
  readonly zone: Zone;
  /** The resource's own, or those of its type that are for its location. */
  readonly rates: readonly Rate[];
  /** Hundredths of a per cent: 1900 is 19 %. */
  readonly taxRate: number;
  readonly taxName: string;
  readonly pricesIncludeTax: boolean;
}

/** A contract that entitles the customer here over the whole booking, and what its plan takes off. */
export interface PricingPlan {
  readonly contractId: Id<'con'>;
  readonly planId: Id<'pla'>;
  readonly planName: string;
  /** Per cent, 0 to 100. */
  readonly discountPercent: number;
}

/** Amounts in minor units of the currency, signed as they add up; each step says what it is based on. */
export type QuoteStep =
  | { readonly kind: 'rate'; readonly amount: number; readonly rateId: Id<'rat'>; readonly name: string;
      readonly pricePerHour: number; readonly minutes: number; readonly capped: boolean }
  | { readonly kind: 'memberRate'; readonly amount: number; readonly rateId: Id<'rat'>; readonly name: string;
      readonly pricePerHour: number; readonly planIds: readonly Id<'pla'>[]; readonly planName: string }
  | { readonly kind: 'planDiscount'; readonly amount: number; readonly percent: number;
      readonly contractId: Id<'con'>; readonly planId: Id<'pla'>; readonly planName: string }
  | { readonly kind: 'tax'; readonly amount: number; readonly taxRate: number; readonly taxName: string;
      readonly included: boolean };

/** A price with its working; nothing is saved by making one. */
export interface Quote {
  readonly currency: Currency;
  readonly minutes: number;
  readonly steps: readonly QuoteStep[];
  /** As rates are stated at the location: with or without tax. What a charge is made of. */
  readonly price: number;
  readonly net: number;
  readonly tax: number;
  /** What is to be paid. */
  readonly total: number;
  readonly taxRate: number;
  readonly taxName: string;
  readonly pricesIncludeTax: boolean;
  readonly quotedAt: Instant;
}

/**
 * Null: there are rates, and none of them is for this customer, length and time. No rates at all: free of
 * charge.
 */
export function quoteFor(
  facts: PricingFacts,
  plans: readonly PricingPlan[],
  booking: { readonly during: Span; readonly at: Instant },
): Quote | null {
  const { currency, zone } = facts;
  const { during, at } = booking;
  const chosen = rateFor(facts.rates, plans, { during, zone, currency });
  if (chosen === null && hasRates(facts, during.start)) return null;
  const steps = chosen === null ? [] : rateSteps(facts, plans, chosen, during);
  const discount = chosen === null ? null : discountStep(plans, chosen.amount);
  if (discount !== null) steps.push(discount);
  const price = steps.reduce((sum, { amount }) => sum + amount, 0);
  const { taxRate, taxName, pricesIncludeTax } = facts;
  const tax = pricesIncludeTax
    ? roundedShare(price, taxRate, 10_000 + taxRate)
    : roundedShare(price, taxRate, 10_000);
  if (taxRate > 0) steps.push({ kind: 'tax', amount: tax, taxRate, taxName, included: pricesIncludeTax });
  const net = pricesIncludeTax ? price - tax : price;
  return {
    currency,
    minutes: minutesBetween(during.start, during.end),
    steps,
    price,
    net,
    tax,
    total: net + tax,
    taxRate,
    taxName,
    pricesIncludeTax,
    quotedAt: at,
  };
}

/** Whether there is a price at all: what a quote needs (RAT-1). */
export const hasPrice = (facts: PricingFacts, plans: readonly PricingPlan[], during: Span): boolean =>
  !hasRates(facts, during.start) || rateFor(facts.rates, plans, { during, ...facts }) !== null;

const hasRates = (facts: PricingFacts, at: Instant): boolean =>
  facts.rates.some((rate) => (rate.endedAt === null || rate.endedAt > at)
    && rate.versions.some(({ inForceFrom }) => inForceFrom <= at));

/** What anybody would pay, and, where a plan makes it cheaper, the difference as a step of its own. */
function rateSteps(
  facts: PricingFacts, plans: readonly PricingPlan[], chosen: PricedRate, during: Span,
): QuoteStep[] {
  const standard = plans.length === 0 ? null : rateFor(facts.rates, [], { during, ...facts });
  if (standard === null || standard.rateId === chosen.rateId || standard.amount <= chosen.amount) {
    return [rateStep(chosen, during)];
  }
  const { audience, name, price } = chosen.terms;
  const entitling = audience.level === 'plans'
    ? plans.filter(({ planId }) => audience.planIds.includes(planId)) : plans;
  return [
    rateStep(standard, during),
    {
      kind: 'memberRate',
      amount: chosen.amount - standard.amount,
      rateId: chosen.rateId,
      name,
      pricePerHour: price,
      planIds: entitling.map(({ planId }) => planId),
      planName: entitling[0]?.planName ?? '',
    },
  ];
}

const rateStep = ({ rateId, terms, amount }: PricedRate, during: Span): QuoteStep => ({
  kind: 'rate', amount, rateId, name: terms.name, pricePerHour: terms.price,
  minutes: minutesBetween(during.start, during.end), capped: amount === terms.cap,
});

function discountStep(plans: readonly PricingPlan[], amount: number): QuoteStep | null {
  const best = plans.reduce<PricingPlan | null>(
    (most, plan) => (plan.discountPercent > (most?.discountPercent ?? 0) ? plan : most), null,
  );
  if (best === null || amount <= 0) return null;
  const { contractId, planId, planName, discountPercent: percent } = best;
  const off = roundedShare(amount, Math.round(percent * 100), 10_000);
  return off === 0 ? null : { kind: 'planDiscount', amount: -off, percent, contractId, planId, planName };
}
