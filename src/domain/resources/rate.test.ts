import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { addMinutes, type Instant, instant, parseInstant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import type { Currency } from '../kernel/money.ts';
import type { Zone } from '../kernel/zone.ts';
import { priceOf, type Rate, rateFor, type RateTerms } from './rate.ts';

const EUR = 'EUR' as Currency;
const zone = 'Europe/Berlin' as Zone;
const at = (text: string): Instant => parseInstant(text) ?? instant(Number.NaN);
const during = (start: string, minutes: number): Span => ({
  start: at(start),
  end: addMinutes(at(start), minutes),
});
const hourOnTuesday = during('2026-12-01T10:00:00+01:00', 60);
const officeLite = { planId: 'pla_lite' as Id<'pla'> };
const hotDesk = { planId: 'pla_hot' as Id<'pla'> };

const rate = (name: string, terms: Partial<RateTerms>, more: Partial<Rate> = {}): Rate => ({
  id: `rat_${name}` as Id<'rat'>, typeId: 'rty_rooms' as Id<'rty'>, resourceId: null, endedAt: null,
  versions: [{ version: 1, inForceFrom: instant(0), terms: { ...atFirst, name, ...terms } }], ...more,
});
const atFirst: RateTerms = {
  name: '',
  unit: 'hour',
  price: 3000,
  currency: EUR,
  cap: null,
  audience: { level: 'public' },
  weekdays: null,
  hours: null,
  minutesMin: null,
  minutesMax: null,
  isDefault: false,
};
const chosen = (
  rates: Rate[],
  entitled: { planId: Id<'pla'> }[] = [],
  span = hourOnTuesday,
): [string, number] | null => {
  const priced = rateFor(rates, entitled, { during: span, zone, currency: EUR });
  return priced === null ? null : [priced.terms.name, priced.amount];
};

test.each([
  [60, 3000], [15, 750], [30, 1500], [90, 4500], [61, 3750], [75, 3750], [76, 4500], [1, 750], [600, 30_000],
])('RAT-1 an hour at 3000 costs for %d minutes, in quarters begun, %d', (minutes, amount) => {
  expect(priceOf(atFirst, during('2026-12-01T08:00:00+01:00', minutes))).toBe(amount);
});

test.each([[1250, 15, 313], [1250, 45, 938], [999, 15, 250], [1, 15, 0], [2, 15, 1]])(
  'MNY-1 a rate of %d for %d minutes is rounded half up, once: %d', (price, minutes, amount) => {
    expect(priceOf({ price, cap: null }, during('2026-12-01T08:00:00+01:00', minutes))).toBe(amount);
  });

test('RAT-1 a cap is the most that one booking costs', () => {
  const capped = { price: 3000, cap: 12_000 };
  expect([180, 240, 300, 600].map((minutes) => priceOf(capped, during('2026-12-01T08:00:00+01:00', minutes))))
    .toEqual([9000, 12_000, 12_000, 12_000]);
});

test('BKG-6 the night of a clock change is charged for the hours it has', () => {
  const night = { start: at('2026-10-25T00:00:00+02:00'), end: at('2026-10-25T06:00:00+01:00') };
  expect(priceOf(atFirst, night)).toBe(7 * 3000);
});

test('RAT-1 of the rates that apply the cheapest for the whole booking wins', () => {
  const rates = [rate('hourly', {}), rate('capped', { price: 4000, cap: 10_000 })];
  expect(chosen(rates)).toEqual(['hourly', 3000]);
  expect(chosen(rates, [], during('2026-12-01T08:00:00+01:00', 240))).toEqual(['capped', 10_000]);
});

test('RAT-1 the default wins over a cheaper one', () => {
  expect(chosen([rate('cheap', { price: 100 }), rate('default', { isDefault: true })])).toEqual([
    'default',
    3000,
  ]);
});

test('RAT-1 rates of the resource itself replace those of its type', () => {
  const own = rate('own', { price: 5000 }, { typeId: null, resourceId: 'res_atlas' as Id<'res'> });
  expect(chosen([rate('type', { price: 100, isDefault: true }), own])).toEqual(['own', 5000]);
});

test('MEM-8 the price for members asks for entitlement; without it one is a contact', () => {
  const rates = [
    rate('all', {}), rate('members', { price: 2000, audience: { level: 'members' } }),
    rate('contacts', { price: 2500, audience: { level: 'contacts' } }),
  ];
  expect(chosen(rates, [officeLite])).toEqual(['members', 2000]);
  expect(chosen(rates, [])).toEqual(['contacts', 2500]);
});

test('MEM-8 the price of chosen plans is for those whom one of them entitles', () => {
  const rates = [
    rate('all', {}),
    rate('lite', { price: 900, audience: { level: 'plans', planIds: [officeLite.planId] } }),
  ];
  expect(chosen(rates, [officeLite])).toEqual(['lite', 900]);
  expect(chosen(rates, [hotDesk])).toEqual(['all', 3000]);
  expect(chosen(rates, [])).toEqual(['all', 3000]);
});

test('RAT-1 weekdays and hours ask for the whole booking, in the time of the location', () => {
  const evening = rate('evening', {
    price: 1000,
    hours: { fromMinute: 18 * 60, untilMinute: 24 * 60 },
    weekdays: [2],
  });
  const rates = [rate('all', {}), evening];
  const price = (start: string, minutes: number) => chosen(rates, [], during(start, minutes))?.[0];
  expect(price('2026-12-01T18:00:00+01:00', 60)).toBe('evening');
  expect(price('2026-12-01T22:00:00+01:00', 120)).toBe('evening');
  expect(price('2026-12-01T17:45:00+01:00', 60)).toBe('all');
  expect(price('2026-12-01T23:00:00+01:00', 120)).toBe('all');
  expect(price('2026-12-02T18:00:00+01:00', 60)).toBe('all');
});

test('RAT-1 the rate in force when the booking begins counts, whenever it is made', () => {
  const dearer = {
    version: 2,
    inForceFrom: at('2026-12-10T00:00:00+01:00'),
    terms: { ...atFirst, name: 'new', price: 3500 },
  };
  const first = rate('old', {});
  const rates = [{ ...first, versions: [...first.versions, dearer] }];
  expect(chosen(rates, [], during('2026-12-09T10:00:00+01:00', 60))).toEqual(['old', 3000]);
  expect(chosen(rates, [], during('2026-12-10T10:00:00+01:00', 60))).toEqual(['new', 3500]);
});

test('RAT-1 no rate that applies is not the same as free', () => {
  expect(chosen([rate('members', { audience: { level: 'members' } })])).toBeNull();
  expect(chosen([rate('pounds', { currency: 'GBP' as Currency })])).toBeNull();
  expect(chosen([rate('long', { minutesMin: 120 })])).toBeNull();
  expect(chosen([rate('ended', {}, { endedAt: at('2026-11-30T00:00:00Z') })])).toBeNull();
});
