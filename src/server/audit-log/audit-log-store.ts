import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { atOrNull } from '../platform/database/sql.ts';

export interface AuditRow {
  readonly id: Id<'aud'>;
  readonly at: Instant;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly aboutId: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly locationId: string | null;
  readonly locationName: string | null;
  readonly before: unknown;
  readonly after: unknown;
  readonly fromAddress: string | null;
}

interface Wanted {
  /** The last entry of the page before. */
  readonly before: { readonly at: Instant; readonly id: string } | null;
  readonly limit: number;
  readonly actorId: string | null;
  readonly aboutId: string | null;
  readonly customerId: string | null;
  readonly locationIds: readonly string[] | null;
  readonly action: string | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** The newest first. An entry without a location belongs to its customer's, or else to the network alone. */
export async function listAuditEntries(tx: Database, wanted: Wanted): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select e.id, e.at, e.actor_kind, e.actor_id, e.action, e.about_id, e.customer_id, e.location_id,
      e.before, e.after,
      e.from_address, c.name as customer_name, l.name as location_name,
      coalesce(staff.name, key.name, actor.name) as actor_name
    from audit_entries e
    left join customers c on c.id = e.customer_id
    left join locations l on l.id = e.location_id
    left join admins m on m.id = e.actor_id left join accounts staff on staff.id = m.account_id
    left join api_keys key on key.id = e.actor_id
    left join customers actor on actor.id = e.actor_id
    where (${wanted.before?.id ?? null}::text is null
        or (e.at, e.id) < (${atOrNull(wanted.before?.at ?? null)}, ${wanted.before?.id ?? null}))
      and (${wanted.actorId}::text is null or e.actor_id = ${wanted.actorId})
      and (${wanted.aboutId}::text is null or e.about_id = ${wanted.aboutId})
      and (${wanted.customerId}::text is null or e.customer_id = ${wanted.customerId})
      and (${wanted.locationIds}::text[] is null
        or coalesce(e.location_id, c.home_location_id) = any(${wanted.locationIds}))
      and (${wanted.action}::text is null or starts_with(e.action, ${wanted.action}))
      and (${atOrNull(wanted.from)} is null or e.at >= ${atOrNull(wanted.from)})
      and (${atOrNull(wanted.to)} is null or e.at < ${atOrNull(wanted.to)})
    order by e.at desc, e.id desc limit ${wanted.limit}`.execute(tx);
  return rows;
}
