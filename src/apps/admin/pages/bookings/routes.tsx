import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [{
  path: 'calendar', permission: 'bookings.read',
  load: async () => (await import('./calendar/calendar.tsx')).Calendar,
}];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-calendar.commands.book',
    icon: icons.calendar,
    permission: 'bookings.write',
    path: 'calendar',
    isNew: true,
  },
];
