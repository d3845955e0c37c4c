import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  { path: 'settings/team', permission: 'staff.read', load: async () => (await import('./team.tsx')).Team },
  {
    path: 'settings/team/roles',
    permission: 'staff.read',
    load: async () => (await import('./roles/roles.tsx')).Roles,
  },
  {
    path: 'settings/team/roles/new',
    permission: 'staff.write',
    load: async () => (await import('./roles/role-page.tsx')).NewRole,
  },
  {
    path: 'settings/team/roles/$roleKey',
    permission: 'staff.read',
    load: async () => (await import('./roles/role-page.tsx')).RolePage,
  },
  {
    path: 'settings/api',
    permission: 'keys.read',
    load: async () => (await import('./keys/api-keys.tsx')).ApiKeys,
  },
  {
    path: 'settings/audit',
    permission: 'audit.read',
    load: async () => (await import('./audit-log.tsx')).AuditLog,
  },
  {
    path: 'system/outbox',
    permission: 'system.read',
    load: async () => (await import('./outbox.tsx')).Outbox,
  },
];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-staff.commands.invite',
    icon: icons.user,
    permission: 'staff.write',
    path: 'settings/team?open=invite',
  },
  {
    textKey: 'admin-roles.commands.new',
    icon: icons.user,
    permission: 'staff.write',
    path: 'settings/team/roles/new',
  },
  {
    textKey: 'admin-staff.commands.key',
    icon: icons.key,
    permission: 'keys.write',
    path: 'settings/api?open=new',
  },
];
