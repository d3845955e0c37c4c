import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface RoleRow {
  readonly id: Id<'rol'>;
  readonly role: string;
  readonly locationId: Id<'loc'>;
  readonly locationName: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
}

export interface AdminRow {
  readonly id: Id<'adm'>;
  readonly accountId: Id<'acc'>;
  readonly name: string;
  readonly email: string;
  readonly lastSeenAt: Instant | null;
  readonly roles: readonly RoleRow[];
}

const columns = sql`m.id, m.account_id, a.name, a.email,
  (select max(n.updated_at) from sessions n where n.account_id = a.id) as last_seen_at,
  coalesce((select json_agg(json_build_object('id', r.id, 'role', r.role, 'locationId', r.location_id,
      'locationName', l.name, 'startedAt', (extract(epoch from r.started_at) * 1000)::bigint)
      order by r.started_at)
    from admin_roles r join locations l on l.id = r.location_id
    where r.admin_id = m.id and r.ended_at is null), '[]') as roles`;

/** Admins with a role now, by name, after the one that a cursor names. */
export async function listAdmins(
  tx: Database, page: { after: readonly (string | number | null)[] | null; limit: number },
): Promise<AdminRow[]> {
  const [name = '', id = ''] = page.after ?? [];
  const { rows } = await sql<AdminRow>`select ${columns} from admins m join accounts a on a.id = m.account_id
    where exists (select from admin_roles o where o.admin_id = m.id and o.ended_at is null)
      and (lower(a.name), m.id) > (${name}, ${id})
    order by lower(a.name), m.id limit ${page.limit}`.execute(tx);
  return rows;
}

/** With a role now; null otherwise. */
export async function findAdmin(tx: Database, id: Id<'adm'>): Promise<AdminRow | null> {
  const { rows } = await sql<AdminRow>`select ${columns} from admins m join accounts a on a.id = m.account_id
    where m.id = ${id}
      and exists (select from admin_roles o where o.admin_id = m.id and o.ended_at is null)`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function findAdminByAccount(
  tx: Database,
  accountId: Id<'acc'>,
): Promise<{ id: Id<'adm'> } | null> {
  const row = await tx
    .selectFrom('admins')
    .select('id')
    .where('accountId', '=', accountId)
    .executeTakeFirst();
  return (row as { id: Id<'adm'> } | undefined) ?? null;
}

interface NewAdmin {
  readonly id: Id<'adm'>;
  readonly accountId: Id<'acc'>;
  readonly now: Instant;
}

export async function insertAdmin(tx: Database, { now, ...admin }: NewAdmin): Promise<void> {
  await tx.insertInto('admins').values({ ...admin, createdAt: at(now) }).execute();
}

interface NewRole {
  readonly id: Id<'rol'>;
  readonly adminId: Id<'adm'>;
  readonly role: string;
  readonly locationId: Id<'loc'>;
  readonly now: Instant;
  readonly by: string | null;
}

/** False when the admin has this role here already. */
export async function insertRole(tx: Database, { now, by, ...role }: NewRole): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('adminRoles')
    .values({ ...role, startedAt: at(now), startedBy: by })
    .onConflict((clash) =>
      clash.columns(['adminId', 'role', 'locationId']).where('endedAt', 'is', null).doNothing(),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

interface Ending {
  readonly roleIds: readonly Id<'rol'>[];
  readonly now: Instant;
  readonly by: string | null;
}

export async function endRoles(tx: Database, { roleIds, now, by }: Ending): Promise<void> {
  await tx.updateTable('adminRoles').set({ endedAt: at(now), endedBy: by })
    .where('id', 'in', roleIds.length === 0 ? [''] : roleIds).where('endedAt', 'is', null).execute();
}

/**
 * How many people own the network. Locks the rows, so that of two who take each other's ownership at once the
 * second finds the first one's change.
 */
export async function countOwnersLocked(tx: Database): Promise<number> {
  const { rows } = await sql<{ adminId: string }>`select r.admin_id from admin_roles r
    join locations l on l.id = r.location_id and l.parent_id is null
    where r.role = 'owner' and r.ended_at is null order by r.id for update of r`.execute(tx);
  return new Set(rows.map(({ adminId }) => adminId)).size;
}

/** True on a database on which nobody has ever had a role. */
export async function hasNoStaff(tx: Database): Promise<boolean> {
  const row = await tx.selectFrom('adminRoles').select('id').limit(1).executeTakeFirst();
  return row === undefined;
}
