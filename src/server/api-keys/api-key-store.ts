import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface ApiKeyRow {
  readonly id: Id<'key'>;
  readonly name: string;
  /** The secret's first letters, to recognise it by. */
  readonly hint: string;
  readonly role: string | null;
  readonly permissions: readonly string[];
  readonly locationId: Id<'loc'>;
  readonly locationName: string;
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** Who made it: a colleague or another key; null for the command line. */
  readonly madeBy: { readonly id: string; readonly name: string; readonly isGone: boolean } | null;
}

type NewKey = Pick<ApiKeyRow, 'id' | 'name' | 'hint' | 'role' | 'permissions' | 'locationId' | 'createdAt'> &
  { readonly secretHash: string; readonly by: string | null };

export async function insertApiKey(
  tx: Database,
  { by, createdAt, permissions, ...key }: NewKey,
): Promise<void> {
  await tx
    .insertInto('apiKeys')
    .values({ ...key, permissions: [...permissions], createdAt: at(createdAt), createdBy: by })
    .execute();
}

const columns = sql`k.id, k.name, k.hint, k.role, k.permissions, k.location_id, l.name as location_name,
  k.created_at, k.last_used_at, k.ended_at,
  (select json_build_object('id', k.created_by, 'name', coalesce(a.name, maker.name, ''), 'isGone',
      case when m.id is not null
        then not exists (select from admin_roles r where r.admin_id = m.id and r.ended_at is null)
        else maker.id is null or maker.ended_at is not null end)
    from (select 1) one left join admins m on m.id = k.created_by left join accounts a on a.id = m.account_id
      left join api_keys maker on maker.id = k.created_by
    where k.created_by is not null) as made_by`;

/** The newest first. */
export async function listApiKeys(
  tx: Database,
  page: { after: readonly (string | number | null)[] | null; limit: number; ended: boolean | null },
): Promise<ApiKeyRow[]> {
  const before = page.after?.[0] ?? null;
  const { rows } =
    await sql<ApiKeyRow>`select ${columns} from api_keys k join locations l on l.id = k.location_id
    where (${before}::text is null or k.id < ${before})
      and (${page.ended}::boolean is null or (k.ended_at is not null) = ${page.ended})
    order by k.id desc limit ${page.limit}`.execute(tx);
  return rows;
}

export async function findApiKey(tx: Database, id: Id<'key'>): Promise<ApiKeyRow | null> {
  const { rows } =
    await sql<ApiKeyRow>`select ${columns} from api_keys k join locations l on l.id = k.location_id
    where k.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function markEnded(
  tx: Database, id: Id<'key'>, ending: { now: Instant; by: string | null },
): Promise<void> {
  await tx.updateTable('apiKeys').set({ endedAt: at(ending.now), endedBy: ending.by })
    .where('id', '=', id).where('endedAt', 'is', null).execute();
}
