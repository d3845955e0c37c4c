import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Instant, instant } from '../../kernel/instant.ts';
import {
  arrival, ask, booking, cover, customer, dayPass, forPlans, place, suspended, when,
} from '../access.examples.ts';
import { actions, type Decision } from '../decision.ts';
import type { AskFacts } from '../facts.ts';
import { accessLevels, portalSections } from '../section.ts';
import { sectionFacts } from '../section-decision.ts';
import { type DecidedFacts, factsFrom, factsToKeep } from './kept-facts.ts';
import { replay } from './replay.ts';

const HOUR = 3_600_000;
const start = when('2026-11-01');
const text = (at: Instant) => new Date(at + HOUR).toISOString().slice(0, 16).replace('T', ' ');
const hour = fc.integer({ min: 0, max: 24 * 60 }).map((of) => instant(start + of * HOUR));
const period = fc.tuple(hour, fc.option(fc.integer({ min: 1, max: 24 * 20 }), { nil: null }))
  .map(([from, hours]) => ({ start: from, end: hours === null ? null : instant(from + hours * HOUR) }));
const told = ({ start: from, end }: { start: Instant; end: Instant | null }) =>
  [text(from), end === null ? null : text(end)] as const;

const person = fc.record({
  plans: fc.array(fc.record({ plan: fc.constantFrom('Hot Desk 10', 'Office Lite'), during: period,
    frozen: fc.option(period, { nil: null }), validHere: fc.boolean() }), { maxLength: 3 }),
  suspensions: fc.array(period, { maxLength: 2 }),
  archivings: fc.array(period, { maxLength: 1 }),
  mayEnter: fc.array(period, { maxLength: 2 }),
}).map(({ plans, suspensions, ...of }) => customer({
  ...of, suspensions: suspensions.map((one) => suspended(...told(one))),
  covers: plans.map(({ plan, during, frozen, validHere }, index) => cover({
    id: `con_${index}`, plan, validHere, from: text(during.start), until: told(during)[1],
    frozen: frozen === null ? [] : [told(frozen)],
    entitlements: { bookingMinutesPer: { week: 600 } },
  })),
}));

const level = fc.constantFrom(...accessLevels);
const places = fc.tuple(level, level, fc.boolean(), hour)
  .map(([bookings, directory, isStrict, at]) => [
    place({ end: at }),
    place({
      start: at,
      levels: { bookings, directory },
      membersAre: isStrict ? 'validHere' : 'anyOfNetwork',
      frozenMembersEnter: !isStrict,
      overdue: isStrict
        ? { limitAmount: 0, limitDays: 3, currency: 'EUR', blocksBooking: true, blocksBuying: true,
          blocksCheckIn: true, debts: [{ invoiceId: 'inv_1' as never, amount: 9, start: at, end: null }] }
        : null,
    }),
  ]);

const question = fc.record({
  who: fc.option(person, { nil: null }), where: places, at: hour, from: hour,
  audience: fc.constantFrom({ level: 'public' } as const, { level: 'members' } as const,
    forPlans('Hot Desk 10')),
  passes: fc.array(period, { maxLength: 3 }), taken: fc.array(period, { maxLength: 2 }),
  section: fc.constantFrom(...portalSections), action: fc.constantFrom(...actions),
});
type Told = typeof question extends fc.Arbitrary<infer T> ? T : never;

function factsOf({ who, where, from, audience, passes, taken, section, action }: Told): DecidedFacts {
  const of = { ...ask({ customer: who, places: where }), action } as AskFacts;
  const plan = { id: 'pla_x', name: 'Hot Desk 10', audience, archivedAt: from, shownInPortal: true,
    offeredHere: true, hasPriceHere: true, currency: 'EUR' };
  const item = { id: 'res_atlas', name: 'Atlas', audience, relation: 'same', published: passes,
    scopeOf: 'resourcesScope', givenBy: null, resourceId: 'res_atlas' };
  const planNames = new Map([['pla_Hot Desk 10', 'Hot Desk 10']]);
  switch (action) {
    case 'viewSection': return sectionFacts(of, section);
    case 'viewItem': return { ...of, section: 'bookings', item, planNames } as unknown as DecidedFacts;
    case 'signUpToPlan': return { ...of, plan } as unknown as DecidedFacts;
    case 'pay': return { ...of, invoice: null } as DecidedFacts;
    case 'checkIn': return arrival({ customer: who, places: where,
      passes: passes.map((one) => dayPass({ ...one, audience })) });
    case 'book': return booking({ customer: who, places: where, resource: { audience, horizonDays: 14 },
      during: { start: from, end: instant(from + HOUR) }, planNames: planNames as never,
      taken: taken.map((one) => ({ start: one.start, end: one.end ?? instant(one.start + HOUR) })),
      within: { start, end: instant(start + 100 * 24 * HOUR) } });
    default: return of as DecidedFacts;
  }
}

/** As it is kept in the database: a text of JSON. */
const keptAndRead = (facts: AskFacts): DecidedFacts =>
  factsFrom(JSON.parse(JSON.stringify(factsToKeep(facts))));

const plain = (decision: Decision): unknown => JSON.parse(JSON.stringify(decision));

test('R18 facts that were kept replay to the same answer and the same reasons, for every action', () => {
  fc.assert(fc.property(question, fc.boolean(), (of, withStart) => {
    const facts = factsOf(of);
    const asked = { at: of.at, target: undefined, withStart };
    const decided = replay(facts, asked);
    expect(plain(replay(keptAndRead(facts), asked))).toEqual(plain(decided));
  }), { numRuns: 400 });
});

test('R18 every kind of fact reads back as it was: maps, sets, rows of instants, nothing and null', () => {
  const row = [...Array.from({ length: 400 }, (_, day) => 86_400_000 * day), 5, 5, -7, 0];
  const value = { map: new Map([['a', { row }]]), set: new Set([1]), none: null, row, short: [1, 2] };
  expect(factsFrom(JSON.parse(JSON.stringify(factsToKeep(value as never))))).toEqual(value);
});

test('R18 the midnights of a year take little room', () => {
  expect(JSON.stringify(factsToKeep(arrival()).calendar).length).toBeLessThan(200);
});
