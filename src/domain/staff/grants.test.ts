import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { type Grant, locationsWith, mayAnywhere, mayAt, missingToGrant, type Parents } from './grants.ts';
import { permissionsOf, type RoleName } from './role.ts';

const id = (name: string): Id<'loc'> => `loc_${name}` as Id<'loc'>;
const [network, germany, berlin, quay, lisbon] = ['network', 'germany', 'berlin', 'quay', 'lisbon'].map(id) as
  [Id<'loc'>, Id<'loc'>, Id<'loc'>, Id<'loc'>, Id<'loc'>];
const parents: Parents = new Map([[network, null], [germany, network], [berlin, germany], [quay, berlin],
  [lisbon, network]]);
const role = (name: RoleName, locationId: Id<'loc'>): Grant =>
  ({ locationId, permissions: permissionsOf(name) });

test.each([
  ['at the location itself', role('frontDesk', berlin), berlin, true],
  ['below it', role('frontDesk', berlin), quay, true],
  ['two below', role('frontDesk', germany), quay, true],
  ['everywhere when given at the network', role('frontDesk', network), lisbon, true],
  ['not above', role('frontDesk', berlin), germany, false],
  ['not beside', role('frontDesk', berlin), lisbon, false],
  ['not at a location that nobody knows', role('owner', network), id('elsewhere'), false],
])('PER-3 a role holds %s', (_, grant, at, expected) => {
  expect(mayAt([grant], parents, 'customers.write', at)).toBe(expected);
});

test('PER-3 two roles at two places add up, each at its own place', () => {
  const grants = [role('readOnly', network), role('frontDesk', quay)];
  expect(mayAt(grants, parents, 'bookings.write', quay)).toBe(true);
  expect(mayAt(grants, parents, 'bookings.write', lisbon)).toBe(false);
  expect(mayAt(grants, parents, 'bookings.read', lisbon)).toBe(true);
});

test('PER-3 locations with a permission: those below, or all when held at the network', () => {
  expect(locationsWith([role('frontDesk', germany)], parents, 'customers.read')).toEqual(
    new Set([germany, berlin, quay]));
  expect(locationsWith([role('frontDesk', network)], parents, 'customers.read')).toBe('all');
  expect(locationsWith([role('contentEditor', network)], parents, 'customers.read')).toEqual(new Set());
  expect(mayAnywhere([role('frontDesk', quay)], 'customers.read')).toBe(true);
  expect(mayAnywhere([role('frontDesk', quay)], 'keys.write')).toBe(false);
});

test.each([
  ['an owner makes an owner', role('owner', network), role('owner', network), true],
  ['another of the same kind', role('administrator', network), role('administrator', berlin), true],
  ['an administrator makes no owner', role('administrator', network), role('owner', network), false],
  ['a location manager makes front desk', role('locationManager', berlin), role('frontDesk', quay), true],
  ['no administrator from below', role('locationManager', berlin), role('administrator', berlin), false],
  ['nothing above', role('locationManager', berlin), role('frontDesk', germany), false],
  ['nothing beside', role('locationManager', berlin), role('readOnly', lisbon), false],
  ['a developer makes no owner key', role('developer', network), role('owner', network), false],
])('PER-3 nobody gives what they do not hold: %s', (_, own, given, expected) => {
  expect(missingToGrant([own], parents, given).length === 0).toBe(expected);
});

test('PER-3 a circle in the tree, which the database forbids, ends', () => {
  const circle: Parents = new Map([[berlin, quay], [quay, berlin]]);
  expect(mayAt([role('owner', network)], circle, 'customers.read', quay)).toBe(false);
});
