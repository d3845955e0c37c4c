import { icons } from '../../../../kit/plain/index.ts';
import type { Command, PageEntry } from '../../page-entry.ts';

export const pages: readonly PageEntry[] = [
  {
    path: 'catalogue/plans',
    load: async () => (await import('./plans.tsx')).Plans,
    permission: 'plans.read',
  },
  {
    path: 'catalogue/plans/new',
    load: async () => (await import('./plan-page.tsx')).NewPlan,
    permission: 'plans.write',
  },
  {
    path: 'catalogue/plans/$planId',
    load: async () => (await import('./plan-page.tsx')).PlanPage,
    permission: 'plans.read',
  },
];

export const commands: readonly Command[] = [
  {
    textKey: 'admin-plans.commands.new',
    icon: icons.tag,
    permission: 'plans.write',
    path: 'catalogue/plans/new',
    isNew: true,
  },
];
