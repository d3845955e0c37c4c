import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface ResourceTypeRow {
  readonly id: Id<'rty'>;
  readonly locationId: Id<'loc'>;
  readonly name: string;
  readonly description: string;
  readonly createdAt: Instant;
  readonly archivedAt: Instant | null;
  readonly version: number;
}

const columns = ['id', 'locationId', 'name', 'description', 'createdAt', 'archivedAt', 'version'] as const;

export async function lockType(tx: Database, id: Id<'rty'>): Promise<void> {
  await sql`select 1 from resource_types where id = ${id} for update`.execute(tx);
}

export async function findType(tx: Database, id: Id<'rty'>): Promise<ResourceTypeRow | undefined> {
  const row = await tx.selectFrom('resourceTypes').select(columns).where('id', '=', id).executeTakeFirst();
  return row as ResourceTypeRow | undefined;
}

/** Types at the locations named that are not put away, by name. */
export async function listTypes(
  tx: Database, { locationIds, after, limit }: {
    locationIds: readonly Id<'loc'>[]; after: readonly (string | number | null)[] | null; limit: number;
  },
): Promise<ResourceTypeRow[]> {
  const rows = await tx.selectFrom('resourceTypes').select(columns)
    .where('archivedAt', 'is', null).where(sql<boolean>`location_id = any(${[...locationIds]})`)
    .$if(after !== null, (query) => query.where(sql<boolean>`(name, id) > (${after?.[0]}, ${after?.[1]})`))
    .orderBy('name').orderBy('id').limit(limit).execute();
  return rows as ResourceTypeRow[];
}

export async function insertType(tx: Database, row: ResourceTypeRow): Promise<void> {
  await sql`insert into resource_types (id, location_id, name, description, created_at)
    values (${row.id}, ${row.locationId}, ${row.name}, ${row.description}, ${at(row.createdAt)})`.execute(tx);
}

export async function updateType(
  tx: Database, id: Id<'rty'>, change: { name: string; description: string },
): Promise<void> {
  await sql`update resource_types set name = ${change.name}, description = ${change.description},
    version = version + 1 where id = ${id}`.execute(tx);
}

/** False while resources that are not put away are of it. */
export async function archiveType(tx: Database, id: Id<'rty'>, now: Instant): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update resource_types set archived_at = ${at(now)}, version = version + 1
    where id = ${id} and not exists (
      select 1 from resources where type_id = ${id} and state <> 'archived')`.execute(
      tx,
    );
  return numAffectedRows === 1n;
}
