import type { Id } from '../../domain/kernel/id.ts';
import type { Work } from '../platform/work/shell.ts';
import { listVersions, type OwnLevels } from './levels-store.ts';

/** What is drafted at a location and not published; null where nothing is. */
export async function loadDraft({ tx }: Pick<Work, 'tx'>, locationId: Id<'loc'>): Promise<OwnLevels | null> {
  const versions = await listVersions(tx, locationId);
  return versions.find(({ version }) => version === null)?.levels ?? null;
}
