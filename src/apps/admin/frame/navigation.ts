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

/** At most two levels, in the words of the glossary. What has no page yet is not shown. */
const tree: readonly NavGroup[] = [
  { key: 'home', icon: icons.home, path: 'home', places: [] },
  {
    key: 'frontDesk',
    icon: icons.desk,
    places: [
      { key: 'checkInDesk', path: 'desk', permission: 'checkIns.read' },
      { key: 'visitors', path: 'visitors', permission: 'reception.read' },
      { key: 'deliveries', path: 'deliveries', permission: 'reception.read' },
    ],
  },
  { key: 'calendar', icon: icons.calendar, path: 'calendar', permission: 'bookings.read', places: [] },
  {
    key: 'customers',
    icon: icons.users,
    places: [
      { key: 'allCustomers', path: 'customers', permission: 'customers.read' },
      { key: 'members', path: 'customers?f.standing=member', permission: 'customers.read' },
      { key: 'contacts', path: 'customers?f.standing=contact', permission: 'customers.read' },
      { key: 'teams', path: 'teams', permission: 'teams.read' },
      { key: 'leads', path: 'leads', permission: 'crm.read' },
      { key: 'imports', path: 'imports', permission: 'imports.read' },
    ],
  },
  {
    key: 'money',
    icon: icons.money,
    places: [
      { key: 'runs', path: 'money/runs', permission: 'billing.run' },
      { key: 'invoices', path: 'money/invoices', permission: 'billing.read' },
      { key: 'payments', path: 'money/payments', permission: 'payments.read' },
      { key: 'contracts', path: 'money/contracts', permission: 'contracts.read' },
      { key: 'charges', path: 'money/charges', permission: 'billing.read' },
    ],
  },
  { key: 'help', icon: icons.help, path: 'help', permission: 'help.read', places: [] },
  {
    key: 'spaces',
    icon: icons.spaces,
    places: [
      { key: 'resources', path: 'spaces/resources', permission: 'resources.read' },
      { key: 'resourceTypes', path: 'spaces/types', permission: 'resources.read' },
      { key: 'rates', path: 'spaces/rates', permission: 'resources.read' },
    ],
  },
  {
    key: 'catalogue',
    icon: icons.tag,
    places: [
      { key: 'plans', path: 'catalogue/plans', permission: 'plans.read' },
      { key: 'products', path: 'catalogue/products', permission: 'store.read' },
    ],
  },
  { key: 'community', icon: icons.megaphone, path: 'community', permission: 'content.read', places: [] },
  {
    key: 'portal',
    icon: icons.portal,
    places: [
      { key: 'portalAccess', path: 'portal/access', permission: 'portal.read' },
      { key: 'refusals', path: 'refusals', permission: 'access.explain' },
    ],
  },
  { key: 'insights', icon: icons.chart, path: 'insights', permission: 'reports.read', places: [] },
  {
    key: 'settings',
    icon: icons.settings,
    places: [
      { key: 'locations', path: 'settings/locations', permission: 'settings.read' },
      { key: 'team', path: 'settings/team', permission: 'staff.read' },
      { key: 'apiKeys', path: 'settings/api', permission: 'keys.read' },
      { key: 'auditLog', path: 'settings/audit', permission: 'audit.read' },
      { key: 'outbox', path: 'system/outbox', permission: 'system.read' },
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
