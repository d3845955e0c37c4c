import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  { path: 'settings/team', permission: 'staff.read', load: async () => (await import('./team.tsx')).Team },
  {
    path: 'settings/api',
    permission: 'keys.read',
    load: async () => (await import('./api-keys.tsx')).ApiKeys,
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
    textKey: 'admin-staff.commands.key',
    icon: icons.key,
    permission: 'keys.write',
    path: 'settings/api?open=new',
  },
];
