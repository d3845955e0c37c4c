import { expect, test } from 'vitest';
import { ask, always, BEGINNING, cover, customer, place, suspended, when } from './access.examples.ts';
import { layerNames } from './decision.ts';
import type { CustomerFacts, PlaceStretch } from './facts.ts';
import { portalSections } from './section.ts';
import { decideSection, sectionFacts, statusOfDenial } from './section-decision.ts';

const at = when('2026-12-01 10:00');
const sees = (
  who: CustomerFacts | null,
  here: PlaceStretch,
  section: (typeof portalSections)[number] = 'directory',
) => decideSection(sectionFacts(ask({ customer: who, places: [here] }), section), { at });

const active = cover({ id: 'con_a' });
const frozen = cover({ id: 'con_f', plan: 'Office Lite', frozen: [['2026-11-01', '2026-12-03']] });
const elsewhere = cover({ id: 'con_e', plan: 'Mill Desk', validHere: false });

test('ACC-1 ACC-2 ACC-4 ACC-6 SEC-1 nine layers in order, and the first that denies is the answer', () => {
  const who = customer({ archivings: always, mayEnter: [], suspensions: [suspended('2026-11-15')] });
  const here = place({
    levels: { directory: 'members' },
    whileSuspended: { ...place().whileSuspended, signIn: false },
  });
  const decision = sees(who, here);
  expect(decision.layers.map(({ layer }) => layer)).toEqual(layerNames);
  expect(decision.layers.map(({ code }) => code).slice(0, 4)).toEqual([
    'archived',
    'membersOnly',
    'suspendedSignIn',
    'freezeNotAsked',
  ]);
  expect(decision).toMatchObject({ allowed: false, firstDenial: 'portalAccess' });
});

test('SEC-2 contacts leaves members out, members lets frozen ones in unless told otherwise', () => {
  const member = customer({ covers: [frozen] });
  expect(sees(member, place({ levels: { plans: 'contacts' } }), 'plans').layers[1]).toMatchObject({
    code: 'contactsOnly',
  });
  expect(sees(member, place()).allowed).toBe(true);
  const strict = sees(member, place({ frozenMembersEnter: false }));
  expect(strict).toMatchObject({ firstDenial: 'freeze', nextChange: when('2026-12-03') });
  expect(strict.layers[3]).toMatchObject({ code: 'frozenSection', until: when('2026-12-03') });
});

test('SEC-3 signing in and paying stay reachable behind a closed portal, no section does', () => {
  const here = place({ levels: { entirePortal: 'members' } });
  for (const section of portalSections) expect(sees(customer(), here, section).allowed).toBe(false);
});

test('SEC-5 without portal access what is public stays visible, as to anybody', () => {
  const who = customer({ mayEnter: [] });
  expect(sees(who, place(), 'home').allowed).toBe(true);
  expect(sees(who, place(), 'bookings').layers[0]).toMatchObject({ code: 'noPortalAccess', outcome: 'deny' });
});

test('SEC-6 somebody who has not signed in hears 401, everybody else 403', () => {
  expect(statusOfDenial(sees(null, place()))).toBe(401);
  expect(statusOfDenial(sees(null, place({ levels: { entirePortal: 'signedIn' } }), 'home'))).toBe(401);
  expect(statusOfDenial(sees(customer(), place()))).toBe(403);
});

test('SUS-3 a section whose every action is off is read-only, the others are not', () => {
  const who = customer({ suspensions: [suspended('2026-11-15')], covers: [active] });
  const still = (section: (typeof portalSections)[number]) => sees(who, place(), section).layers[2]!.facts;
  expect(still('discussions')).toMatchObject({ readOnly: true });
  expect(still('bookings')).toMatchObject({ readOnly: false });
  expect(still('payments')).toMatchObject({ readOnly: false });
});

test('MEM-7 where only contracts valid here count, a member elsewhere hears just that', () => {
  const who = customer({ covers: [elsewhere] });
  expect(sees(who, place()).allowed).toBe(true);
  const denied = sees(who, place({ membersAre: 'validHere' }));
  expect(denied.layers[1]).toMatchObject({ code: 'memberElsewhere', facts: { planName: 'Mill Desk' } });
});

test('ACC-1 nextChange sees what is published and not yet in force', () => {
  const later = place({ levels: { bookings: 'members' }, start: when('2026-12-10') });
  const facts = sectionFacts(
    ask({ places: [{ ...place(), start: BEGINNING, end: later.start }, later] }),
    'bookings',
  );
  expect(decideSection(facts, { at })).toMatchObject({ allowed: true, nextChange: when('2026-12-10') });
  expect(decideSection(facts, { at: when('2026-12-10') })).toMatchObject({
    allowed: false,
    nextChange: null,
  });
});

test('ACC-1 nextChange lies within 400 days or is not told', () => {
  const who = customer({ covers: [cover({ from: '2028-03-01' })] });
  expect(sees(who, place()).nextChange).toBeNull();
  expect(sees(customer({ covers: [cover({ from: '2028-01-01' })] }), place()).nextChange).toBe(
    when('2028-01-01'),
  );
});
