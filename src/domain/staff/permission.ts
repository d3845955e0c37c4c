/**
 * What somebody who works for the operator may do: `<word>.<verb>`, held at a location and valid for all
 * below (PER-3). Endpoints ask for a permission; roles are sets of them. Nothing else decides who may call.
 */
export const permissions = [
  'locations.read', 'locations.write', 'settings.read', 'settings.write',
  'staff.read', 'staff.write', 'staff.makeOwners',
  'customers.read', 'customers.write', 'customers.invite', 'customers.suspend', 'customers.archive',
  'customers.export', 'customers.erase',
  'notes.read', 'notes.write', 'teams.read', 'teams.write',
  'plans.read', 'plans.write', 'contracts.read', 'contracts.write',
  'access.explain', 'portal.read', 'portal.publish', 'portal.preview',
  'resources.read', 'resources.write', 'bookings.read', 'bookings.write', 'bookings.override',
  'checkIns.read', 'checkIns.write', 'benefits.read', 'benefits.write', 'benefits.sell',
  'billing.read', 'billing.write', 'billing.run', 'payments.read', 'payments.write',
  'store.read', 'store.write', 'crm.read', 'crm.write', 'help.read', 'help.write',
  'content.read', 'content.write', 'reception.read', 'reception.write', 'reports.read',
  'imports.read', 'imports.write', 'keys.read', 'keys.write', 'webhooks.read', 'webhooks.write',
  'audit.read', 'system.read', 'system.write', 'mails.readLinks',
] as const;

export type Permission = (typeof permissions)[number];

const known: ReadonlySet<string> = new Set(permissions);

export const isPermission = (text: string): text is Permission => known.has(text);
