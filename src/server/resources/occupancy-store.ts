import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { Occupancy } from '../../domain/resources/schedule.ts';
import type { Database } from '../platform/database/connect.ts';
import { during } from '../platform/database/sql.ts';

/**
 * What is taken of some resources in a period. A linked resource's own bookings count too, older than the
 * link or not.
 */
export async function listOccupancies(
  tx: Database, resourceIds: readonly Id<'res'>[], within: Span,
): Promise<(Occupancy & { readonly forResourceId: Id<'res'> })[]> {
  const { rows } = await sql<Occupancy & { readonly forResourceId: Id<'res'> }>`
    select o.booking_id, o.resource_id, o.unit, o.blocked, o.resource_id as for_resource_id
    from occupancies o where o.resource_id = any(${[...resourceIds]}) and o.blocked && ${during(within)}
    union all
    select o.booking_id, o.resource_id, o.unit, o.blocked, k.id
    from (select resource_id as id, linked_id as other_id from resource_links
      where resource_id = any(${[...resourceIds]})
      union select linked_id, resource_id from resource_links where linked_id = any(${[...resourceIds]})) k
    join occupancies o on o.resource_id = k.other_id and o.blocked && ${during(within)}
    join bookings b on b.id = o.booking_id and b.resource_id = o.resource_id`.execute(tx);
  return rows;
}

export interface BookedRow {
  readonly bookingId: Id<'bok'>;
  readonly during: Span;
}

/** The customer's standing bookings that begin in a period: what limits of plans count. */
export async function listBooked(tx: Database, customerId: Id<'cus'>, within: Span): Promise<BookedRow[]> {
  const { rows } = await sql<{ id: Id<'bok'>; startAt: Span['start']; endAt: Span['end'] }>`
    select id, start_at, end_at from bookings where customer_id = ${customerId}
      and state not in ('cancelled', 'rejected')
      and tstzrange(start_at, end_at) && ${during(within)}`.execute(
    tx,
  );
  return rows.map(({ id, startAt, endAt }) => ({ bookingId: id, during: { start: startAt, end: endAt } }));
}
