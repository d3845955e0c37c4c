import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface Holder {
  readonly id: Id<'cus'>;
  readonly name: string;
  readonly homeLocationId: Id<'loc'>;
  readonly archived: boolean;
}

/** The customer that would hold a contract, kept from being archived or erased meanwhile. */
export async function lockHolder(tx: Database, id: Id<'cus'>, now: Instant): Promise<Holder | null> {
  const { rows } = await sql<Holder>`
    select c.id, c.name, c.home_location_id, exists (select 1 from archivings a where a.customer_id = c.id
      and a.started_at <= ${at(now)} and (a.ended_at is null or a.ended_at > ${at(now)})) as archived
    from customers c where c.id = ${id} for share of c`.execute(tx);
  return rows[0] ?? null;
}
