import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Rate, RateTerms } from '../../domain/resources/rate.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull, json } from '../platform/database/sql.ts';

/** A rate as it is kept, with all its versions. */
export interface RateRow extends Rate {
  /** Only for resources there and below; null: wherever the type is used. */
  readonly locationId: Id<'loc'> | null;
  readonly createdAt: Instant;
  /** Where the type or the resource is: who may change the rate. */
  readonly ownerLocationId: Id<'loc'>;
}

export interface RateFilter {
  readonly id?: Id<'rat'>;
  readonly typeId?: Id<'rty'> | undefined;
  readonly resourceId?: Id<'res'> | undefined;
  readonly after?: readonly (string | number | null)[] | null;
  readonly limit?: number;
}

const columns = sql`a.id, a.type_id, a.resource_id, a.location_id, a.created_at, a.ended_at,
  coalesce(t.location_id, r.location_id) as owner_location_id,
  (select jsonb_agg(jsonb_build_object('version', v.version, 'terms', v.terms,
     'inForceFrom', (extract(epoch from v.in_force_from) * 1000)::bigint) order by v.version)
   from rate_versions v where v.rate_id = a.id) as versions`;
const from = sql`from rates a left join resource_types t on t.id = a.type_id
  left join resources r on r.id = a.resource_id`;

export async function listRates(tx: Database, filter: RateFilter): Promise<RateRow[]> {
  const { rows } = await sql<RateRow>`select ${columns} ${from}
    where (${filter.id ?? null}::text is null or a.id = ${filter.id ?? null})
      and (${filter.typeId ?? null}::text is null or a.type_id = ${filter.typeId ?? null})
      and (${filter.resourceId ?? null}::text is null or a.resource_id = ${filter.resourceId ?? null})
      and a.id > ${filter.after?.[0] ?? ''}
    order by a.id limit ${filter.limit ?? 2000}`.execute(tx);
  return rows;
}

export async function listAllRates(tx: Database): Promise<RateRow[]> {
  const { rows } = await sql<RateRow>`select ${columns} ${from} order by a.id`.execute(tx);
  return rows;
}

/** Changes of one rate go one after the other. */
export async function lockRate(tx: Database, id: Id<'rat'>): Promise<void> {
  await sql`select 1 from rates where id = ${id} for update`.execute(tx);
}

export async function findRate(tx: Database, id: Id<'rat'>): Promise<RateRow | undefined> {
  const [row] = await listRates(tx, { id });
  return row;
}

type NewRate = Pick<RateRow, 'id' | 'typeId' | 'resourceId' | 'locationId' | 'createdAt'>;

export async function insertRate(tx: Database, row: NewRate): Promise<void> {
  await sql`insert into rates (id, type_id, resource_id, location_id, created_at)
    values (${row.id}, ${row.typeId}, ${row.resourceId}, ${row.locationId}, ${at(row.createdAt)})`.execute(
    tx,
  );
}

export async function insertVersion(
  tx: Database, id: Id<'rat'>,
  version: { version: number; inForceFrom: Instant; terms: RateTerms; madeBy: string | null },
): Promise<void> {
  await sql`insert into rate_versions (rate_id, version, in_force_from, terms, made_by)
    values (${id}, ${version.version}, ${at(version.inForceFrom)}, ${json(version.terms)},
      ${version.madeBy})`.execute(
    tx,
  );
}

export async function setEndOfRate(tx: Database, id: Id<'rat'>, endedAt: Instant | null): Promise<void> {
  await sql`update rates set ended_at = ${atOrNull(endedAt)} where id = ${id}`.execute(tx);
}
