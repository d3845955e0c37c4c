import { type KeptVersion, versionAt } from '../../domain/access/levels-history.ts';
import { type AccessLevel, type PortalSection, portalSections } from '../../domain/access/section.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import {
  deleteDraft,
  insertVersion,
  listVersions,
  lockLevels,
  type OwnLevels,
  type VersionRow,
} from './levels-store.ts';

/** SEC-4: changes are drafted, published now or at a time, and kept as versions that can be brought back. */

export async function publishLevels(work: Work, locationId: Id<'loc'>, levels: OwnLevels): Promise<void> {
  const versions = await begin(work, locationId);
  await publish(work, { locationId, levels: whole(levels), inForceFrom: work.now }, versions);
  await deleteDraft(work.tx, locationId);
}

export async function draftLevels(work: Work, locationId: Id<'loc'>, levels: OwnLevels): Promise<void> {
  await begin(work, locationId);
  await deleteDraft(work.tx, locationId);
  await insertVersion(work.tx, {
    id: work.newId('lvl'), locationId, version: null, levels: whole(levels), inForceFrom: null,
    madeAt: work.now, madeBy: work.caller.actorId,
  });
  work.audit({ action: 'portalAccess.drafted', aboutId: locationId, locationId, after: whole(levels) });
}

export async function discardDraft(work: Work, locationId: Id<'loc'>): Promise<void> {
  await begin(work, locationId);
  if (!await deleteDraft(work.tx, locationId)) return;
  work.audit({ action: 'portalAccess.draftDiscarded', aboutId: locationId, locationId });
}

/** Throws 409 when there is no draft, 422 for a time that has passed. */
export async function publishDraft(
  work: Work,
  locationId: Id<'loc'>,
  at: Instant | undefined,
): Promise<void> {
  const versions = await begin(work, locationId);
  const draft = versions.find(({ version }) => version === null);
  if (draft === undefined) throw new Problem('nothingDrafted');
  if (at !== undefined && at < work.now)
    throw fieldProblem('at', 'past', 'Needs a time that has not passed.');
  await publish(work, { locationId, levels: draft.levels, inForceFrom: at ?? work.now }, versions);
  await deleteDraft(work.tx, locationId);
}

/** Version 0 is what was before anything was published: everything inherited. */
export async function revertLevels(work: Work, locationId: Id<'loc'>, version: number): Promise<void> {
  const versions = await begin(work, locationId);
  const earlier = versions.find((row) => row.version === version);
  if (earlier === undefined && version !== 0)
    throw fieldProblem('version', 'unknown', 'There is no such version.');
  await publish(work, { locationId, levels: earlier?.levels ?? whole({}), inForceFrom: work.now }, versions);
}

export async function begin(work: Work, locationId: Id<'loc'>): Promise<VersionRow[]> {
  locationOf(await loadLocations(work), locationId);
  work.caller.mustMay('portal.publish', locationId);
  await lockLevels(work.tx, locationId);
  const versions = await listVersions(work.tx, locationId);
  work.mustMatch(versionOf(versions));
  return versions;
}

export async function publish(
  work: Work,
  made: { locationId: Id<'loc'>; levels: OwnLevels; inForceFrom: Instant },
  versions: readonly VersionRow[],
): Promise<void> {
  const { locationId, levels } = made;
  const before = versionAt(versions.filter(isVersion), made.inForceFrom)?.levels ?? {};
  const version = versionOf(versions) + 1;
  await insertVersion(work.tx, {
    id: work.newId('lvl'),
    ...made,
    version,
    madeAt: work.now,
    madeBy: work.caller.actorId,
  });
  work.audit({ action: 'portalAccess.published', aboutId: locationId, locationId, before, after: levels });
  work.tell({ kind: 'portalAccess.published', aboutId: locationId, facts: { version } });
}

/** Drafts have neither a number nor a time. */
export const isVersion = (row: VersionRow): row is VersionRow & KeptVersion => row.version !== null;

/** The newest version; 0 before anything was published. */
export const versionOf = (versions: readonly VersionRow[]): number =>
  versions.reduce((newest, { version }) => Math.max(newest, version ?? 0), 0);

/** Every section by name: what is not set is inherited. */
export const whole = (levels: OwnLevels): Record<PortalSection, AccessLevel | null> =>
  Object.fromEntries(portalSections.map((section) => [section, levels[section] ?? null])) as
    Record<PortalSection, AccessLevel | null>;
