import { describe, expect, test } from 'vitest';
import { reasons, type ReasonCode, type ReasonFacts } from '../domain/access/reason.ts';
import {
  denialForCustomer,
  layerLine,
  layerSentence,
  momentText,
  otherReasons,
  type SaidLayer,
  type Speaking,
  verdictSentence,
} from './decision-text.ts';
import { formatsFor } from './texts/formats.ts';
import { dirOf } from './texts/language.ts';
import { catalogueOf, languages, phrasesOf } from './texts/phrase.ts';

const at = Date.parse('2026-12-03T00:00:00+01:00');
const gate = { section: 'bookings', level: 'members', setAtId: null } as const;
const level = { level: 'members', section: null, thing: 'Atlas' } as const;
const suspended = {
  suspensionId: 'sus_1',
  cause: 'manual',
  sinceAt: at,
  thing: 'Atlas',
  readOnly: true,
} as const;
const frozen = {
  contractId: 'con_1', freezeId: 'frz_1', planName: 'Hot Desk 10', fromAt: at - 32 * 86_400_000, untilAt: at,
};
const named = { contractId: 'con_1', planName: 'Hot Desk 10', thing: 'Atlas' };
const owed = { amount: 12_000, currency: 'EUR', limitAmount: 5_000, limitDays: 14, invoiceIds: ['inv_1'] };

/** One example of every reason: adding a code without one does not compile. */
const examples: { [C in ReasonCode]: ReasonFacts[C] } = {
  known: {},
  byLink: {},
  open: gate,
  signedIn: gate,
  notSignedIn: gate,
  archived: { sinceAt: at },
  noPortalAccess: { sinceAt: null },
  gateForMembers: gate,
  gateForContacts: gate,
  forEverybody: level,
  forSignedIn: level,
  isMember: named,
  isContact: {},
  needsSignIn: level,
  membersOnly: { ...level, standing: 'contact' },
  memberElsewhere: { ...level, ...named },
  membershipEnds: { ...level, ...named, endAt: at },
  membershipStarts: { ...level, ...named, startAt: at },
  contactsOnly: { ...level, ...named },
  standingNotAsked: {},
  notSuspended: {},
  suspendedMayStill: suspended,
  suspendedSignIn: suspended,
  suspendedBook: suspended,
  suspendedChange: suspended,
  suspendedBuy: suspended,
  suspendedSignUp: suspended,
  suspendedCheckIn: suspended,
  suspendedPay: suspended,
  suspendedPost: suspended,
  suspendedBenefits: suspended,
  suspensionNotAsked: {},
  notFrozen: named,
  someFrozen: { ...frozen, frozenCount: 1, contractCount: 2, otherPlan: 'Office Lite' },
  frozen: { ...frozen, thing: 'Atlas', ownPlan: 'Office Lite' },
  frozenPass: frozen,
  frozenSection: { ...frozen, section: 'directory' },
  freezeNotAsked: {},
  noContractGivesIt: { thing: 'Atlas' },
  planIncludes: named,
  planLimitsKept: named,
  noPlanNeeded: {},
  notInPlan: {
    thing: 'Studio',
    plans: [{ planId: 'pla_1', planName: 'Hot Desk 10' }],
    ownPlan: 'Office Lite',
  },
  planNotValidHere: named,
  contractEnds: { ...named, endAt: at },
  contractStarts: { ...named, startAt: at },
  outsidePlanHours: { ...named, opensAt: at },
  planLimitUsed: { ...named, per: 'week', limitMinutes: 300, usedMinutes: 240, renewsAt: at },
  available: level,
  sectionExists: {},
  thingNotAsked: {},
  archivedThing: level,
  paused: level,
  notShown: level,
  notPublished: { thing: 'Atlas', publishAt: at },
  outOfScope: { thing: 'Atlas', scope: 'current' },
  notForThisCustomer: level,
  tooManyPeople: { thing: 'Atlas', capacity: 10, people: 12 },
  notOfferedHere: level,
  noPriceInCurrency: { thing: 'Hot Desk 10', currency: 'GBP' },
  passReady: { grantId: 'bft_1', passId: 'pas_1', passName: 'Day pass', kind: 'day', left: 2 },
  passNotNeeded: named,
  alreadyInside: { checkInId: 'chk_1', sinceAt: at },
  noValidPass: {},
  notYours: { invoiceId: 'inv_1' },
  nothingToPay: { invoiceId: 'inv_1' },
  toPay: { invoiceId: 'inv_1' },
  free: level,
  openNow: {},
  inPlanHours: named,
  scheduleNotAsked: {},
  closure: { reason: 'Christmas', startDay: '2026-12-24', endDay: '2026-12-27' },
  closed: { thing: 'Atlas', opensAt: at, closesAt: null },
  closedNow: { opensAt: at },
  othersAccount: {},
  outsidePassHours: { passName: 'Evening pass', opensAt: at },
  occupied: { thing: 'Atlas', freeAt: at },
  withinRules: {},
  approvalNeeded: level,
  owesWithinLimit: owed,
  overdue: owed,
  tooShort: { thing: 'Atlas', limitMinutes: 60, minutes: 30 },
  tooLong: { thing: 'Atlas', limitMinutes: 120, minutes: 180 },
  offStep: { thing: 'Atlas', stepMinutes: 30 },
  noRate: level,
  rulesNotAsked: {},
  inTime: {},
  inThePast: { startAt: at },
  tooSoon: { thing: 'Atlas', noticeMinutes: 15 },
  tooFarAhead: { thing: 'Atlas', horizonDays: 14, opensAt: at },
  timeNotAsked: {},
};

const speakingOf = (language: string): Speaking => ({
  phrase: phrasesOf(language).phrase, formats: formatsFor(language), zone: 'Europe/Berlin',
  rightToLeft: dirOf(language) === 'rtl',
});

const layerOf = (code: ReasonCode, more: Partial<SaidLayer> = {}): SaidLayer =>
  ({ layer: 'x', outcome: reasons[code], code, facts: examples[code], ...more });

describe.each([...languages])('ACC-3 in %s', (language) => {
  test.each(Object.keys(reasons) as ReasonCode[])('%s has its texts, with every fact filled in', (code) => {
    for (const action of ['book', 'viewItem', 'checkIn']) {
      for (const reader of ['customer', 'staff'] as const) {
        for (const text of [layerSentence, layerLine].map((say) =>
          say(layerOf(code), action, reader, speakingOf(language)),
        )) {
          expect(text).not.toMatch(/⟦|\{|undefined|null|NaN/);
          expect(text.trim().length).toBeGreaterThan(2);
        }
      }
    }
  });

  test('no text stands there for a reason that does not exist', () => {
    const others = new Set(['layer', 'section', 'level', 'cause', 'fix', 'say']);
    const codes = Object.keys(catalogueOf(language).reasons!).filter((key) => !others.has(key));
    expect(codes.sort()).toEqual(Object.keys(reasons).sort());
  });
});

const english = speakingOf('en');

test('ACC-3 the frozen contract is told with its date, in the words of the location', () => {
  expect(layerSentence(layerOf('frozen'), 'book', 'customer', english))
    .toBe('You can see Atlas but can’t book it: your Hot Desk 10 contract is frozen until 3 Dec.');
  expect(layerSentence(layerOf('frozen'), 'book', 'staff', english))
    .toBe('Hot Desk 10 is frozen until 3 Dec, and Atlas is only open through Hot Desk 10');
});

test('ACC-3 a customer never reads why an account was suspended', () => {
  for (const code of Object.keys(reasons).filter((name) => name.startsWith('suspended')) as ReasonCode[]) {
    for (const language of languages) {
      const texts = catalogueOf(language).reasons![code] as Record<string, string>;
      expect(`${texts.customer} ${texts.line ?? ''}`).not.toContain('{cause}');
    }
  }
});

const until = (days: number) => at + days * 86_400_000;
const refusal = (...layers: readonly SaidLayer[]) => ({ allowed: false, at, action: 'book', layers });

test('ACC-3 of several reasons the customer reads the one nearest to change, and what else remains', () => {
  const [suspension, freeze] = [layerOf('suspendedBook'), layerOf('frozen', { until: until(9) })];
  const taken = layerOf('occupied', { until: until(1) });
  const told = refusal(suspension, freeze, taken);
  expect(denialForCustomer(told)).toBe(taken);
  expect(verdictSentence(told, 'customer', english)).toBe(layerSentence(taken, 'book', 'customer', english));
  expect(verdictSentence(told, 'staff', english)).toBe(layerSentence(suspension, 'book', 'staff', english));
  expect(otherReasons(told, english)).toEqual([
    { code: 'suspendedBook', text: 'Even then still in the way: Booking is paused on your account' },
    { code: 'frozen',
      text: 'Even then still in the way: Only your Hot Desk 10 gives it, and that is frozen until 3 Dec' },
  ]);
});

test('ACC-3 who hears of a day hears what lasts longer; else only that there is more', () => {
  const starts = layerOf('contractStarts', { until: until(2) });
  const told = refusal(layerOf('frozen', { until: until(9) }), starts);
  expect(denialForCustomer(told)?.code).toBe('contractStarts');
  expect(otherReasons(told, english)[0]!.text).toMatch(/^Even then/);
  const endless = refusal(layerOf('suspendedBook'), layerOf('notInPlan'));
  expect(denialForCustomer(endless)?.code).toBe('suspendedBook');
  expect(otherReasons(endless, english)[0]!.text).toMatch(/^Also in the way/);
  expect(otherReasons(refusal(layerOf('suspendedBook')), english)).toEqual([]);
});

test('midnight is told as a day, any other time with its hour', () => {
  expect(momentText(at, english)).toBe('3 Dec');
  expect(momentText(at + 9.5 * 3_600_000, english)).toBe('Thu 3 Dec, 09:30');
});
