import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Interval } from '../../../domain/kernel/interval.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at, atOrNull } from '../../platform/database/sql.ts';

/** One customer's time on a place of a contract. */
export interface SeatRow {
  readonly id: Id<'sea'>;
  readonly contractId: Id<'con'>;
  readonly number: number;
  readonly customerId: Id<'cus'>;
  readonly customerName: string;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
}

/** Every time on the places of some contracts, in order. */
export async function listSeats(tx: Database, contractIds: readonly string[]): Promise<SeatRow[]> {
  const { rows } = await sql<SeatRow>`
    select s.id, s.contract_id, s.number, s.customer_id, u.name as customer_name, s.started_at, s.ended_at
    from contract_seats s join customers u on u.id = s.customer_id
    where s.contract_id = any(${[...contractIds]}) order by s.started_at, u.sorted_name, s.id`.execute(tx);
  return rows;
}

/** Whether the customer is in the team now; it stays in it until this transaction ends. */
export async function holdInTeam(
  tx: Database, { teamId, customerId }: { teamId: string; customerId: string },
): Promise<boolean> {
  const { rows } = await sql`select 1 from team_members where team_id = ${teamId}
    and customer_id = ${customerId} and ended_at is null for share`.execute(tx);
  return rows.length === 1;
}

/** Who has a seat on a contract, now or to come, and something booked to come. */
export async function listSeatedWithBookings(
  tx: Database, contractId: Id<'con'>, now: Instant,
): Promise<readonly Id<'cus'>[]> {
  const { rows } = await sql<{ id: Id<'cus'> }>`
    select distinct s.customer_id as id from contract_seats s
    where s.contract_id = ${contractId}
      and (s.ended_at is null or s.ended_at > greatest(s.started_at, ${at(now)}))
      and exists (select 1 from bookings b where b.customer_id = s.customer_id and b.end_at > ${at(now)})
    order by 1`.execute(tx);
  return rows.map(({ id }) => id);
}

export interface NewSeat {
  readonly id: Id<'sea'>;
  readonly contractId: Id<'con'>;
  readonly number: number;
  readonly customerId: Id<'cus'>;
  readonly during: Interval;
  readonly by: string | null;
}

export async function insertSeat(tx: Database, { during, by, ...row }: NewSeat): Promise<void> {
  await tx.insertInto('contractSeats').values({
    ...row, startedAt: at(during.start), startedBy: by, endedAt: atOrNull(during.end),
  }).execute();
}

/** All at once, so that two may change places. */
export async function renumberSeats(
  tx: Database, moved: readonly { readonly id: string; readonly number: number }[],
): Promise<void> {
  if (moved.length === 0) return;
  await sql`update contract_seats s set number = m.number
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb) as m (id text, number int)
    where s.id = m.id`.execute(tx);
}

/** One that has not begun is taken back: it ends as it begins. */
export async function endSeatAt(
  tx: Database, { id, now, by }: { id: Id<'sea'>; now: Instant; by: string | null },
): Promise<void> {
  await sql`update contract_seats set ended_at = greatest(started_at, ${at(now)}), ended_by = ${by}
    where id = ${id}`.execute(tx);
}

export async function setSeats(tx: Database, contractId: Id<'con'>, seats: number): Promise<void> {
  await tx.updateTable('contracts').set({ seats, version: sql<number>`version + 1` })
    .where('id', '=', contractId).execute();
}

/** Of the contracts of a team, those times of a customer on their places that are not over. */
export async function listOpenSeats(
  tx: Database, { teamId, customerId, now }: { teamId: Id<'tea'>; customerId: Id<'cus'>; now: Instant },
): Promise<{ readonly id: Id<'sea'>; readonly contractId: Id<'con'> }[]> {
  const { rows } = await sql<{ id: Id<'sea'>; contractId: Id<'con'> }>`
    select s.id, s.contract_id from contract_seats s join contracts c on c.id = s.contract_id
    where c.team_id = ${teamId} and s.customer_id = ${customerId}
      and (s.ended_at is null or s.ended_at > greatest(${at(now)}, s.started_at))
    order by s.id`.execute(tx);
  return rows;
}

/** The contracts of a team that have begun and not ended, the oldest first, kept from changing. */
export async function lockContractsInForce(
  tx: Database, teamId: Id<'tea'>, now: Instant,
): Promise<Id<'con'>[]> {
  const { rows } = await sql<{ id: Id<'con'> }>`
    select c.id from contracts c join locations l on l.id = c.location_id
    where c.team_id = ${teamId} and c.start_day::timestamp at time zone l.time_zone <= ${at(now)}
      and (c.end_day is null or c.end_day::timestamp at time zone l.time_zone > ${at(now)})
    order by c.id for update of c`.execute(tx);
  return rows.map(({ id }) => id);
}
