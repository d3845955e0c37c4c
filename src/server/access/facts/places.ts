import type { OverdueFacts, PlaceStretch } from '../../../domain/access/facts.ts';
import { levelsInForce, type LevelsVersion } from '../../../domain/access/section.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Instant, instant } from '../../../domain/kernel/instant.ts';
import { pathUp } from '../../../domain/locations/location.ts';
import type { OverdueLimit, SettingName } from '../../../domain/locations/setting.ts';
import { type Locations, settingAt } from '../../locations/load-locations.ts';

/** The settings that decisions look at. */
const decisive: ReadonlySet<SettingName> =
  new Set(['whileSuspended', 'membersAre', 'frozenMembersEnter', 'resourcesScope', 'overdueLimit']);

/** Before anything was set: far enough in the past for every question. */
export const BEGINNING = instant(-8_640_000_000_000_000);

export type OverdueOf = (limit: OverdueLimit) => OverdueFacts;

/**
 * What holds at a location through all time, past and published future, cut where anything that counts
 * changes.
 */
export function placesOf(
  locations: Locations, versions: readonly LevelsVersion[],
  { locationId, overdueOf }: { locationId: Id<'loc'>; overdueOf: OverdueOf | null },
): PlaceStretch[] {
  const path = new Set(pathUp(locations.tree, locationId).map(({ id }) => id));
  const cuts = new Set<Instant>();
  for (const change of locations.changes) {
    if (path.has(change.locationId) && decisive.has(change.name)) cuts.add(change.inForceFrom);
  }
  for (const version of versions) if (path.has(version.locationId)) cuts.add(version.inForceFrom);
  const starts = [BEGINNING, ...[...cuts].sort((a, b) => a - b)];
  return starts.map((start, index) => {
    const where = { locationId, at: start };
    const limit = settingAt(locations, where, 'overdueLimit');
    return {
      start,
      end: starts[index + 1] ?? null,
      levels: levelsInForce(locations.tree, versions, where),
      whileSuspended: settingAt(locations, where, 'whileSuspended'),
      membersAre: settingAt(locations, where, 'membersAre'),
      frozenMembersEnter: settingAt(locations, where, 'frozenMembersEnter'),
      resourcesScope: settingAt(locations, where, 'resourcesScope'),
      overdue: limit === null || overdueOf === null ? null : overdueOf(limit),
    };
  });
}
