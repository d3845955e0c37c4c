import { sql } from 'kysely';
import type { AccessLevel, PortalSection } from '../../domain/access/section.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull, json } from '../platform/database/sql.ts';

export type OwnLevels = Partial<Record<PortalSection, AccessLevel | null>>;

export interface VersionRow {
  readonly id: Id<'lvl'>;
  readonly locationId: Id<'loc'>;
  /** Null: the draft. */
  readonly version: number | null;
  readonly levels: OwnLevels;
  readonly inForceFrom: Instant | null;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  /** Taken back before it came into force; null: it stands. */
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
}

/** Drafts and versions of a location, the newest version first. */
export const listVersions = async (tx: Database, locationId: Id<'loc'>): Promise<VersionRow[]> =>
  await tx.selectFrom('portalAccessVersions').selectAll().where('locationId', '=', locationId)
    .orderBy(sql`version desc nulls first`).execute() as unknown as VersionRow[];

/** Keeps two who publish at once from making the same version. */
export async function lockLevels(tx: Database, locationId: Id<'loc'>): Promise<void> {
  await sql`select 1 from locations where id = ${locationId} for update`.execute(tx);
}

/** The names of those who made or took back versions, by their id: of staff, or of a key. */
export async function listMakers(tx: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`
    select m.id, a.name from admins m join accounts a on a.id = m.account_id where m.id = any(${[...ids]})
    union all select id, name from api_keys where id = any(${[...ids]})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function markWithdrawn(
  tx: Database, id: Id<'lvl'>, { at: when, by }: { at: Instant; by: string | null },
): Promise<void> {
  await sql`update portal_access_versions set withdrawn_at = ${at(when)}, withdrawn_by = ${by}
    where id = ${id}`.execute(tx);
}

export async function insertVersion(
  tx: Database, row: Omit<VersionRow, 'withdrawnAt' | 'withdrawnBy'>,
): Promise<void> {
  await sql`insert into portal_access_versions
      (id, location_id, version, levels, in_force_from, made_by, made_at)
    values (${row.id}, ${row.locationId}, ${row.version}, ${json(row.levels)}, ${atOrNull(row.inForceFrom)},
      ${row.madeBy}, ${at(row.madeAt)})`.execute(tx);
}

export async function deleteDraft(tx: Database, locationId: Id<'loc'>): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from portal_access_versions
    where location_id = ${locationId} and version is null`.execute(tx);
  return numAffectedRows === 1n;
}

/** Rooms here that anybody may book and that cost nothing: they have no rate, nor has their type. */
export async function countFreeForAll(tx: Database, locationId: Id<'loc'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from resources r
    where r.location_id = ${locationId} and r.state = 'active' and r.visible and r.customer_ids is null
      and r.audience ->> 'level' in ('public', 'signedIn')
      and not exists (select from rates a where a.ended_at is null and (a.resource_id = r.id
        or (a.type_id = r.type_id and coalesce(a.location_id, r.location_id) = r.location_id)))`.execute(tx);
  return rows[0]?.count ?? 0;
}
