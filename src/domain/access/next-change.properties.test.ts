import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant } from '../kernel/instant.ts';
import {
  arrival, ask, BEGINNING, booking, cover, customer, dayPass, forPlans, place, suspended, when,
} from './access.examples.ts';
import { allowedFrom } from './allowed-from.ts';
import { bookingLayers, decideBooking } from './booking-decision.ts';
import { checkInLayers } from './check-in-decision.ts';
import type { Layer } from './decision.ts';
import { firstDenial, HORIZON, nextChange, stretchesBetween } from './decide.ts';
import type { BookingFacts, CustomerFacts, PlaceStretch } from './facts.ts';
import { accessLevels, portalSections } from './section.ts';
import { sectionFacts, sectionLayers } from './section-decision.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = when('2026-11-01');
const runs = { numRuns: 120 };

/** Whole hours within two months: small enough that things collide. */
const hour = fc.integer({ min: 0, max: 24 * 60 }).map((of) => instant(start + of * HOUR));
const period = fc.tuple(hour, fc.option(fc.integer({ min: 1, max: 24 * 20 }), { nil: null }))
  .map(([from, hours]) => ({ start: from, end: hours === null ? null : instant(from + hours * HOUR) }));
const text = (at: Instant) => new Date(at + HOUR).toISOString().slice(0, 16).replace('T', ' ');

const plans = ['Hot Desk 10', 'Office Lite'];
const covers = fc
  .array(
    fc.record({
      plan: fc.constantFrom(...plans),
      during: period,
      frozen: fc.option(period, { nil: null }),
      validHere: fc.boolean(),
    }),
    { maxLength: 3 },
  )
  .map((told) =>
    told.map(({ plan, during, frozen, validHere }, index) =>
      cover({
        id: `con_${index}`,
        plan,
        validHere,
        from: text(during.start),
        until: during.end === null ? null : text(during.end),
        frozen: frozen === null ? [] : [[text(frozen.start), frozen.end === null ? null : text(frozen.end)]],
      }),
    ),
  );

const person: fc.Arbitrary<CustomerFacts> = fc.record({
  covers,
  suspensions: fc.array(period, { maxLength: 2 }).map((all) =>
    all.map((of) => suspended(text(of.start), of.end === null ? null : text(of.end)))),
  archivings: fc.array(period, { maxLength: 1 }),
  mayEnter: fc.array(period, { minLength: 0, maxLength: 2 }),
}).map((told) => customer(told));

const levels = fc.record(Object.fromEntries(['entirePortal', 'bookings', 'directory'].map((section) =>
  [section, fc.constantFrom(...accessLevels)])));
const stretch = fc.record({
  levels,
  membersAre: fc.constantFrom('anyOfNetwork' as const, 'validHere' as const),
  frozenMembersEnter: fc.boolean(),
  signIn: fc.boolean(),
  createBookings: fc.boolean(),
  checkIn: fc.boolean(),
  useBenefits: fc.boolean(),
  at: hour,
});
const places: fc.Arbitrary<PlaceStretch[]> = fc.array(stretch, { minLength: 1, maxLength: 3 }).map((all) => {
  const starts = [BEGINNING, ...all.slice(1).map(({ at }) => at).sort((a, b) => a - b)];
  return all.map(({ levels: of, membersAre, frozenMembersEnter, ...switches }, index) => place({
    levels: of, membersAre, frozenMembersEnter, start: starts[index]!, end: starts[index + 1] ?? null,
    whileSuspended: { ...place().whileSuspended, ...switches },
  }));
});

/**
 * Never early, never late: different at the instant it tells, the same at every instant before, null means
 * for good.
 */
function neverEarlyNeverLate<F>(layers: readonly Layer<F>[], facts: F, at: Instant): void {
  const now = firstDenial(layers, facts, at).code;
  const next = nextChange(layers, facts, at, layers.map(({ judge }) => judge(facts, at))
    .find(({ outcome }) => outcome === 'deny') ?? null);
  if (next !== null) {
    expect(next).toBeGreaterThan(at);
    expect(firstDenial(layers, facts, next).code).not.toBe(now);
    expect(firstDenial(layers, facts, instant(next - 1)).code).toBe(now);
  }
  const until = next ?? instant(at + HORIZON);
  // Instants are whole milliseconds: between the last one of an answer and the next there is none.
  const step = Math.max(HOUR, Math.floor((until - at) / 150));
  for (let then = at; then < until; then = instant(then + step)) {
    expect(firstDenial(layers, facts, then).code).toBe(now);
  }
  for (let hours = 0; hours < 24 * 90 && at + hours * HOUR < until; hours += 1) {
    expect(firstDenial(layers, facts, instant(at + hours * HOUR)).code).toBe(now);
  }
}

test('ACC-1 nextChange of a section is never late and never early', () => {
  fc.assert(
    fc.property(person, places, hour, fc.constantFrom(...portalSections), (who, where, at, section) => {
      neverEarlyNeverLate(sectionLayers, sectionFacts(ask({ customer: who, places: where }), section), at);
    }),
    runs,
  );
});

const audience = fc.constantFrom({ level: 'public' } as const, { level: 'members' } as const,
  { level: 'contacts' } as const, { level: 'signedIn' } as const, forPlans('Hot Desk 10'));
const asked = fc.record({
  who: person, where: places, audience, from: hour, hours: fc.integer({ min: 1, max: 30 }),
  notice: fc.constantFrom(0, 15, 600), horizon: fc.constantFrom(null, 0, 3, 14), at: hour,
  taken: fc.array(period, { maxLength: 3 }),
});

const bookingOf = ({ who, where, audience: of, from, hours, notice, horizon, taken }: typeof asked extends
fc.Arbitrary<infer T> ? T : never): BookingFacts => booking({
  customer: who, places: where, during: { start: from, end: instant(from + hours * HOUR) },
  resource: { audience: of, noticeMinutesMin: notice, horizonDays: horizon, stepMinutes: 60, minutesMin: 60 },
  taken: taken.map(({ start: first, end }) => ({ start: first, end: end ?? instant(first + 5 * HOUR) })),
  within: { start: instant(start - DAY), end: instant(start + 100 * DAY) },
});

test('ACC-1 nextChange of a booking is never late and never early', () => {
  fc.assert(fc.property(asked, (told) => {
    neverEarlyNeverLate(bookingLayers, bookingOf(told), told.at);
  }), runs);
});

test('ACC-1 allowedFrom is the earliest start that would be allowed, and there is none before it', () => {
  fc.assert(fc.property(asked, (told) => {
    const facts = bookingOf(told);
    const length = facts.during.end - facts.during.start;
    const found = allowedFrom(facts, told.at);
    const allows = (first: Instant) =>
      decideBooking(
        { ...facts, during: { start: first, end: instant(first + length) } },
        { at: told.at, withChange: false },
      ).allowed;
    if (found !== null) expect(allows(found)).toBe(true);
    const last = found ?? instant(start + 95 * DAY);
    for (let first = told.at; first < last; first = instant(first + HOUR)) expect(allows(first)).toBe(false);
  }), { numRuns: 60 });
});

test('ACC-1 nextChange of a check-in is never late and never early', () => {
  const pass = fc.record({
    during: period,
    contractId: fc.constantFrom(null, 'con_0', 'con_1'),
    kind: fc.constantFrom('day', 'time', 'payg'),
    level: fc.constantFrom('public', 'members', 'contacts'),
  });
  const told = fc.record({ who: person, where: places, at: hour, passes: fc.array(pass, { maxLength: 3 }),
    openings: fc.option(fc.array(period, { maxLength: 6 }), { nil: null }) });
  fc.assert(fc.property(told, ({ who, where, at, passes, openings }) => {
    neverEarlyNeverLate(
      checkInLayers,
      arrival({
        customer: who,
        places: where,
        passes: passes.map(({ during, contractId, kind, level }) =>
          dayPass({
            ...during,
            contractId: contractId as never,
            kind: kind as 'day',
            audience: { level } as never,
          }),
        ),
        openings:
          openings?.map(({ start: from, end }) => ({ start: from, end: end ?? instant(from + 9 * HOUR) }))
          ?? null,
      }),
      at,
    );
  }), runs);
});

test('ACC-1 the stretches of a period agree with asking at every instant of it', () => {
  fc.assert(fc.property(person, places, (who, where) => {
    const facts = sectionFacts(ask({ customer: who, places: where }), 'directory');
    const to = instant(start + 70 * DAY);
    const stretches = stretchesBetween(sectionLayers, facts, start, to);
    for (let at = start; at < to; at = instant(at + HOUR)) {
      const { code } = stretches.findLast((of) => of.at <= at)!;
      expect(firstDenial(sectionLayers, facts, at).code).toBe(code);
    }
  }), { numRuns: 60 });
});
