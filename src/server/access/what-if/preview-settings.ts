import type { BodyOf } from '../../../api/endpoint.ts';
import type * as api from '../../../api/impact.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { SettingChange, SettingName, Settings } from '../../../domain/locations/setting.ts';
import { isAtOrBelow } from '../../../domain/locations/location.ts';
import { locationOf } from '../../locations/load-locations.ts';
import { settingsFrom } from '../../locations/set-settings.ts';
import type { Work } from '../../platform/work/shell.ts';
import { loadResourcesAt } from '../../resources/load-resource.ts';
import { presentImpacts, type WhoAsked } from './impacts.ts';
import { homesOf, loadClasses } from './load-classes.ts';
import { aboutActions, aboutResource, aboutSections, atHome, type WhatIf } from './questions.ts';
import { loadRuled, sideOf, withSettings } from './sides.ts';

/**
 * Who may do what at a location and below if its settings were saved as wished: the switches for suspended
 * customers (SUS-3), who counts as a member (MEM-7), whether frozen ones enter (SEC-2), whose things are
 * shown (VIS-1). Everybody is asked at home.
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
  const wishes = { at: work.now, homes: homesOf(locations, locationId), alone: [] };
  const of = {
    work, wishes, classes: await loadClasses(work, wishes), before: sideOf(ruled, work.now),
    after: sideOf(withSettings(ruled, changes), work.now),
  };
  const asked = { at: work.now, locations };
  const below = (await loadResourcesAt(work, (at) => isAtOrBelow(locations.tree, at, locationId)))
    .filter(({ customerIds, audience }) => customerIds === null && audience.level === 'plans');
  const questions: WhatIf[] = [
    ...aboutSections(atHome(locationId)), ...aboutActions(atHome(locationId), asked),
    ...below.flatMap((one) => aboutResource({ before: one, after: one },
      { locationId: one.locationId, here: ({ homeLocationId }) => homeLocationId }, asked)),
  ];
  return presentImpacts(of, locations, questions, who);
}
