import type { z } from 'zod';
import type { portalAccessSchema } from '../../api/portal-access.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { changesOfVersion, type KeptVersion, stateOfVersion } from '../../domain/access/levels-history.ts';
import { levelsInForce, type LevelsVersion, portalSections } from '../../domain/access/section.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { loadLevels } from '../access/load-facts.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { Work } from '../platform/work/shell.ts';
import { listMakers, listVersions, type VersionRow } from './levels-store.ts';
import { isVersion, versionOf, whole } from './publish-levels.ts';

type Answer = z.input<typeof portalAccessSchema>;

/** The levels of a location: its own, those in effect with their origin, draft and versions. Throws 404. */
export async function presentLevels(work: Work, locationId: Id<'loc'>): Promise<Answer> {
  const locations = await loadLocations(work);
  locationOf(locations, locationId);
  mustSee(work.caller, locationId);
  const [levels, rows] = await Promise.all([loadLevels(work), listVersions(work.tx, locationId)]);
  const inForce = levelsInForce(locations.tree, levels, { locationId, at: work.now });
  const versions = rows.filter(isVersion);
  const draft = rows.find(({ version }) => version === null);
  const makers = await listMakers(work.tx, [...new Set(rows.flatMap((row) => [row.madeBy, row.withdrawnBy]))]
    .filter((id) => id !== null));
  const nameOf = (id: string | null): string | null => (id === null ? null : makers.get(id) ?? null);
  const present = (of: VersionRow & KeptVersion) => ({
    version: of.version, inForceFrom: text(of.inForceFrom), madeAt: text(of.madeAt), madeBy: of.madeBy,
    madeByName: nameOf(of.madeBy), state: stateOfVersion(versions, of, work.now),
    withdrawnAt: textOrNull(of.withdrawnAt), withdrawnByName: nameOf(of.withdrawnBy),
    sections: whole(of.levels), changes: changesOfVersion(versions, of),
  });
  return {
    locationId,
    sections: whole(ownAt(levels, locationId, work.now)),
    inEffect: Object.fromEntries(portalSections.map((section) => {
      const { level, setAt } = inForce[section];
      const at = setAt === null ? null : locationOf(locations, setAt);
      return [section, { level, setAt: at && { id: at.id, name: at.name } }];
    })) as Answer['inEffect'],
    version: versionOf(rows),
    draft: draft === undefined ? null
      : {
        sections: whole(draft.levels), madeAt: text(draft.madeAt), madeBy: draft.madeBy,
        madeByName: nameOf(draft.madeBy),
      },
    scheduled: versions.filter((of) => stateOfVersion(versions, of, work.now) === 'scheduled').map(present),
    versions: versions.map(present),
  };
}

/** Whoever publishes sees what is published, without another permission. */
export function mustSee(caller: Caller, locationId: Id<'loc'>): void {
  if (!caller.may('portal.publish', locationId)) caller.mustMay('portal.read', locationId);
}

const ownAt = (levels: readonly LevelsVersion[], locationId: Id<'loc'>, at: Instant) =>
  levels.findLast((of) => of.locationId === locationId && of.inForceFrom <= at)?.levels ?? {};
