import { type Permission, permissions } from './permission.ts';

/** The roles that every network has (PER-3). Those of the operator's own are rows: see own-role.ts. */
export const roleNames = [
  'owner', 'administrator', 'locationManager', 'frontDesk', 'billing', 'community', 'contentEditor',
  'developer', 'readOnly',
] as const;

export type RoleName = (typeof roleNames)[number];

export const isRoleName = (text: string): text is RoleName => (roleNames as readonly string[]).includes(text);

/** What only owners may: make owners, and read letters whose links sign somebody in. */
export const ownership: readonly Permission[] = ['staff.makeOwners', 'mails.readLinks'];

const reading: readonly Permission[] = [
  'locations.read', 'settings.read', 'customers.read', 'notes.read', 'teams.read', 'plans.read',
  'contracts.read', 'access.explain', 'portal.read', 'resources.read', 'bookings.read', 'checkIns.read',
  'benefits.read', 'billing.read', 'payments.read', 'store.read', 'crm.read', 'help.read', 'content.read',
  'reception.read', 'reports.read',
];

const frontDesk: readonly Permission[] = [
  'locations.read', 'customers.read', 'customers.write', 'customers.invite', 'notes.read', 'notes.write',
  'teams.read', 'plans.read', 'contracts.read', 'access.explain', 'portal.read', 'resources.read',
  'bookings.read', 'bookings.write', 'checkIns.read', 'checkIns.write', 'benefits.read', 'benefits.sell',
  'billing.read', 'payments.read', 'payments.write', 'store.read', 'help.read', 'help.write',
  'reception.read',
  'reception.write', 'content.read',
];

const billing: readonly Permission[] = [
  'locations.read', 'settings.read', 'customers.read', 'customers.write', 'notes.read', 'notes.write',
  'teams.read', 'plans.read', 'contracts.read', 'contracts.write', 'access.explain', 'resources.read',
  'bookings.read', 'benefits.read', 'billing.read', 'billing.write', 'billing.run', 'payments.read',
  'payments.write', 'store.read', 'reports.read',
];

const community: readonly Permission[] = [
  ...frontDesk, 'teams.write', 'benefits.write', 'portal.preview', 'crm.read', 'crm.write',
  'content.write', 'reports.read',
];

const contentEditor: readonly Permission[] = [
  'locations.read', 'portal.read', 'portal.preview', 'content.read', 'content.write', 'plans.read',
  'resources.read',
];

const developer: readonly Permission[] = [
  ...reading, 'staff.read', 'keys.read', 'keys.write', 'webhooks.read', 'webhooks.write', 'audit.read',
  'system.read',
];

const exceptOwnership = permissions.filter((permission) => !ownership.includes(permission));

/** All but what belongs to the whole network: its people's roles above, its keys and its machinery. */
const locationManager = exceptOwnership.filter((permission) =>
  !['customers.erase', 'keys.write', 'webhooks.write', 'system.write'].includes(permission));

const sets: Readonly<Record<RoleName, ReadonlySet<Permission>>> = {
  owner: new Set(permissions),
  administrator: new Set(exceptOwnership),
  locationManager: new Set(locationManager),
  frontDesk: new Set(frontDesk),
  billing: new Set(billing),
  community: new Set(community),
  contentEditor: new Set(contentEditor),
  developer: new Set(developer),
  readOnly: new Set(reading),
};

export const permissionsOf = (role: RoleName): ReadonlySet<Permission> => sets[role];
