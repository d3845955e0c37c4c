import { expect, test } from 'vitest';
import { settingsAtFirst } from '../../locations/setting.ts';
import { levelsAtFirst } from '../section.ts';
import { type Checked, findHarms, type HarmCode, harmCodes } from './harm.ts';

const atFirst: Checked = {
  levels: levelsAtFirst, whileSuspended: settingsAtFirst.whileSuspended, membersAre: 'anyOfNetwork',
  frozenMembersEnter: true, accountsOpen: true, membersOfNetwork: 3, membersHere: 3, freeForAll: 0,
};
const levels = (wished: Partial<Checked['levels']>): Partial<Checked> =>
  ({ levels: { ...levelsAtFirst, ...wished } });
const switches = (wished: Partial<Checked['whileSuspended']>): Partial<Checked> =>
  ({ whileSuspended: { ...settingsAtFirst.whileSuspended, ...wished } });

/** Every check, what trips it, and that its own fix is one. */
const table: Record<HarmCode, Partial<Checked>> = {
  portalKeepsContactsOut: levels({ entirePortal: 'members' }),
  portalKeepsMembersOut: levels({ entirePortal: 'contacts' }),
  portalClosedSectionsPublic: levels({ entirePortal: 'signedIn' }),
  membersCannotPay: levels({ payments: 'contacts' }),
  formerMembersCannotPay: levels({ payments: 'members' }),
  membersCannotChangePlan: levels({ plans: 'contacts' }),
  contactsCannotSignUp: levels({ plans: 'members' }),
  nobodyCanSignUp: levels({ plans: 'signedIn' }),
  noAccountNoPlan: { accountsOpen: false },
  membersCannotBook: levels({ bookings: 'contacts' }),
  freeRoomsForAll: { freeForAll: 2 },
  membersCannotSeeBenefits: levels({ benefits: 'contacts' }),
  membersCannotAskForHelp: levels({ helpDesk: 'contacts' }),
  nobodyIsMemberHere: { membersAre: 'validHere', membersHere: 0 },
  suspendedCannotPay: switches({ payInvoices: false }),
  suspendedCannotFindInvoices: switches({ signIn: false }),
  suspendedCannotCancel: switches({ createBookings: true, changeBookings: false }),
  frozenCannotPay: { frozenMembersEnter: false, ...levels({ payments: 'members' }) },
};

const everything = { createBookings: true, changeBookings: true, signIn: true, payInvoices: true };

/** Close to each check, and harmless. */
const near: Record<HarmCode, Partial<Checked>> = {
  portalKeepsContactsOut: levels({ entirePortal: 'signedIn' }),
  portalKeepsMembersOut: levels({ entirePortal: 'members' }),
  portalClosedSectionsPublic: levels({
    entirePortal: 'signedIn', home: 'signedIn', about: 'signedIn', contact: 'signedIn', plans: 'signedIn',
    events: 'signedIn', articles: 'signedIn', faq: 'signedIn', store: 'signedIn',
  }),
  membersCannotPay: levels({ payments: 'members' }),
  formerMembersCannotPay: levels({ payments: 'contacts' }),
  membersCannotChangePlan: levels({ plans: 'signedIn' }),
  contactsCannotSignUp: levels({ plans: 'contacts' }),
  nobodyCanSignUp: levels({ plans: 'public' }),
  noAccountNoPlan: { accountsOpen: false, ...levels({ plans: 'signedIn' }) },
  membersCannotBook: levels({ bookings: 'members' }),
  freeRoomsForAll: { freeForAll: 2, ...levels({ bookings: 'members' }) },
  membersCannotSeeBenefits: levels({ benefits: 'members' }),
  membersCannotAskForHelp: levels({ helpDesk: 'members' }),
  nobodyIsMemberHere: { membersAre: 'validHere', membersHere: 1 },
  suspendedCannotPay: switches({ createBookings: false }),
  suspendedCannotFindInvoices: switches({ signIn: false, payInvoices: false }),
  suspendedCannotCancel: switches({ createBookings: false, changeBookings: false }),
  frozenCannotPay: { frozenMembersEnter: false },
};

test.for(harmCodes)('ACC-5 what is only close to a harmful combination is none: %s', (code) => {
  expect(findHarms({ ...atFirst, ...near[code] }).map((one) => one.code)).not.toContain(code);
});

test('ACC-5 a place where nobody is a member anywhere is not warned that nobody is one here', () => {
  const empty = { membersAre: 'validHere', membersHere: 0, membersOfNetwork: 0 } as const;
  expect(findHarms({ ...atFirst, ...empty })).toEqual([]);
});

test('ACC-5 letting suspended customers do everything harms nobody', () => {
  expect(findHarms({ ...atFirst, ...switches(everything) })).toEqual([]);
});

test('ACC-5 what a network has at first harms nobody', () => {
  expect(findHarms(atFirst)).toEqual([]);
});

test.for(harmCodes)('ACC-5 a harmful combination is found, and its fix ends it: %s', (code) => {
  const place = { ...atFirst, ...table[code] };
  const found = findHarms(place).find((one) => one.code === code)!;
  expect(found).toBeDefined();
  const mended = 'use' in found
    ? { ...place, levels: { ...place.levels, [found.section]: found.use } }
    : { ...place, [found.setting.name]: found.setting.value };
  expect(findHarms(mended).map((one) => one.code)).not.toContain(code);
});
