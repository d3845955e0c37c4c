import { expect, test } from 'vitest';
import { isPermission, permissions, type Permission } from './permission.ts';
import { isRoleName, permissionsOf, roleNames, type RoleName } from './role.ts';

test('PER-3 every permission is named <word>.<verb>, once', () => {
  for (const permission of permissions) expect(permission).toMatch(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/);
  expect(new Set(permissions).size).toBe(permissions.length);
  expect(isPermission('customers.read')).toBe(true);
  expect(isPermission('customers.steal')).toBe(false);
});

test('PER-3 the owner may everything, the administrator all but ownership', () => {
  expect([...permissionsOf('owner')]).toEqual([...permissions]);
  expect([...permissionsOf('owner')].filter((one) => !permissionsOf('administrator').has(one))).toEqual(
    ['staff.makeOwners', 'mails.readLinks']);
});

const table: [Permission, Record<RoleName, boolean>][] = [
  ['customers.suspend', row('owner administrator locationManager')],
  ['staff.write', row('owner administrator locationManager')],
  ['keys.write', row('owner administrator developer')],
  ['checkIns.write', row('owner administrator locationManager frontDesk community')],
  ['benefits.sell', row('owner administrator locationManager frontDesk community')],
  ['billing.run', row('owner administrator locationManager billing')],
  ['bookings.override', row('owner administrator locationManager')],
  ['content.write', row('owner administrator locationManager community contentEditor')],
  ['reports.read', row('owner administrator locationManager billing community developer readOnly')],
  ['audit.read', row('owner administrator locationManager developer')],
  ['mails.readLinks', row('owner')],
];

test.each(table)('PER-3 who holds %s', (permission, expected) => {
  const held = Object.fromEntries(roleNames.map((role) => [role, permissionsOf(role).has(permission)]));
  expect(held).toEqual(expected);
});

test('PER-3 read only reads', () => {
  expect([...permissionsOf('readOnly')].filter((one) => !/\.(read|explain)$/.test(one))).toEqual([]);
  expect(isRoleName('owner') && !isRoleName('Owner') && !isRoleName('constructor')).toBe(true);
});

function row(holders: string): Record<RoleName, boolean> {
  const names = holders.split(' ');
  const entries = roleNames.map((role) => [role, names.includes(role)]);
  return Object.fromEntries(entries) as Record<RoleName, boolean>;
}
