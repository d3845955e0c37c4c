import { type RawBuilder, sql } from 'kysely';
import type { Audience } from '../../domain/customers/audience.ts';
import type { PassHours, PassKind, UsePriority } from '../../domain/benefits/pass.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull } from '../platform/database/sql.ts';

export interface PassRow {
  readonly id: Id<'pas'>;
  readonly locationId: Id<'loc'>;
  readonly name: string;
  readonly kind: PassKind;
  readonly minutes: number | null;
  readonly everywhere: boolean;
  readonly linkedIds: readonly Id<'loc'>[];
  readonly value: number | null;
  readonly valueCurrency: string | null;
  readonly usePriority: UsePriority;
  readonly hours: PassHours | null;
  readonly audience: Audience;
  readonly createdAt: Instant;
  readonly archivedAt: Instant | null;
  readonly version: number;
}

/** The columns that a verb writes. */
export interface PassFields {
  readonly locationId: Id<'loc'>;
  readonly name: string;
  readonly kind: PassKind;
  readonly minutes: number | null;
  readonly everywhere: boolean;
  readonly value: number | null;
  readonly valueCurrency: string | null;
  readonly usePriority: UsePriority;
  readonly hours: RawBuilder<unknown> | null;
  readonly audience: RawBuilder<unknown>;
}

const shown = sql`p.*, array(select l.location_id from pass_locations l where l.pass_id = p.id
  order by l.location_id) as linked_ids`;

export async function lockPass(tx: Database, id: Id<'pas'>): Promise<void> {
  await sql`select 1 from passes where id = ${id} for update`.execute(tx);
}

export async function findPasses(tx: Database, ids: readonly Id<'pas'>[]): Promise<readonly PassRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<PassRow>`select ${shown} from passes p where p.id = any(${[...ids]})`.execute(
    tx,
  );
  return rows;
}

export async function listPasses(
  tx: Database,
  filter: {
    locationId?: Id<'loc'> | undefined;
    archived?: boolean | undefined;
    /** Made or valid at one of these; null: any. */
    foundAt: readonly Id<'loc'>[] | null;
    after: string;
    limit: number;
  },
): Promise<readonly PassRow[]> {
  const { locationId, archived, foundAt } = filter;
  const linked = sql`p.everywhere or exists (select 1 from pass_locations l
    where l.pass_id = p.id and l.location_id = ${locationId})`;
  const found = sql`p.location_id = any(${foundAt}) or exists (select 1 from pass_locations l
    where l.pass_id = p.id and l.location_id = any(${foundAt}))`;
  const { rows } = await sql<PassRow>`select ${shown} from passes p
    where (${foundAt === null ? sql`true` : found}) and p.id > ${filter.after}
      and ${locationId === undefined ? sql`true` : sql`(${linked})`}
      and ${archived === undefined ? sql`true` : sql`(p.archived_at is not null) = ${archived}`}
    order by p.id limit ${filter.limit + 1}`.execute(tx);
  return rows;
}

export async function insertPass(
  tx: Database,
  id: Id<'pas'>,
  fields: PassFields,
  now: Instant,
): Promise<void> {
  await tx
    .insertInto('passes')
    .values({ id, ...fields, createdAt: at(now) } as never)
    .execute();
}

export async function updatePass(tx: Database, id: Id<'pas'>, fields: Partial<PassFields>): Promise<void> {
  await tx
    .updateTable('passes')
    .set({ ...fields, version: sql`version + 1` } as never)
    .where('id', '=', id)
    .execute();
}

export async function setPassArchived(
  tx: Database,
  id: Id<'pas'>,
  archivedAt: Instant | null,
): Promise<void> {
  await sql`update passes set archived_at = ${atOrNull(archivedAt)}, version = version + 1 where id =
  ${id}`.execute(
    tx,
  );
}

export async function linkPass(
  tx: Database,
  id: Id<'pas'>,
  locationIds: readonly Id<'loc'>[],
): Promise<void> {
  await sql`with gone as (delete from pass_locations where pass_id = ${id} and location_id <>
  all(${[...locationIds]}))
    insert into pass_locations (pass_id, location_id) select ${id}, unnest(${[...locationIds]}::text[])
    on conflict do nothing`.execute(tx);
}
