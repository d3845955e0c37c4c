import type { z } from 'zod';
import type { portalAccessSchema } from '../../api/portal-access.ts';
import { text } from '../../api/schema.ts';
import { levelsInForce, type LevelsVersion, portalSections } from '../../domain/access/section.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { loadLevels } from '../access/load-facts.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import type { Work } from '../platform/work/shell.ts';
import { listVersions, type VersionRow } from './levels-store.ts';
import { versionOf, whole } from './publish-levels.ts';

type Answer = z.input<typeof portalAccessSchema>;

/** The levels of a location: its own, those in effect with their origin, draft and versions. Throws 404. */
export async function presentLevels(work: Work, locationId: Id<'loc'>): Promise<Answer> {
  const locations = await loadLocations(work);
  locationOf(locations, locationId);
  work.caller.mustMay('portal.read', locationId);
  const [levels, rows] = await Promise.all([loadLevels(work), listVersions(work.tx, locationId)]);
  const inForce = levelsInForce(locations.tree, levels, { locationId, at: work.now });
  const versions = rows.filter((row) => row.version !== null);
  const draft = rows.find(({ version }) => version === null);
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
      : { sections: whole(draft.levels), madeAt: text(draft.madeAt), madeBy: draft.madeBy },
    scheduled: versions.filter(({ inForceFrom }) => inForceFrom! > work.now).map(presentVersion),
    versions: versions.map(presentVersion),
  };
}

const ownAt = (levels: readonly LevelsVersion[], locationId: Id<'loc'>, at: Instant) =>
  levels.findLast((of) => of.locationId === locationId && of.inForceFrom <= at)?.levels ?? {};

const presentVersion = ({ version, levels, inForceFrom, madeAt, madeBy }: VersionRow) => ({
  version: version!,
  inForceFrom: text(inForceFrom!),
  madeAt: text(madeAt),
  madeBy,
  sections: whole(levels),
});
