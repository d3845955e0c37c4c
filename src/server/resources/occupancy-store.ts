import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { Occupancy } from '../../domain/resources/schedule.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { among, at, during } from '../platform/database/sql.ts';
import type { Query } from '../platform/database/together.ts';

/**
 * What is taken of some resources in a period. A linked resource's own bookings count too, older than the
 * link or not.
 */
export const occupanciesQuery = (
  resourceIds: readonly Id<'res'>[],
  within: Span,
): Query<OccupancyRow> => sql<OccupancyRow>`
    select o.booking_id, o.resource_id, o.unit, o.resource_id as for_resource_id,
      lower(o.blocked) as start_at, upper(o.blocked) as end_at
    from occupancies o where ${among('o.resource_id', resourceIds)} and o.blocked && ${during(within)}
    union all
    select o.booking_id, o.resource_id, o.unit, k.id, lower(o.blocked), upper(o.blocked)
    from (select resource_id as id, linked_id as other_id from resource_links
      where ${among('resource_id', resourceIds)}
      union select linked_id, resource_id from resource_links where ${among('linked_id', resourceIds)}) k
    cross join lateral (select * from occupancies
      where resource_id = k.other_id and blocked && ${during(within)} offset 0) o
    join bookings b on b.id = o.booking_id and b.resource_id = o.resource_id`;

export interface OccupancyRow extends Omit<Occupancy, 'blocked'> {
  readonly forResourceId: Id<'res'>;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

export interface BookedRow {
  readonly bookingId: Id<'bok'>;
  readonly during: Span;
}

/** The customer's standing bookings in a period: what limits of plans count. */
export const bookedQuery = (
  customerId: Id<'cus'> | null,
  within: Span,
): Query<BookedTime> => sql<BookedTime>`
    select id as booking_id, start_at, end_at from bookings where customer_id = ${customerId}
      and state not in ('cancelled', 'rejected')
      and start_at < ${at(within.end)} and end_at > ${at(within.start)}`;

/** The same where some plan of the customer has such limits, else none. */
export const countedQuery = (
  customerId: Id<'cus'> | null,
  within: Span,
): Query<BookedTime> => sql<BookedTime>`
    ${bookedQuery(customerId, within)}
      and exists (select from contracts c join contract_terms t on t.contract_id = c.id
        join plan_versions v on v.plan_id = t.plan_id
        where (c.customer_id = ${customerId}
          or c.id = any(array(select contract_id from contract_seats where customer_id = ${customerId})))
        and v.terms #> '{entitlements,bookingMinutesPer}' <> '{}')`;

export interface BookedTime {
  readonly bookingId: Id<'bok'>;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

export const bookedFrom = ({ bookingId, startAt, endAt }: BookedTime): BookedRow => ({
  bookingId, during: { start: startAt, end: endAt },
});
