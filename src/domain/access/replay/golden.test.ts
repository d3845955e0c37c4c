import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  arrival, ask, booking, cover, customer, dayPass, forPlans, place, span, suspended, when,
} from '../access.examples.ts';
import type { AskFacts } from '../facts.ts';
import { sectionFacts } from '../section-decision.ts';
import { changes, looksAt, pays, takes } from '../tables/questions.examples.ts';
import type { DecidedFacts } from './kept-facts.ts';
import { replay, RULE_VERSION } from './replay.ts';

/**
 * What the golden cases answered under each version, in short. Only ever added to; the cases were fewer under
 * the first.
 */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'UaC9fR1lIfOnzgSG',
  2: 'YVRwHWJXZgP1BhVM',
};

const at = when('2026-12-01 10:00');
const frozen = cover({ frozen: [['2026-11-01', '2026-12-03']] });
const people = {
  contact: customer(),
  member: customer({ covers: [cover()] }),
  frozenMember: customer({ covers: [frozen] }),
  oneOfTwoFrozen: customer({ covers: [frozen, cover({ id: 'con_2', plan: 'Office Lite' })] }),
  elsewhere: customer({ covers: [cover({ validHere: false })] }),
  ended: customer({ covers: [cover({ until: '2026-11-15' })] }),
  suspendedMember: customer({ covers: [cover()], suspensions: [suspended('2026-11-20')] }),
  archived: customer({ archivings: [{ start: when('2026-11-01'), end: null }] }),
  withoutAccess: customer({ mayEnter: [] }),
};
const strict = [
  place({ levels: { bookings: 'members' }, membersAre: 'validHere', frozenMembersEnter: false }),
];
const owing = [place({ overdue: {
  limitAmount: 0, limitDays: 3, currency: 'EUR', blocksBooking: true, blocksBuying: true, blocksCheckIn: true,
  debts: [{ invoiceId: 'inv_1' as never, amount: 9000, start: when('2026-11-01'), end: null }],
} })];

const overTheEnd = span('2026-12-03 23:30', '2026-12-04 00:30');
const strange = [place({ whileSuspended: {
  ...place().whileSuspended, createBookings: true, changeBookings: false, checkIn: true, payInvoices: false,
} })];
const limited = customer({ covers: [cover({ entitlements: { bookingMinutesPer: { day: 30 } } })] });
const everybody = [null, ...Object.values(people), limited];

/** Everybody asks everything, in a usual place and in strict ones. */
function goldenCases(): AskFacts[] {
  return everybody.flatMap((who) => [[place()], strict, owing, strange].flatMap((places) => {
    const of = ask({ customer: who, places });
    const like = { customer: who, places };
    return [
      looksAt({}, like), looksAt({ audience: forPlans('Hot Desk 10') }, like), takes({}, like),
      takes({ audience: { level: 'members' } }, like), pays({}, like), pays(null, like), changes(like),
      booking({ ...like, resource: { audience: { level: 'members' } }, during: overTheEnd }),
      booking({ ...like, via: 'desk' }), arrival({ ...like, openings: [] }),
      sectionFacts(of, 'bookings'), sectionFacts(of, 'directory'),
      booking(like), booking({ ...like, resource: { audience: forPlans('Hot Desk 10') } }),
      booking({ ...like, resource: { state: 'paused' as never, noticeMinutesMin: 600 } }),
      booking({ ...like, taken: [span('2026-12-01 13:00', '2026-12-01 14:00')], people: 40 }),
      arrival(like), arrival({ ...like, passes: [dayPass(), dayPass({ contractId: 'con_1' as never })] }),
      ...(['signIn', 'buy', 'post'] as const).map((action) =>
        ({ ...of, action }) as AskFacts),
    ].map((one) => ('facts' in one ? one.facts : one));
  }));
}

test('R18 what a layer means has not changed unnoticed: golden cases answer as this version says', () => {
  const answers = goldenCases().map((facts) =>
    replay(facts as DecidedFacts, { at, target: undefined, withStart: false }).layers
      .map(({ layer, outcome, code }) => `${layer} ${outcome} ${code}`).join('\n'));
  const fingerprint = createHash('sha256').update(answers.join('\n\n')).digest('base64url').slice(0, 16);
  const advice = 'A layer answers otherwise than under this rule version. Where that is meant, raise '
    + `RULE_VERSION in replay.ts and add its fingerprint here: ${fingerprint}`;
  expect(fingerprints[RULE_VERSION], advice).toBe(fingerprint);
});
