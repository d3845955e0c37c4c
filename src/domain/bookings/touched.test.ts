import { expect, test } from 'vitest';
import { booking, cover, customer, span, suspended, when, zone } from '../access/access.examples.ts';
import type { BookingFacts } from '../access/facts.ts';
import type { PricingFacts } from '../resources/quote.ts';
import type { Rate } from '../resources/rate.ts';
import { decideAndPrice } from './priced-decision.ts';
import { touchedBy } from './touched.ts';

const at = when('2026-12-01 09:00');
const during = span('2026-12-02 10:00', '2026-12-02 11:00');
const rate = (price: number, level: 'public' | 'members'): Rate => ({
  id: `rat_${level}` as never, typeId: null, resourceId: 'res_atlas' as never, endedAt: null,
  versions: [{ version: 1, inForceFrom: when('2026-01-01'), terms: {
    name: '', unit: 'hour', price, currency: 'EUR' as never, cap: null, audience: { level },
    weekdays: null, hours: null, minutesMin: null, minutesMax: null, isDefault: false,
  } }],
});
const pricing: PricingFacts = {
  currency: 'EUR' as never, zone, rates: [rate(3_000, 'public'), rate(2_000, 'members')],
  taxRate: 0, taxName: 'VAT', pricesIncludeTax: true,
};
const member = customer({ covers: [cover()] });
const stopped = { ...member, suspensions: [suspended('2026-11-30')] };
const contact = customer({ covers: [] });
const weigh = (of: BookingFacts['customer'], level: 'public' | 'members' = 'public') => {
  const facts = booking({ during, customer: of });
  return decideAndPrice({ ...facts, resource: { ...facts.resource, audience: { level } } }, pricing, { at });
};

test('BKA-5 what was allowed and is refused after a change is listed with the layer that refuses it', () => {
  const touched = touchedBy(weigh(member), weigh(stopped));
  expect(touched).toMatchObject({ outcome: 'refused', because: { layer: 'suspension' } });
  expect(touchedBy(weigh(member, 'members'), weigh(contact, 'members')))
    .toMatchObject({ outcome: 'refused', because: { layer: 'standing' } });
});

test('BKA-5 what is allowed still and costs more is listed with the difference; what costs less not', () => {
  expect(touchedBy(weigh(member), weigh(contact))).toEqual({
    outcome: 'dearer', because: null,
    priceBefore: { amount: 2_000, currency: 'EUR' },
    price: { amount: 3_000, currency: 'EUR' },
    difference: { amount: 1_000, currency: 'EUR' },
  });
  expect(touchedBy(weigh(contact), weigh(member))).toBeNull();
  expect(touchedBy(weigh(member), weigh(member))).toBeNull();
});

test('BKA-5 what was refused before, or set aside by staff, is not blamed on the change', () => {
  expect(touchedBy(weigh(stopped), weigh(stopped))).toBeNull();
  const outsider = { ...stopped, covers: [] };
  expect(touchedBy(weigh(contact), weigh(outsider), new Set(['suspension']))).toBeNull();
});
