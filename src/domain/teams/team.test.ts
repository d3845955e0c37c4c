import { describe, expect, test } from 'vitest';
import { invitationRefusal, mayInTeam, type TeamAsker, type TeamMay } from './team.ts';

const nothing: TeamAsker = {
  role: null, reads: false, writes: false, givesSeats: false, readsBookings: false, readsInvoices: false,
};
const asks = (of: Partial<TeamAsker>): TeamAsker => ({ ...nothing, ...of });
const verbs = (may: TeamMay | null): string =>
  (may === null ? 'unknown' : Object.entries(may).filter(([, yes]) => yes).map(([verb]) => verb).join(' '));

describe('PER-2 what a role gives in a team', () => {
  test.each([
    ['nobody', asks({}), false, 'unknown'],
    ['a member', asks({ role: 'member' }), false, 'leave'],
    ['a member of a team that lets them invite', asks({ role: 'member' }), true, 'invite leave'],
    ['a manager', asks({ role: 'manager' }), false,
      'edit invite remove giveRoles giveSeats book seeInvoices leave'],
    ['staff who look', asks({ reads: true }), true, ''],
    ['staff who write', asks({ reads: true, writes: true }), false,
      'edit administer add invite remove giveRoles'],
    ['staff with contracts', asks({ reads: true, givesSeats: true }), false, 'giveSeats'],
    ['staff who is a member too', asks({ role: 'member', reads: true, writes: true }), false,
      'edit administer add invite remove giveRoles leave'],
  ] as const)('PER-1 %s', (_, asker, membersMayInvite, expected) => {
    expect(verbs(mayInTeam(asker, { membersMayInvite }))).toBe(expected);
  });
});

const room = { sizeMax: null, members: 2, invitations: 0, seats: { total: 0, taken: 0 } };

test.each([
  ['any size, no seats', room, false, null],
  ['the last place', { ...room, sizeMax: 3 }, false, null],
  ['full by its members', { ...room, sizeMax: 2 }, true, 'teamFull'],
  ['full with those invited', { ...room, sizeMax: 3, invitations: 1 }, true, 'teamFull'],
  ['a free seat', { ...room, seats: { total: 3, taken: 2 } }, false, null],
  ['no free seat', { ...room, seats: { total: 2, taken: 2 } }, false, 'noFreeSeat'],
  ['the free seat is promised', { ...room, invitations: 1, seats: { total: 3, taken: 2 } }, false,
    'noFreeSeat'],
  ['staff may invite beyond the seats', { ...room, seats: { total: 2, taken: 2 } }, true, null],
] as const)('TEM-3 an invitation to a team: %s', (_, of, byStaff, refusal) => {
  expect(invitationRefusal(of, byStaff)).toBe(refusal);
});
