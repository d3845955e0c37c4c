import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { RoleKey } from '../../../domain/staff/own-role.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

/** Somebody, an open invitation, or a key that still works, with what it holds at a place. */
export interface HoldingRow {
  readonly kind: 'person' | 'invitation' | 'key';
  readonly id: string;
  readonly name: string;
  readonly role: string | null;
  /** Of keys that name permissions instead of a role. */
  readonly permissions: readonly string[];
  readonly locationId: Id<'loc'>;
  readonly locationName: string;
}

const holdings = (now: Instant) => sql`
  select 'person' as kind, m.id, a.name, r.role, '{}'::text[] as permissions, r.location_id
    from admin_roles r join admins m on m.id = r.admin_id join accounts a on a.id = m.account_id
    where r.ended_at is null
  union all
  select 'invitation', i.id, i.name, i.role, '{}', i.location_id from invitations i
    where i.role is not null and i.accepted_at is null and i.withdrawn_at is null
      and i.expires_at > ${at(now)}
  union all
  select 'key', k.id, k.name, g.role, g.permissions, g.location_id
    from api_key_grants g join api_keys k on k.id = g.key_id
    where k.ended_at is null and (k.expires_at is null or k.expires_at > ${at(now)})`;

/** Everything that is held now, by whom and where. */
export async function listHoldings(tx: Database, now: Instant): Promise<HoldingRow[]> {
  const { rows } = await sql<HoldingRow>`select h.*, l.name as location_name
    from (${holdings(now)}) h join locations l on l.id = h.location_id
    order by lower(h.name), h.id, l.name`.execute(tx);
  return rows;
}

/** Who holds this role now. */
export async function listHoldersOf(tx: Database, role: RoleKey, now: Instant): Promise<HoldingRow[]> {
  const { rows } = await sql<HoldingRow>`select h.*, l.name as location_name
    from (${holdings(now)}) h join locations l on l.id = h.location_id
    where h.role = ${role} order by lower(h.name), h.id, l.name`.execute(tx);
  return rows;
}
