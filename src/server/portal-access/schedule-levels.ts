import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { markWithdrawn, type VersionRow } from './levels-store.ts';
import { begin, publish } from './publish-levels.ts';

/**
 * SEC-4: takes back what was published for later. Throws 422 for a version that is not known, 409 for one
 * that is in force already or was taken back.
 */
export async function withdrawLevels(work: Work, locationId: Id<'loc'>, version: number): Promise<void> {
  const versions = await begin(work, locationId);
  await withdraw(work, locationId, waiting(work, versions, version));
}

/** Publishes what was scheduled at another time, or now; it becomes a version of its own. */
export async function rescheduleLevels(
  work: Work, locationId: Id<'loc'>,
  { version, at = work.now }: { version: number; at?: Instant | undefined },
): Promise<void> {
  const versions = await begin(work, locationId);
  const row = waiting(work, versions, version);
  if (at < work.now) throw fieldProblem('at', 'past', 'Needs a time that has not passed.');
  if (at === row.inForceFrom) return;
  await withdraw(work, locationId, row);
  const left = versions.map((one) => (one === row ? { ...row, withdrawnAt: work.now } : one));
  await publish(work, { locationId, levels: row.levels, inForceFrom: at }, left);
}

function waiting(work: Work, versions: readonly VersionRow[], version: number): VersionRow {
  const row = versions.find((one) => one.version === version);
  if (row === undefined) throw fieldProblem('version', 'unknown', 'There is no such version.');
  if (row.withdrawnAt !== null || row.inForceFrom === null || row.inForceFrom <= work.now)
    throw new Problem('notScheduled');
  return row;
}

async function withdraw(work: Work, locationId: Id<'loc'>, row: VersionRow): Promise<void> {
  await markWithdrawn(work.tx, row.id, { at: work.now, by: work.caller.actorId });
  const before = { version: row.version, inForceFrom: row.inForceFrom, levels: row.levels };
  work.audit({ action: 'portalAccess.withdrawn', aboutId: locationId, locationId, before });
  work.tell({ kind: 'portalAccess.withdrawn', aboutId: locationId, facts: { version: row.version } });
}
