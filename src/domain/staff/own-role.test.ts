import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import type { Grant, Parents } from './grants.ts';
import {
  differenceOf, effectOn, missingToDefine, permissionsByKey, plainRoleName, roleNameKey,
} from './own-role.ts';
import type { Permission } from './permission.ts';
import { permissionsOf, type RoleName } from './role.ts';

test.each([
  ['a name', 'Night desk', 'Night desk'],
  ['spaces around and twice', '  Night \t  desk\n', 'Night desk'],
  ['any script', 'الاستقبال الليلي', 'الاستقبال الليلي'],
  ['a sign among letters', 'Café & Bar ☕', 'Café & Bar ☕'],
  ['markup, which is text', '<b>Bold</b>', '<b>Bold</b>'],
  ['wide letters are the plain ones', 'Ｏｗｎｅｒ', 'Owner'],
  ['an accent in two pieces is one letter', 'Cafe\u0301', 'Café'],
  ['nothing', '   ', null],
  ['signs without a letter', '— ☕ —', null],
  ['a letter that cannot be seen', 'Own\u200Ber', null],
  ['a text turned around', 'Desk\u202Erenwo', null],
  ['a bell', 'Desk\u0007', null],
  ['sixty characters', 'x'.repeat(60), 'x'.repeat(60)],
  ['one more', 'x'.repeat(61), null],
  ['sixty signs of two units each', `x${'😀'.repeat(59)}`, `x${'😀'.repeat(59)}`],
])('PER-3 a name for a role: %s', (_, text, plain) => {
  expect(plainRoleName(text)).toBe(plain);
});

test('PER-3 capitals do not tell names of roles apart', () => {
  expect(roleNameKey('NIGHT Desk')).toBe(roleNameKey('Night desk'));
  expect(roleNameKey('Éclair')).toBe(roleNameKey('éclair'));
  expect(roleNameKey('Night desk')).not.toBe(roleNameKey('Night  desks'));
});

test('PER-3 a fixed role is what it is, an own one what its row says, an unknown one nothing known', () => {
  expect(permissionsByKey('readOnly', ['keys.write'])).toBe(permissionsOf('readOnly'));
  expect([...(permissionsByKey('rle_x', ['bookings.read', 'bookings.steal']) ?? [])]).toEqual([
    'bookings.read',
  ]);
  expect(permissionsByKey('rle_x', null)).toBeNull();
});

const as = (role: RoleName) => (permission: Permission) => permissionsOf(role).has(permission);

test.each<[string, RoleName, Permission[], Permission[]]>([
  ['an owner puts anything in', 'owner', ['staff.makeOwners', 'mails.readLinks', 'keys.write'], []],
  ['an administrator all but ownership', 'administrator', ['keys.write', 'staff.makeOwners'],
    ['staff.makeOwners']],
  ['a location manager no keys', 'locationManager', ['bookings.read', 'keys.write'], ['keys.write']],
])('PER-3 nobody defines what they do not hold: %s', (_, role, wished, missing) => {
  expect(missingToDefine(as(role), wished)).toEqual(missing);
});

test('PER-3 ownership is put into a role by owners, not by whoever was given a piece of it', () => {
  const piece = (permission: Permission) =>
    permission === 'staff.makeOwners' || permissionsOf('administrator').has(permission);
  expect(missingToDefine(piece, ['staff.makeOwners'])).toEqual(['staff.makeOwners']);
});

const [network, quay] = ['network', 'quay'].map((name) => `loc_${name}` as Id<'loc'>) as [
  Id<'loc'>,
  Id<'loc'>,
];
const parents: Parents = new Map([[network, null], [quay, network]]);
const grant = (locationId: Id<'loc'>, ...permissions: Permission[]): Grant =>
  ({ locationId, permissions: new Set(permissions) });

test('PER-3 what a change of a role gives and takes is what no other role gives anyway', () => {
  const change = differenceOf(new Set(['bookings.read', 'notes.read']), new Set(['notes.read', 'crm.read']));
  expect(change).toEqual({ added: ['crm.read'], removed: ['bookings.read'] });
  expect(effectOn({ locationId: quay, others: [] }, parents, change)).toEqual(change);
  const above = { locationId: quay, others: [grant(network, 'bookings.read')] };
  expect(effectOn(above, parents, change)).toEqual({ added: ['crm.read'], removed: [] });
  const below = { locationId: network, others: [grant(quay, 'bookings.read', 'crm.read')] };
  expect(effectOn(below, parents, change)).toEqual(change);
});
