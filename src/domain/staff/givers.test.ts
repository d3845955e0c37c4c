import { expect, test } from 'vitest';
import type { Id } from '../kernel/id.ts';
import { rolesThatGive } from './givers.ts';
import type { Parents } from './grants.ts';
import type { RoleKey } from './own-role.ts';
import type { Permission } from './permission.ts';
import { permissionsOf, type RoleName } from './role.ts';

const [network, quay, loft] = ['network', 'quay', 'loft'].map((name) => `loc_${name}`) as
  [Id<'loc'>, Id<'loc'>, Id<'loc'>];
const parents: Parents = new Map([[network, null], [quay, network], [loft, network]]);
const held = (role: RoleName, locationId: Id<'loc'>) => ({
  role,
  locationId,
  permissions: permissionsOf(role),
});
const hiring = {
  role: 'rle_hiring' as RoleKey,
  locationId: quay,
  permissions: new Set<Permission>(['staff.write', 'staff.read']),
};

const team = [
  [held('owner', network)], [held('locationManager', quay)], [held('locationManager', loft)],
  [held('frontDesk', quay), hiring], [held('readOnly', network)],
];

test.each<[string, Permission, Id<'loc'>[], string[]]>([
  ['who manages the place, and above it', 'customers.suspend', [quay], ['locationManager', 'owner']],
  ['only who holds it themselves', 'keys.write', [quay], ['owner']],
  ['also a role of the operator’s own, together with what another gives', 'checkIns.write', [quay],
    ['locationManager', 'owner', 'rle_hiring']],
  ['not who manages beside it', 'checkIns.write', [loft], ['locationManager', 'owner']],
  ['at the network those who are there', 'checkIns.write', [network], ['owner']],
  ['nowhere nobody', 'checkIns.write', [], []],
])('PER-3 who can give what is missing: %s', (_, permission, locationIds, expected) => {
  expect([...rolesThatGive(team, parents, { permission, locationIds })].toSorted()).toEqual(expected);
});
