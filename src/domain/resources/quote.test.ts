import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { type Instant, instant, parseInstant } from '../kernel/instant.ts';
import type { Currency } from '../kernel/money.ts';
import type { Zone } from '../kernel/zone.ts';
import type { Audience } from '../customers/audience.ts';
import { type PricingFacts, type PricingPlan, type Quote, quoteFor } from './quote.ts';
import type { Rate } from './rate.ts';

const at = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN);
const during = { start: at('2026-12-01T10:00:00+01:00'), end: at('2026-12-01T11:00:00+01:00') };
const rate = (name: string, price: number, audience: Audience = { level: 'public' }): Rate => ({
  id: `rat_${name}` as Id<'rat'>, typeId: 'rty_rooms' as Id<'rty'>, resourceId: null, endedAt: null,
  versions: [{ version: 1, inForceFrom: instant(0), terms: {
    name, unit: 'hour', price, currency: 'EUR' as Currency, cap: null, audience, weekdays: null, hours: null,
    minutesMin: null, minutesMax: null, isDefault: false,
  } }],
});
const facts = (more: Partial<PricingFacts> = {}): PricingFacts => ({
  currency: 'EUR' as Currency, zone: 'Europe/Berlin' as Zone, rates: [rate('hour', 1200)],
  taxRate: 1900, taxName: 'VAT', pricesIncludeTax: false, ...more,
});
const plan = (name: string, discountPercent = 0): PricingPlan => ({
  contractId: `con_${name}` as Id<'con'>, planId: `pla_${name}` as Id<'pla'>, planName: name, discountPercent,
});
const quote = (more: Partial<PricingFacts>, plans: PricingPlan[] = []): Quote => {
  const made = quoteFor(facts(more), plans, { during, at: during.start });
  if (made === null) throw new Error('no price');
  return made;
};
const steps = ({ steps: of }: Quote) => of.map(({ kind, amount }) => [kind, amount]);

test('RAT-3 rate, then tax on top of it where prices are without', () => {
  const made = quote({});
  expect(steps(made)).toEqual([['rate', 1200], ['tax', 228]]);
  expect(made).toMatchObject({ price: 1200, net: 1200, tax: 228, total: 1428 });
});

test('RAT-3 where prices include tax the tax is the part of it, and the total is the price', () => {
  const made = quote({ pricesIncludeTax: true });
  expect(steps(made)).toEqual([['rate', 1200], ['tax', 192]]);
  expect(made).toMatchObject({ price: 1200, net: 1008, tax: 192, total: 1200 });
});

test('RAT-3 the discount of a plan comes off the rate, before tax; of several the best counts', () => {
  const made = quote({}, [plan('a', 10), plan('b', 25), plan('c', 5)]);
  expect(steps(made)).toEqual([['rate', 1200], ['planDiscount', -300], ['tax', 171]]);
  expect(made.steps[1]).toMatchObject({ percent: 25, planId: 'pla_b', contractId: 'con_b' });
  expect(made.total).toBe(1071);
});

test('RAT-3 a cheaper rate through a plan is shown as the difference to what anybody pays', () => {
  const made = quote({ rates: [rate('hour', 1200), rate('members', 900, { level: 'members' })] }, [
    plan('Office Lite'),
  ]);
  expect(steps(made)).toEqual([['rate', 1200], ['memberRate', -300], ['tax', 171]]);
  expect(made.steps[1]).toMatchObject({ planName: 'Office Lite', pricePerHour: 900 });
  expect(made.price).toBe(900);
});

test('RAT-3 never below zero: a whole discount costs nothing', () => {
  expect(quote({}, [plan('all', 100)])).toMatchObject({ price: 0, tax: 0, total: 0 });
});

test('RAT-3 no rates at all: free; rates that are for others: no price', () => {
  expect(quote({ rates: [] })).toMatchObject({ steps: [{ kind: 'tax', amount: 0 }], total: 0 });
  expect(
    quoteFor(facts({ rates: [rate('members', 900, { level: 'members' })] }), [], {
      during,
      at: during.start,
    }),
  ).toBeNull();
});

test('RAT-3 without tax there is no step for it', () => {
  expect(steps(quote({ taxRate: 0 }))).toEqual([['rate', 1200]]);
});

test('RAT-3 its steps add up: those before tax to the price', () => {
  const made = quote({ rates: [rate('hour', 1333), rate('m', 1111, { level: 'members' })] }, [plan('a', 33)]);
  const sum = made.steps
    .filter(({ kind }) => kind !== 'tax')
    .reduce((total, { amount }) => total + amount, 0);
  expect(sum).toBe(made.price);
  expect(made.net + made.tax).toBe(made.total);
});
