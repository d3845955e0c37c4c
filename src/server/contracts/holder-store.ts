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

export interface BookingAhead {
  readonly id: string;
  readonly resourceName: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** Bookings of a customer that lie ahead in a period: they stand, and the preview names them (BKA-5). */
export async function listBookingsAhead(
  tx: Database,
  of: { customerId: string; start: Instant; end: Instant | null },
): Promise<readonly BookingAhead[]> {
  const until = of.end === null ? sql`` : sql`and b.start_at < ${at(of.end)}`;
  const { rows } = await sql<BookingAhead>`
    select b.id, r.name as resource_name, b.start_at, b.end_at from bookings b
      join resources r on r.id = b.resource_id
    where b.customer_id = ${of.customerId} and b.state in ('confirmed', 'requested')
      and b.start_at >= ${at(of.start)} ${until}
    order by b.start_at, b.id limit 50`.execute(tx);
  return rows;
}
