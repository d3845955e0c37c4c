import fc from 'fast-check';
import { expect, test } from 'vitest';
import { booking, cover, customer, place, span, suspended, when, zone } from '../access/access.examples.ts';
import type { BookingFacts, Debt } from '../access/facts.ts';
import { type Instant, instant } from '../kernel/instant.ts';
import type { PricingFacts } from '../resources/quote.ts';
import type { Rate, RateTerms } from '../resources/rate.ts';
import { bookableIn, decideAndPrice } from './priced-decision.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = when('2026-12-01 09:00');
const anybody: RateTerms = {
  name: '', unit: 'hour', price: 3_000, currency: 'EUR' as never, cap: null, audience: { level: 'public' },
  weekdays: null, hours: null, minutesMin: null, minutesMax: null, isDefault: false,
};
const rate = (terms: Partial<RateTerms>, more: Partial<Rate> & { from?: Instant } = {}): Rate => ({
  id: `rat_${JSON.stringify(terms)}` as never, typeId: null, resourceId: 'res_atlas' as never, endedAt: null,
  versions: [{ version: 1, inForceFrom: more.from ?? when('2026-01-01'), terms: { ...anybody, ...terms } }],
  ...more,
});
const pricing = (...rates: Rate[]): PricingFacts => ({
  currency: 'EUR' as never, zone, rates, taxRate: 0, taxName: 'VAT', pricesIncludeTax: true,
});
const atNoon = { during: span('2026-12-02 12:00', '2026-12-02 13:00') };
const year = { within: { start: when('2026-11-01'), end: when('2027-11-01') } };
const onSundays = pricing(rate({ weekdays: [7], hours: { fromMinute: 600, untilMinute: 720 } }));

test('RAT-1 a time that has no price is refused among the rules, before the time rules', () => {
  const { decision, quote } = decideAndPrice(booking({ ...atNoon, ...year }), onSundays, { at });
  expect(quote).toBeNull();
  expect(decision).toMatchObject({ allowed: false, firstDenial: 'rules' });
  expect(decision.layers[7]).toMatchObject({ code: 'noRate', outcome: 'deny' });
});

test('ACC-1 what has no price has none when its start has passed: that is no change', () => {
  expect(decideAndPrice(booking(atNoon), onSundays, { at }).decision.nextChange).toBeNull();
  expect(decideAndPrice(booking(atNoon), pricing(rate({})), { at }).decision.nextChange)
    .toBe(when('2026-12-02 12:00') + 1);
});

test('ACC-1 allowedFrom waits for a price: for a day and hour, and for a rate to come', () => {
  const facts = booking({ ...atNoon, ...year });
  const asked = { at, withStart: true };
  expect(decideAndPrice(facts, onSundays, asked).decision.allowedFrom).toBe(when('2026-12-06 10:00'));
  const toCome = pricing(rate({}, { from: when('2027-01-01') }), rate({ weekdays: [7], price: 1 }));
  expect(decideAndPrice(facts, toCome, asked).decision.allowedFrom).toBe(when('2026-12-06'));
  const ofSummer = pricing(rate({ audience: { level: 'members' } }), rate(
    { weekdays: [1], hours: { fromMinute: 480, untilMinute: 600 } }, { from: when('2027-06-01') },
  ));
  expect(decideAndPrice(facts, ofSummer, asked).decision.allowedFrom).toBe(when('2027-06-07') + 8 * HOUR);
});

test('BKA-4 a contract that ends within the booking gives no price for members', () => {
  const ends = customer({ covers: [cover({ until: '2026-12-02 12:30' })] });
  const forMembers = pricing(rate({ audience: { level: 'members' } }));
  const codeOf = (facts: BookingFacts) => decideAndPrice(facts, forMembers, { at }).decision.layers[7]?.code;
  expect(codeOf(booking({ ...atNoon, customer: ends }))).toBe('noRate');
  const before = span('2026-12-02 11:30', '2026-12-02 12:30');
  expect(codeOf(booking({ during: before, customer: ends }))).toBe('withinRules');
});

test('BKA-3 time that staff block needs no price', () => {
  const blocked = booking({ ...atNoon, customer: null, via: 'desk' });
  expect(decideAndPrice(blocked, onSundays, { at }).decision.layers[7]?.code).toBe('withinRules');
});

const debt = (from: string, until: string | null = null): Debt => ({
  invoiceId: `inv_${from}` as never, amount: 6_000, start: when(from),
  end: until === null ? null : when(until),
});
const owing = (...debts: Debt[]): Partial<BookingFacts> => ({
  places: [place({ overdue: {
    limitAmount: 10_000, limitDays: 7, currency: 'EUR', debts,
    blocksBooking: true, blocksBuying: false, blocksCheckIn: false,
  } })],
});

test.each([
  ['one is within the limit', [debt('2026-11-20')], 'owesWithinLimit'],
  ['two are beyond it', [debt('2026-11-20'), debt('2026-11-25')], 'overdue'],
  ['the second is beyond its days by then', [debt('2026-11-20'), debt('2026-12-02 12:30')], 'overdue'],
  ['the second only afterwards', [debt('2026-11-20'), debt('2026-12-02 13:00')], 'owesWithinLimit'],
  ['the first was paid before', [debt('2026-11-20', '2026-11-30'), debt('2026-11-25')], 'owesWithinLimit'],
])('BKA-4 what is overdue counts over the whole booking: %s', (_what, debts, code) => {
  const { decision } = decideAndPrice(booking({ ...atNoon, ...owing(...debts) }), pricing(), { at });
  expect(decision.layers[7]?.code).toBe(code);
});

test('BKA-1 a taken room is free from the first start that really is, buffers and steps kept', () => {
  const taken = [span('2026-12-02 11:00', '2026-12-02 13:10'), span('2026-12-02 13:40', '2026-12-02 14:00')];
  const facts = booking({
    ...atNoon, taken, resource: { bufferBeforeMinutes: 10, bufferAfterMinutes: 15, stepMinutes: 30 },
  });
  const { decision } = decideAndPrice(facts, pricing(), { at });
  expect(decision.layers[6]).toMatchObject({
    code: 'occupied', facts: { freeAt: when('2026-12-02 14:30') }, until: when('2026-12-02 14:30'),
  });
  const full = booking({ ...atNoon, taken: [span('2026-12-01 00:00', '2026-12-09 00:00')] });
  const { layers: [, , , , , , never] } = decideAndPrice(full, pricing(), { at }).decision;
  expect(never).toMatchObject({ code: 'occupied', facts: { freeAt: null } });
  expect(never).not.toHaveProperty('until');
});

/** Rooms, people and rates in which everything that can refuse a booking turns up and collides. */
const start = when('2026-11-30');
const hour = fc.integer({ min: 0, max: 24 * 12 }).map((of) => instant(start + of * HOUR));
const text = (of: Instant) => new Date(of + HOUR).toISOString().slice(0, 16).replace('T', ' ');
const period = fc.tuple(hour, fc.integer({ min: 1, max: 90 })).map(([from, hours]) =>
  ({ start: from, end: instant(from + hours * HOUR) }));
const rates = fc.array(fc.record({
  level: fc.constantFrom('public', 'members', 'contacts'), from: hour, ends: fc.option(hour, { nil: null }),
  weekdays: fc.constantFrom(null, [1, 2, 3], [6, 7]),
  hours: fc.constantFrom(null, { fromMinute: 480, untilMinute: 1080 }),
}), { maxLength: 3 }).map((all) => all.map(({ level, from, ends, ...terms }) =>
  rate({ ...terms, audience: { level: level as 'public' } }, { from, endedAt: ends })));
const world = fc.record({
  rates, during: period, at: hour, covered: fc.option(period, { nil: null }),
  frozen: fc.option(period, { nil: null }), suspension: fc.option(period, { nil: null }),
  debts: fc.array(period, { maxLength: 2 }), taken: fc.array(period, { maxLength: 4 }),
  hours: fc.constantFrom(null, { fromMinute: 420, untilMinute: 1320 }), buffer: fc.constantFrom(0, 60),
  audience: fc.constantFrom('public', 'members', 'contacts'), notice: fc.constantFrom(0, 120),
  horizonDays: fc.constantFrom(null, 3), perDay: fc.constantFrom(undefined, 180),
});
type Told = typeof world extends fc.Arbitrary<infer T> ? T : never;

function factsOf(told: Told): BookingFacts {
  const { covered, frozen, suspension, hours, perDay, buffer } = told;
  const daily = hours === null ? null : [hours];
  const desk = covered === null ? [] : [cover({
    from: text(covered.start), until: text(covered.end),
    frozen: frozen === null ? [] : [[text(frozen.start), text(frozen.end)]],
    entitlements: perDay === undefined ? {} : { bookingMinutesPer: { day: perDay } },
  })];
  const sus = suspension === null ? [] : [suspended(text(suspension.start), text(suspension.end))];
  return booking({
    during: told.during, customer: customer({ covers: desk, suspensions: sus }), taken: told.taken,
    ...owing(...told.debts.map((of) => ({ ...of, amount: 12_000, invoiceId: 'inv_1' as never }))),
    booked: told.taken.slice(0, 1).map((of, index) => ({ bookingId: `bok_${index}` as never, during: of })),
    resource: {
      stepMinutes: 60, minutesMin: 60, bufferAfterMinutes: buffer, noticeMinutesMin: told.notice,
      horizonDays: told.horizonDays, audience: { level: told.audience as 'public' },
      hours: daily && { 1: daily, 2: daily, 3: daily, 4: daily, 5: daily, 6: [], 7: daily },
    },
    within: { start: instant(start - 3 * DAY), end: instant(start + 40 * DAY) },
  });
}

test('ACC-1 nextChange of a priced booking is never late and never early', () => {
  fc.assert(fc.property(world, (told) => {
    const facts = factsOf(told);
    const codeAt = (then: Instant) =>
      decideAndPrice(facts, pricing(...told.rates), { at: then, withChange: false }).decision.layers
        .find(({ outcome }) => outcome === 'deny')?.code;
    const now = codeAt(told.at);
    const { nextChange } = decideAndPrice(facts, pricing(...told.rates), { at: told.at }).decision;
    if (nextChange !== null) expect(codeAt(nextChange)).not.toBe(now);
    const until = nextChange ?? start + 40 * DAY;
    for (let then = told.at; then < until; then = instant(then + HOUR)) expect(codeAt(then)).toBe(now);
    if (nextChange !== null) expect(codeAt(instant(nextChange - 1))).toBe(now);
  }), { numRuns: 50 });
});

test('BKA-2 what is listed as bookable books, what is not is refused, and allowedFrom is the first', () => {
  fc.assert(fc.property(world, (told) => {
    const facts = factsOf(told);
    const priced = pricing(...told.rates);
    const length = facts.during.end - facts.during.start;
    const within = { start: told.at, end: instant(start + 30 * DAY) };
    const listed = bookableIn(facts, priced, { within, minutes: length / 60_000, at: told.at });
    const shown = new Set(listed.map((of) => of.start));
    for (let first = told.at; first + length <= within.end; first = instant(first + HOUR)) {
      const moved = { ...facts, during: { start: first, end: instant(first + length) } };
      const { decision } = decideAndPrice(moved, priced, { at: told.at, withChange: false });
      expect([text(first), decision.allowed]).toEqual([text(first), shown.has(first)]);
    }
    const { allowedFrom } = decideAndPrice(facts, priced, { at: told.at, withStart: true }).decision;
    if (listed[0] !== undefined) expect(allowedFrom).toBe(listed[0].start);
    else expect(allowedFrom ?? within.end).toBeGreaterThan(within.end - length);
  }), { numRuns: 50 });
});
