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
