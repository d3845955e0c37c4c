import fc from 'fast-check';
import type { Audience } from '../../customers/audience.ts';
import { type Instant, instant } from '../../kernel/instant.ts';
import type { Interval } from '../../kernel/interval.ts';
import {
  arrival, ask, BEGINNING, booking, cover, customer, dayPass, forPlans, place, suspended, when,
} from '../access.examples.ts';
import type { Action } from '../decision.ts';
import type { CustomerFacts, OverdueFacts, PlaceStretch } from '../facts.ts';
import { accessLevels, portalSections } from '../section.ts';
import {
  books, buys, comesIn, looksAt, opens, pays, posts, type Question, signsIn, takes,
} from './questions.examples.ts';

/** Questions put together by chance: two months of whole hours, small enough that things meet. */

const HOUR = 3_600_000;
export const first = when('2026-11-01');
export const hour = fc.integer({ min: 0, max: 24 * 60 }).map((of) => instant(first + of * HOUR));
const period = fc.tuple(hour, fc.option(fc.integer({ min: 1, max: 24 * 20 }), { nil: null }))
  .map(([from, hours]): Interval =>
    ({ start: from, end: hours === null ? null : instant(from + hours * HOUR) }));
const closed = period.map(({ start, end }) => ({ start, end: end ?? instant(start + 9 * HOUR) }));
const periods = (most: number) => fc.array(period, { maxLength: most });

const text = (at: Instant) => new Date(at + HOUR).toISOString().slice(0, 16).replace('T', ' ');
const told = ({ start, end }: Interval) => [text(start), end === null ? null : text(end)] as const;

const contract = fc.record({
  plan: fc.constantFrom('Hot Desk 10', 'Office Lite'),
  during: period,
  frozen: fc.option(period, { nil: null }),
  validHere: fc.boolean(),
  hours: fc.option(fc.array(closed, { maxLength: 3 }), { nil: null }),
  accessWithoutPass: fc.boolean(),
  weekMinutes: fc.constantFrom(undefined, 600),
  horizonDays: fc.constantFrom(null, 20),
});
const covers = fc.array(contract, { maxLength: 3 }).map((all) => all.map((of, index) => cover({
  id: `con_${index}`, plan: of.plan, validHere: of.validHere, from: text(of.during.start),
  until: told(of.during)[1], frozen: of.frozen === null ? [] : [told(of.frozen)],
  hours: of.hours === null ? null : of.hours.toSorted((a, b) => a.start - b.start),
  entitlements: {
    accessWithoutPass: of.accessWithoutPass, horizonDays: of.horizonDays,
    bookingMinutesPer: of.weekMinutes === undefined ? {} : { week: of.weekMinutes },
  },
})));

/** Nobody, or somebody with contracts, suspensions, archivings and access of all kinds. */
const person: fc.Arbitrary<CustomerFacts | null> = fc.option(fc.record({
  covers, suspensions: periods(2).map((all) => all.map((of) => suspended(...told(of)))),
  archivings: periods(1), mayEnter: fc.oneof(fc.constant([{ start: BEGINNING, end: null }]), periods(2)),
}).map((of) => customer(of)), { nil: null, freq: 12 });

const debts = fc.option(fc.record({
  limitAmount: fc.constantFrom(0, 5_000), blocksBooking: fc.boolean(), blocksBuying: fc.boolean(),
  blocksCheckIn: fc.boolean(), owed: periods(2),
}).map(({ owed, ...of }): OverdueFacts => ({
  ...of, limitDays: 14, currency: 'EUR',
  debts: owed.map((during, index) => ({ invoiceId: `inv_${index}` as never, amount: 4_000, ...during })),
})), { nil: null });

const switches = ['signIn', 'payInvoices', 'createBookings', 'buy', 'signUpToPlans', 'checkIn', 'useBenefits',
  'post'] as const;
const stretch = fc.record({
  at: hour, overdue: debts,
  levels: fc.record(Object.fromEntries(portalSections.map((section) =>
    [section, fc.constantFrom('public', ...accessLevels)]))),
  whileSuspended: fc.record(Object.fromEntries(switches.map((name) => [name, fc.boolean()]))),
  membersAre: fc.constantFrom('anyOfNetwork' as const, 'validHere' as const),
  frozenMembersEnter: fc.boolean(),
  resourcesScope: fc.constantFrom('current' as const, 'children' as const, 'network' as const),
});
const places: fc.Arbitrary<PlaceStretch[]> = fc.array(stretch, { minLength: 1, maxLength: 3 }).map((all) => {
  const starts = [BEGINNING, ...all.slice(1).map(({ at }) => at).sort((a, b) => a - b)];
  return all.map(({ at: _, whileSuspended, ...of }, index) => place({
    ...of as object, start: starts[index]!, end: starts[index + 1] ?? null,
    whileSuspended: { ...place().whileSuspended, ...whileSuspended },
  }));
});

const audience: fc.Arbitrary<Audience> = fc.constantFrom<Audience[]>({ level: 'public' },
  { level: 'members' }, { level: 'contacts' }, { level: 'signedIn' }, forPlans('Hot Desk 10'));
const relation = fc.constantFrom('same' as const, 'below' as const, 'elsewhere' as const);
const via = fc.constantFrom('portal' as const, 'portal' as const, 'desk' as const);
const asked = fc.record({ customer: person, places, via });

const pass = fc.record({
  during: period, contractId: fc.constantFrom(null, 'con_0' as never, 'con_1' as never), audience,
  kind: fc.constantFrom('day' as const, 'time' as const, 'payg' as const), left: fc.constantFrom(0, 1, null),
  hours: fc.option(fc.array(closed, { maxLength: 2 }), { nil: null }),
});
const bookedFor = fc.record({
  audience, relation, from: hour, hours: fc.integer({ min: 1, max: 30 }),
  horizonDays: fc.constantFrom(null, 0, 3), noticeMinutesMin: fc.constantFrom(0, 15, 600),
  taken: fc.array(closed, { maxLength: 3 }),
});
const version = fc.record({
  inForceFrom: hour, audience, shownInPortal: fc.boolean(), hasPriceHere: fc.boolean(),
});

/** A question of each action, about anybody, anywhere. */
export const questions: Readonly<Record<Action, fc.Arbitrary<Question>>> = {
  signIn: asked.map(signsIn),
  buy: asked.map(buys),
  post: asked.map(posts),
  viewSection: fc.tuple(fc.constantFrom(...portalSections), asked).map(([section, of]) => opens(section, of)),
  viewItem: fc.tuple(fc.record({ audience, relation, published: periods(2) }), asked)
    .map(([item, of]) => looksAt(item, of)),
  signUpToPlan: fc.tuple(fc.record({
    archivedAt: fc.option(hour, { nil: null }),
    versions: fc.array(version, { maxLength: 3 }).map((all) =>
      all.toSorted((a, b) => a.inForceFrom - b.inForceFrom)),
  }), asked).map(([plan, of]) => takes(plan, of)),
  pay: fc.tuple(fc.option(fc.boolean(), { nil: null }), asked)
    .map(([payable, of]) => pays(payable === null ? null : { payable }, of)),
  checkIn: fc.tuple(asked, fc.array(pass, { maxLength: 3 }), fc.option(fc.array(closed), { nil: null }),
    fc.option(closed, { nil: null })).map(([of, passes, openings, stay]) => comesIn({
    ...ask(of), passes: passes.map(({ during, ...one }) => dayPass({ ...one, ...during })),
    openings: openings === null ? null : openings.toSorted((a, b) => a.start - b.start),
    openStay: stay === null ? null : {
      checkInId: 'chk_1' as never, locationId: arrival().locationId, since: stay.start, until: stay.end,
    },
  })),
  book: fc.tuple(asked, bookedFor).map(([of, { audience: whom, from, hours, taken, ...rest }]) => books({
    ...ask(of), relation: rest.relation, taken,
    during: { start: from, end: instant(from + hours * HOUR) },
    booked: [{ bookingId: 'bok_own' as never, during: booking({}).during }],
    resource: {
      audience: whom, horizonDays: rest.horizonDays, noticeMinutesMin: rest.noticeMinutesMin, stepMinutes: 60,
      minutesMin: 60,
    },
    within: { start: instant(first - 24 * HOUR), end: instant(first + 100 * 24 * HOUR) },
  })),
};
