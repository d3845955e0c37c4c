import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import type { Via } from '../../domain/access/decision.ts';
import type { BookingState } from '../../domain/bookings/state.ts';
import type { Quote } from '../../domain/resources/quote.ts';
import type { Database } from '../platform/database/connect.ts';
import { among, at, atOrNull, json, jsonOrNull } from '../platform/database/sql.ts';
import type { Statement } from '../platform/database/statement.ts';

/** The layers that staff set aside, why, and who (BKA-3). */
export interface Override {
  readonly layers: readonly { readonly layer: string; readonly code: string }[];
  readonly reason: string;
  readonly by: string | null;
}

export interface BookingRow {
  readonly id: Id<'bok'>;
  readonly resourceId: Id<'res'>;
  readonly resourceName: string;
  readonly locationId: Id<'loc'>;
  readonly customerId: Id<'cus'> | null;
  readonly customerName: string | null;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly state: BookingState;
  readonly via: Via;
  readonly quote: Quote | null;
  readonly overridden: Override | null;
  readonly note: string;
  readonly heldUntil: Instant | null;
  readonly cancelFreeMinutes: number;
  readonly lateCancelPercent: number;
  readonly units: readonly number[];
  readonly chargeId: string | null;
  readonly invoiceId: string | null;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  readonly version: number;
}

const columns = sql`b.id, b.resource_id, r.name as resource_name, b.location_id, b.customer_id,
  u.name as customer_name,
  b.start_at, b.end_at, b.state, b.via, b.quote, b.overridden, b.note, b.held_until, r.cancel_free_minutes,
  r.late_cancel_percent,
  array(select o.unit from occupancies o
    where o.booking_id = b.id and o.resource_id = b.resource_id) as units,
  h.id as charge_id, n.invoice_id, b.created_at, b.created_by, b.ended_at, b.end_reason, b.version`;

const from = sql`from bookings b join resources r on r.id = b.resource_id
  left join customers u on u.id = b.customer_id
  left join charges h on h.source_kind = 'booking' and h.source_id = b.id and h.voided_at is null
  left join invoice_lines n on n.id = h.invoice_line_id`;

export interface BookingFilter {
  readonly ids?: readonly Id<'bok'>[];
  readonly resourceId?: Id<'res'> | undefined;
  readonly customerId?: Id<'cus'> | undefined;
  /** What their members have booked since they are in them. */
  readonly teamIds?: readonly Id<'tea'>[] | undefined;
  readonly locationIds?: readonly Id<'loc'>[] | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  /** As they are shown: a confirmed booking that is over is completed. */
  readonly states?: readonly BookingState[] | undefined;
  readonly descending?: boolean;
  readonly after?: readonly (string | number | null)[] | null;
  readonly limit?: number;
}

export async function listBookings(tx: Database, filter: BookingFilter, now: Instant): Promise<BookingRow[]> {
  const order = filter.descending ? sql`b.start_at desc, b.id desc` : sql`b.start_at, b.id`;
  const { rows } = await sql<BookingRow>`select ${columns} ${from}
    where ${sql.join(conditions(filter, now), sql` and `)} order by ${order}
    limit ${filter.limit ?? 500}`.execute(
    tx,
  );
  return rows;
}

export async function findBooking(tx: Database, id: Id<'bok'>): Promise<BookingRow | undefined> {
  const { rows } = await sql<BookingRow>`select ${columns} ${from} where b.id = ${id}`.execute(tx);
  return rows[0];
}

/** The booking, kept from changing until the end of this transaction. */
export async function lockBooking(tx: Database, id: Id<'bok'>): Promise<BookingRow | undefined> {
  await sql`select 1 from bookings where id = ${id} for update`.execute(tx);
  return findBooking(tx, id);
}

function conditions(filter: BookingFilter, now: Instant): RawBuilder<unknown>[] {
  const { ids, resourceId, customerId, locationIds, states, after } = filter;
  const list: RawBuilder<unknown>[] = [sql`true`];
  if (ids) list.push(sql`b.id = any(${[...ids]})`);
  if (resourceId) list.push(sql`b.resource_id = ${resourceId}`);
  if (customerId) list.push(sql`b.customer_id = ${customerId}`);
  if (filter.teamIds) {
    list.push(sql`exists (select 1 from team_members m where m.customer_id = b.customer_id
      and ${among('m.team_id', filter.teamIds)} and m.ended_at is null and m.started_at <= b.created_at)`);
  }
  if (locationIds) list.push(among('b.location_id', locationIds));
  if (filter.from !== undefined) list.push(sql`b.end_at > ${at(filter.from)}`);
  if (filter.to !== undefined) list.push(sql`b.start_at < ${at(filter.to)}`);
  if (states) list.push(sql`${shownState(now)} = any(${[...states]})`);
  if (states?.every((state) => notTakenPlace.has(state)))
    list.push(sql`b.state in (${sql.join(states.map((state) => sql.lit(state)))})`);
  if (after) {
    const key = sql`(${at(after[0] as Instant)}, ${after[1]})`;
    list.push(filter.descending ? sql`(b.start_at, b.id) < ${key}` : sql`(b.start_at, b.id) > ${key}`);
  }
  return list;
}

/** Shown as they are kept, and few: they have an index of their own. */
const notTakenPlace: ReadonlySet<BookingState> = new Set([
  'requested', 'tentative', 'noShow', 'cancelled', 'rejected',
]);

const shownState = (now: Instant): RawBuilder<unknown> => sql`case
  when b.state in ('confirmed', 'checkedIn') and b.end_at <= ${at(now)} then 'completed' else b.state end`;

export interface NewBooking {
  readonly id: Id<'bok'>;
  readonly resourceId: Id<'res'>;
  readonly locationId: Id<'loc'>;
  readonly customerId: Id<'cus'> | null;
  readonly during: Span;
  readonly state: BookingState;
  readonly via: Via;
  readonly quote: Quote | null;
  readonly overridden: Override | null;
  readonly note: string;
  readonly heldUntil: Instant | null;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
}

/**
 * What a booking keeps others out of: one of these for its own unit, and one for each unit of a linked
 * resource.
 */
export interface Slot {
  readonly resourceId: Id<'res'>;
  readonly unit: number;
  readonly blocked: Span;
}

/**
 * The only way to take slots (BKG-1): what somebody else has is not written, so that whoever loses the race
 * writes fewer rows. Slots are taken in one order, so that two bookings of linked resources never wait for
 * each other in a circle.
 */
export const slotsTaken = (id: Id<'bok'>, slots: readonly Slot[]): Statement => sql`
  insert into occupancies (booking_id, resource_id, unit, blocked)
  select ${id}, resource_id, unit, blocked from (${wished(slots)}) w order by resource_id, unit
  on conflict do nothing`;

export const bookingWritten = (row: NewBooking): Statement => sql`
  insert into bookings (id, resource_id, location_id, customer_id, start_at, end_at, state, via, quote,
    overridden, note, held_until, created_at, created_by)
  values (${row.id}, ${row.resourceId}, ${row.locationId}, ${row.customerId}, ${at(row.during.start)},
    ${at(row.during.end)}, ${row.state}, ${row.via}, ${jsonOrNull(row.quote)}, ${jsonOrNull(row.overridden)},
    ${row.note}, ${atOrNull(row.heldUntil)}, ${at(row.createdAt)}, ${row.createdBy})`;

/**
 * Gives up what the booking holds and takes the new slots instead; false, and nothing changed, where they
 * are taken.
 */
export async function moveBooking(
  tx: Database, change: {
    id: Id<'bok'>; resourceId: Id<'res'>; locationId: Id<'loc'>; during: Span; quote: Quote | null;
    overridden: Override | null; note: string; state: BookingState;
  }, slots: readonly Slot[],
): Promise<boolean> {
  await sql`delete from occupancies where booking_id = ${change.id}`.execute(tx);
  const { numAffectedRows } = await slotsTaken(change.id, slots).execute(tx);
  if (numAffectedRows !== BigInt(slots.length)) return false;
  await sql`update bookings set resource_id = ${change.resourceId}, location_id = ${change.locationId},
      start_at = ${at(change.during.start)}, end_at = ${at(change.during.end)}, note = ${change.note},
      state = ${change.state}, quote = ${jsonOrNull(change.quote)},
      overridden = ${jsonOrNull(change.overridden)}, version = version + 1
    where id = ${change.id}`.execute(tx);
  return true;
}

const wished = (slots: readonly Slot[]): RawBuilder<unknown> => sql`
  select resource_id, unit, tstzrange(start_at, end_at) as blocked
  from unnest(${slots.map(({ resourceId }) => resourceId)}::text[], ${slots.map(({ unit }) => unit)}::int[],
    ${slots.map(({ blocked }) => new Date(blocked.start).toISOString())}::timestamptz[],
    ${slots.map(({ blocked }) => new Date(blocked.end).toISOString())}::timestamptz[])
    as slot (resource_id, unit, start_at, end_at)`;

/** Ends a booking and frees its slots. */
export async function endBooking(
  tx: Database, end: {
    id: Id<'bok'>; state: 'cancelled' | 'rejected'; at: Instant; by: string | null; reason: string | null;
  },
): Promise<void> {
  await sql`with freed as (delete from occupancies where booking_id = ${end.id})
    update bookings set state = ${end.state}, held_until = null, ended_at = ${at(end.at)},
      ended_by = ${end.by}, end_reason = ${end.reason}, version = version + 1
      where id = ${end.id}`.execute(tx);
}

export async function noteBooking(tx: Database, id: Id<'bok'>, note: string): Promise<void> {
  await sql`update bookings set note = ${note}, version = version + 1 where id = ${id}`.execute(tx);
}

/** The price that holds from now on. */
export async function quoteBooking(tx: Database, id: Id<'bok'>, quote: Quote): Promise<void> {
  await sql`update bookings set quote = ${json(quote)}, version = version + 1 where id = ${id}`.execute(tx);
}

export async function setBookingState(tx: Database, id: Id<'bok'>, state: BookingState): Promise<void> {
  await sql`update bookings set state = ${state}, held_until = null, version = version + 1
    where id = ${id}`.execute(
    tx,
  );
}
