// P7 and P8: decisions with all their reasons, on one core, in process. Run: node bench/decisions.ts
// Each figure is the median of three rounds, measured in one run beside its limits: a plain function that
// answers the
// same question about a flat record with one reason, and the same answer written as JSON.
import {
  arrival, ask, booking, cover, customer, dayPass, forPlans, place, suspended, when,
} from '../src/domain/access/access.examples.ts';
import { decideBooking } from '../src/domain/access/booking-decision.ts';
import { decideCheckIn } from '../src/domain/access/check-in-decision.ts';
import type { Decision } from '../src/domain/access/decision.ts';
import { type PortalSection, portalSections } from '../src/domain/access/section.ts';
import { decideSection, sectionFacts } from '../src/domain/access/section-decision.ts';
import { decideBuy, decidePay, decidePost, decideSignIn } from '../src/domain/access/simple-decisions.ts';
import { median, report } from './support/report.ts';

const at = when('2026-12-01 10:00');
const asked = { at, withChange: false };
const hotDesk = cover({ plan: 'Hot Desk 10', frozen: [['2026-11-01', '2026-12-03']] });
const lite = cover({ id: 'con_2', plan: 'Office Lite', from: '2025-06-01' });
const people = [
  customer({ covers: [hotDesk, lite] }),
  customer(),
  customer({ covers: [lite], suspensions: [suspended('2026-11-20')] }),
  customer({ covers: [cover({ id: 'con_3', until: '2026-12-31' })] }),
];
const places = [place()];
const sections = people.flatMap((who) => portalSections.map((section) =>
  sectionFacts(ask({ customer: who, places }), section)));
const room = { audience: forPlans('Hot Desk 10'), noticeMinutesMin: 15, horizonDays: 14 };
const bookings = people.flatMap((who) =>
  [room, { audience: { level: 'members' } as const }, {}].map((wished) =>
    booking({ customer: who, places, resource: wished }),
  ),
);

/** The question reduced to what a single reason needs: the limit of what a function call can do here. */
interface Flat {
  readonly archived: boolean;
  readonly mayEnter: boolean;
  readonly suspended: boolean;
  readonly member: boolean;
  readonly level: string;
}
const flats = sections.map(({ customer: who, section, places: [here] }): Flat => ({
  archived: who!.archivings.length > 0,
  mayEnter: who!.mayEnter.length > 0,
  suspended: who!.suspensions.length > 0,
  member: who!.covers.length > 0,
  level: here!.levels[section].level,
}));
function plain(of: Flat): string {
  if (of.level === 'public') return 'open';
  if (of.archived) return 'archived';
  if (!of.mayEnter) return 'noPortalAccess';
  if (of.level === 'members' && !of.member) return 'membersOnly';
  return of.level === 'contacts' && of.member ? 'contactsOnly' : 'signedIn';
}

let kept = 0;
/** Seconds of one core, so that neighbours on the machine do not count. */
const coreSeconds = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
};

/** Calls a second of one core, the median of three rounds of about 400 ms, after one that warms up. */
function perSecond(call: (index: number) => unknown): number {
  const round = (): number => {
    const begun = coreSeconds();
    let calls = 0;
    while (coreSeconds() - begun < 0.4) {
      for (let i = 0; i < 500; i += 1) if (call(calls + i) !== null) kept += 1;
      calls += 500;
    }
    return calls / (coreSeconds() - begun);
  };
  round();
  return median([round(), round(), round()]);
}

const of = <T>(list: readonly T[], index: number): T => list[index % list.length]!;
const limits = {
  plain: perSecond((i) => plain(of(flats, i))),
  json: perSecond((i) => JSON.stringify({ allowed: true, code: plain(of(flats, i)), facts: of(flats, i) })),
};
/**
 * The goals in the figures of the specification: decisions a second where the same as JSON reaches 1.3
 * million.
 */
const figures: readonly (readonly [what: string, figure: number, goal: number])[] = [
  ['P7 section, nine layers', perSecond((i) => decideSection(of(sections, i), asked)), 1_000_000],
  ['P7 booking, nine layers', perSecond((i) => decideBooking(of(bookings, i), asked)), 200_000],
  ['P7 section with nextChange', perSecond((i) => decideSection(of(sections, i), { at })), 100_000],
  ['P7 booking with nextChange', perSecond((i) => decideBooking(of(bookings, i), { at })), 30_000],
];

const checkIns = new Map(people.map((who) => [who, arrival({ customer: who, places, passes: [dayPass()] })]));
const rooms = new Map(
  people.map((who) => [who, Array.from({ length: 9 }, () => booking({ customer: who, places }))]),
);

/** What one customer can do now: sixteen sections, five actions, nine rooms. */
function allOf(who: (typeof people)[number]): Decision[] {
  const facts = ask({ customer: who, places });
  return [
    ...portalSections.map((section: PortalSection) => decideSection(sectionFacts(facts, section), asked)),
    decideSignIn({ ...facts, action: 'signIn' }, asked),
    decidePost({ ...facts, action: 'post' }, asked),
    decideBuy({ ...facts, action: 'buy' }, asked, null),
    decidePay({ ...facts, action: 'pay', invoice: null }, asked),
    decideCheckIn(checkIns.get(who)!, asked),
    ...rooms.get(who)!.map((one) => decideBooking(one, asked)),
  ];
}
const perCustomer = perSecond((i) => allOf(of(people, i)));

report('Decisions with all their reasons, one core (limit: one reason, written as JSON)', [
  ...figures.map(([name, ours, goal]) => ({
    name,
    ours,
    limit: limits.json,
    unit: '/s',
    goal: { atLeast: Number((goal / 1_300_000).toPrecision(2)) },
  })),
  {
    name: 'P8 30 decisions of a customer',
    ours: 1_000_000 / perCustomer,
    limit: 30_000_000 / limits.json,
    unit: 'µs',
    goal: { atMost: 4.3 },
  },
]);
console.log(
  `A plain function with one reason and no record: ${Math.round(limits.plain / 1_000_000)} million a second.`,
);
if (kept === 0) console.log('Nothing was decided.');
