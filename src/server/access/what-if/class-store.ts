import { type RawBuilder, sql } from 'kysely';
import type { HeldPlan } from '../../../domain/access/what-if/customer-class.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

/**
 * Everybody there is, told in as few rows as there are ways to be: the ids of those who are alike come as one
 * text with commas, because a hundred thousand rows take longer to send than to find.
 */
export interface Alike {
  readonly ids: string;
}

export interface StateRow extends Alike {
  readonly homeLocationId: Id<'loc'>;
  readonly archived: boolean;
  readonly suspended: boolean;
  readonly mayEnter: boolean;
}

/**
 * What somebody is beside any contract. What was said first of signing in, of everybody from the beginning,
 * holds for the time before too.
 */
export const listStates = (
  db: Database, { at: when, homes }: { at: Instant; homes: readonly string[] | null },
): Promise<StateRow[]> => roomy(db, sql<StateRow>`
  select home_location_id, archived, suspended, may_enter, string_agg(id, ',') as ids from (
    select u.id, u.home_location_id,
      u.id in (select customer_id from archivings where ${isOpen(when)}) as archived,
      u.id in (select customer_id from suspensions where ${isOpen(when)}) as suspended,
      u.id not in (select customer_id from portal_access_changes where not allowed) or (
        select p.allowed from portal_access_changes p where p.customer_id = u.id
        order by p.from_at > ${at(when)}, greatest(p.from_at - ${at(when)}, ${at(when)} - p.from_at) limit 1
      ) as may_enter
    from customers u where ${homes === null ? sql`true` : sql`u.home_location_id = any(${[...homes]})`}) one
  group by home_location_id, archived, suspended, may_enter`);

export interface HeldRow extends Alike, HeldPlan {}

/**
 * Contracts that are not over, with those whom they cover: holders and whoever has a seat. Days turn at
 * midnight of the contract's location, as the domain has it.
 */
export const listHeld = (db: Database, when: Instant): Promise<HeldRow[]> => roomy(db, sql<HeldRow>`
  with today as (select id, (${at(when)} at time zone time_zone)::date as day from locations),
  terms as (
    select contract_id, plan_id, from_day, lead(from_day) over own as until, lead(plan_id) over own as next,
      row_number() over own = 1 as first
    from contract_terms window own as (partition by contract_id order by from_day)),
  covers as (
    select c.id, c.customer_id, c.location_id, c.start_day > d.day as later,
      greatest(d.day, c.start_day) as then_day
    from contracts c join today d on d.id = c.location_id where ${isNotOver}
    union all
    select c.id, s.customer_id, c.location_id, c.start_day > d.day or s.started_at > ${at(when)},
      greatest(d.day, c.start_day, (s.started_at at time zone l.time_zone)::date)
    from contract_seats s join contracts c on c.id = s.contract_id join today d on d.id = c.location_id
      join locations l on l.id = c.location_id
    where ${isNotOver} and (s.ended_at is null or s.ended_at > greatest(s.started_at, ${at(when)})))
  select plan_id, location_id, state, next_plan_id, string_agg(customer_id, ',') as ids from (
    select c.customer_id, c.location_id, t.plan_id, t.next as next_plan_id, case when c.later then 'later'
      when c.id in (select contract_id from contract_freezes
        where starts_at <= ${at(when)} and (ends_at is null or ${at(when)} < ends_at)) then 'frozen'
      else 'active' end as state
    from covers c join terms t on t.contract_id = c.id and (t.first or t.from_day <= c.then_day)
      and (t.until is null or t.until > c.then_day)) one
  group by plan_id, location_id, state, next_plan_id`);

const isNotOver = sql`(c.end_day is null or (c.end_day > d.day and c.end_day > c.start_day))`;

const isOpen = (when: Instant): RawBuilder<unknown> =>
  sql`started_at <= ${at(when)} and (ended_at is null or ${at(when)} < ended_at)`;

/** Customers with a booking to come that stands. */
export async function listBooked(db: Database, when: Instant): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ customerId: string }>`select distinct customer_id from bookings
    where customer_id is not null and start_at > ${at(when)}
      and state in ('requested', 'tentative', 'confirmed')`.execute(db);
  return new Set(rows.map(({ customerId }) => customerId));
}

export interface OwedRow {
  readonly customerId: Id<'cus'>;
  readonly currency: string;
  readonly dueDay: Day;
  readonly amount: number;
}

/** What is not paid. */
export async function listOwed(db: Database): Promise<OwedRow[]> {
  const { rows } = await sql<OwedRow>`
    select customer_id, currency, due_day, sum(total - credited - paid)::bigint as amount from invoices
    where kind = 'invoice' and state in ('issued', 'partlyPaid') and due_day is not null
      and total > credited + paid
    group by customer_id, currency, due_day`.execute(db);
  return rows;
}

/** A statement over everybody, with room to do so in memory. */
const roomy = <Row>(db: Database, statement: RawBuilder<Row>): Promise<Row[]> =>
  db.transaction().execute(async (tx) => {
    await sql`select set_config('work_mem', '64MB', true), set_config('jit', 'off', true)`.execute(tx);
    return (await statement.execute(tx)).rows;
  });
