import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Permission } from '../../domain/staff/permission.ts';
import type { Database } from '../platform/database/connect.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import type { ImportRow } from './import-store.ts';

/**
 * SAF-2: a file may name people of every location, so it is for whoever made it, as long as they may do this
 * wherever it wrote, and for whoever may do it in the whole network. Throws 404 to anybody else.
 */
export async function mustSeeImport(
  { caller, tx }: Work,
  found: ImportRow | null,
  permission: Permission,
): Promise<ImportRow> {
  if (found === null) throw new Problem('notFound');
  if (caller.locationsWith(permission) === 'all') return found;
  const places = await listPlaces(tx, found);
  const isOwn = caller.actorId !== null && found.madeBy === caller.actorId;
  if (!isOwn || !places.every((id) => caller.may(permission, id))) throw new Problem('notFound');
  return found;
}

/** Whose imports a list shows: null for everybody's. */
export const makerSeen = ({ caller }: Work): string | null =>
  (caller.locationsWith('imports.read') === 'all' ? null : caller.actorId ?? '');

/** Where an import wrote, and where rows without a location were meant to belong. */
async function listPlaces(
  tx: Database,
  { id, defaultLocationId }: ImportRow,
): Promise<readonly Id<'loc'>[]> {
  const { rows } = await sql<{ id: Id<'loc'> }>`
    select home_location_id as id from customers where import_id = ${id}
    union select location_id from contracts where import_id = ${id}`.execute(tx);
  return [...rows.map((row) => row.id), ...(defaultLocationId === null ? [] : [defaultLocationId])];
}
