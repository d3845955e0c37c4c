import type { Permission } from '../../../domain/staff/permission.ts';
import { icons, type Shape } from '../../../kit/plain/index.ts';
import { pageEntries } from '../page-entry.ts';

export interface NavPlace {
  /** The key of its text below `admin-shell.nav`. */
  readonly key: string;
  readonly path: string;
  readonly permission?: Permission;
}

export interface NavGroup extends Partial<NavPlace> {
  readonly key: string;
  readonly icon: Shape;
  readonly places: readonly NavPlace[];
}

const place = (key: string, path: string, permission: Permission): NavPlace => ({ key, path, permission });

/** At most two levels, in the words of the glossary. What has no page yet is not shown. */
const tree: readonly NavGroup[] = [
  { key: 'home', icon: icons.home, path: 'home', places: [] },
  {
    key: 'frontDesk',
    icon: icons.desk,
    places: [
      place('checkInDesk', 'desk', 'checkIns.read'),
      place('visitors', 'visitors', 'reception.read'),
      place('deliveries', 'deliveries', 'reception.read'),
    ],
  },
  { key: 'calendar', icon: icons.calendar, path: 'calendar', permission: 'bookings.read', places: [] },
  {
    key: 'customers',
    icon: icons.users,
    places: [
      place('allCustomers', 'customers', 'customers.read'),
      place('members', 'customers?f.standing=member', 'customers.read'),
      place('contacts', 'customers?f.standing=contact', 'customers.read'),
      place('teams', 'teams', 'teams.read'),
      place('leads', 'leads', 'crm.read'),
      place('imports', 'imports', 'imports.read'),
    ],
  },
  {
    key: 'money',
    icon: icons.money,
    places: [
      place('runs', 'money/runs', 'billing.run'),
      place('invoices', 'money/invoices', 'billing.read'),
      place('payments', 'money/payments', 'payments.read'),
      place('contracts', 'money/contracts', 'contracts.read'),
      place('charges', 'money/charges', 'billing.read'),
    ],
  },
  { key: 'help', icon: icons.help, path: 'help', permission: 'help.read', places: [] },
  {
    key: 'spaces',
    icon: icons.spaces,
    places: [
      place('resources', 'spaces/resources', 'resources.read'),
      place('resourceTypes', 'spaces/types', 'resources.read'),
      place('rates', 'spaces/rates', 'resources.read'),
    ],
  },
  {
    key: 'catalogue',
    icon: icons.tag,
    places: [
      place('plans', 'catalogue/plans', 'plans.read'),
      place('products', 'catalogue/products', 'store.read'),
    ],
  },
  { key: 'community', icon: icons.megaphone, path: 'community', permission: 'content.read', places: [] },
  {
    key: 'portal',
    icon: icons.portal,
    places: [
      place('portalAccess', 'portal/access', 'portal.read'),
      place('portalPreview', 'portal/preview', 'portal.preview'),
      place('refusals', 'refusals', 'access.explain'),
    ],
  },
  { key: 'insights', icon: icons.chart, path: 'insights', permission: 'reports.read', places: [] },
  {
    key: 'settings',
    icon: icons.settings,
    places: [
      place('locations', 'settings/locations', 'settings.read'),
      place('team', 'settings/team', 'staff.read'),
      place('apiKeys', 'settings/api', 'keys.read'),
      place('auditLog', 'settings/audit', 'audit.read'),
      place('outbox', 'system/outbox', 'system.read'),
    ],
  },
];

const pathOf = (path: string): string => path.split('?')[0] ?? path;

const exists = (path: string): boolean =>
  pageEntries.some((entry) => entry.stands !== 'outside' && entry.path === pathOf(path));

/** What this person can reach: groups without a place of theirs are left out. */
export function navigationFor(may: (permission: Permission) => boolean): readonly NavGroup[] {
  const reachable = (place: Pick<NavPlace, 'path' | 'permission'>) =>
    exists(place.path) && (place.permission === undefined || may(place.permission));
  return tree.flatMap((group) => {
    const places = group.places.filter(reachable);
    const own = group.path !== undefined && reachable({ ...group, path: group.path });
    return own || places.length > 0 ? [{ ...group, places }] : [];
  });
}

/**
 * The place an address belongs to: the longest path that begins it, with the filter it names before one
 * without.
 */
export function placeOf(groups: readonly NavGroup[], path: string, search: string): NavPlace | undefined {
  const asked = new URLSearchParams(search);
  const fits = (place: NavPlace) => {
    const [own = '', filter] = place.path.split('?');
    if (path !== own && !path.startsWith(`${own}/`)) return false;
    return (
      filter === undefined ||
      [...new URLSearchParams(filter)].every(([name, value]) => asked.get(name) === value)
    );
  };
  const all = groups.flatMap((group) => [
    ...group.places,
    ...(group.path === undefined ? [] : [group as NavPlace]),
  ]);
  return all.filter(fits).sort((a, b) => b.path.length - a.path.length)[0];
}
