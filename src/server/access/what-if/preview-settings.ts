import type { BodyOf } from '../../../api/endpoint.ts';
import type * as api from '../../../api/impact.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { SettingChange, SettingName, Settings } from '../../../domain/locations/setting.ts';
import { isAtOrBelow } from '../../../domain/locations/location.ts';
import { type Locations, locationOf } from '../../locations/load-locations.ts';
import { settingsFrom } from '../../locations/set-settings.ts';
import type { Work } from '../../platform/work/shell.ts';
import { loadResourcesAt, type ResourceRow } from '../../resources/load-resource.ts';
import { presentImpacts, type WhoAsked } from './impacts.ts';
import { homesOf, loadClasses, type LoadedClass } from './load-classes.ts';
import { aboutActions, aboutResource, aboutSections, atHome, type WhatIf } from './questions.ts';
import { limitsIn } from './owing.ts';
import { loadRuled, sideOf, withSettings } from './sides.ts';

/**
 * Who may do what at a location and below if its settings were saved as wished: the switches for suspended
 * customers (SUS-3), who counts as a member (MEM-7), whether frozen ones enter (SEC-2), whose things are
 * shown (VIS-1), what may be overdue (ACC-7). Everybody is asked at home.
 */
export async function previewSettings(
  work: Work, locationId: Id<'loc'>,
  { body, who }: { body: BodyOf<typeof api.previewSettings>; who: WhoAsked },
) {
  const ruled = await loadRuled(work);
  const { locations } = ruled;
  locationOf(locations, locationId);
  work.caller.mustMay('settings.read', locationId);
  const wished = Object.entries(settingsFrom({ settings: body.settings })) as
    [SettingName, Settings[SettingName] | undefined][];
  const changes = wished.map(([name, value]): SettingChange =>
    ({ locationId, name, inForceFrom: work.now, value }));
  const changed = withSettings(ruled, changes);
  const asked = { at: work.now, locations };
  const things = await thingsAsked(work, locationId, { locations, settings: body.settings });
  const wishes = {
    at: work.now, homes: homesOf(locations, locationId),
    limits: limitsIn([locations, changed.locations], work.now),
    alone: things.flatMap(({ customerIds }) => customerIds ?? []),
  };
  const of = {
    work, wishes, classes: await loadClasses(work, wishes), before: sideOf(ruled, work.now),
    after: sideOf(changed, work.now),
    concerns: concernsOf(wished.map(([name]) => name)),
  };
  const questions: WhatIf[] = [
    ...aboutSections(atHome(locationId)), ...aboutActions(atHome(locationId), asked),
    ...things.flatMap((one) => aboutResource({ before: one, after: one },
      { locationId: one.locationId, here: ({ homeLocationId }) => homeLocationId }, asked)),
  ];
  return presentImpacts(of, locations, questions, who);
}

/** Whose answer a setting can turn; that of nobody where none is named here. */
const concerned: Partial<Record<SettingName, (of: LoadedClass, asked: WhatIf) => boolean>> = {
  whileSuspended: ({ suspended }) => suspended,
  membersAre: ({ held }) => held.length > 0,
  frozenMembersEnter: ({ held }) => held.some(({ state }) => state === 'frozen'),
  overdueLimit: ({ owes }) => owes.size > 0,
  resourcesScope: (_, { target, action }) => target !== null && action !== 'viewSection',
};

const concernsOf = (names: readonly SettingName[]) => {
  const all = names.flatMap((name) => concerned[name] ?? []);
  return (of: LoadedClass, asked: WhatIf): boolean => all.some((one) => one(of, asked));
};

/**
 * Rooms whose answer may turn where that of a room for everybody does not: those for chosen plans, and all
 * there are where it is about whose things are shown.
 */
async function thingsAsked(
  work: Work, locationId: Id<'loc'>,
  { locations: { tree }, settings }: Pick<BodyOf<typeof api.previewSettings>, 'settings'> & {
    locations: Locations;
  },
): Promise<readonly ResourceRow[]> {
  const { resourcesScope, inherit = [] } = settings;
  if (resourcesScope !== undefined || inherit.includes('resourcesScope'))
    return loadResourcesAt(work, () => true);
  return (await loadResourcesAt(work, (at) => isAtOrBelow(tree, at, locationId)))
    .filter(({ customerIds, audience }) => customerIds === null && audience.level === 'plans');
}
