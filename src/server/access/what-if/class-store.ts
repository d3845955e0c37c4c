import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

export interface ClassWishes {
  readonly at: Instant;
  /** Only customers at home there; null: everybody. */
  readonly homes: readonly string[] | null;
  /** Customers who stand alone, because something is kept for them by name. */
  readonly alone: readonly string[];
}

export interface ClassRow {
  /** Home, restrictions, plans and who stands alone, as one text: what makes customers alike. */
  readonly key: string;
  readonly count: number;
  /** How many of them have a booking to come. */
  readonly booked: number;
  /** The first twenty by name. */
  readonly some: readonly { readonly id: Id<'cus'>; readonly name: string; readonly sorted: string }[];
}

/** Every customer of a class, counted; the whole network in one statement. */
export async function listClasses(tx: Database, wishes: ClassWishes): Promise<ClassRow[]> {
  const { rows } = await sql<ClassRow>`
    with classed as (${classed(wishes)}),
    ranked as (select *, row_number() over (partition by key order by sorted_name, id) as place from classed),
    booked as (select distinct customer_id from bookings where customer_id is not null
      and start_at > ${at(wishes.at)} and state in ('requested', 'tentative', 'confirmed'))
    select key, count(*)::int as count, count(b.customer_id)::int as booked,
      jsonb_agg(jsonb_build_object('id', id, 'name', name, 'sorted', sorted_name) order by place)
        filter (where place <= 20) as some
    from ranked r left join booked b on b.customer_id = r.id group by key order by key`.execute(tx);
  return rows;
}

export interface TurnedRow {
  readonly id: Id<'cus'>;
  readonly name: string;
  readonly sortedName: string;
  readonly key: string;
}

/** The customers of some classes by name, after one of them. */
export async function listOfClasses(
  tx: Database,
  wishes: ClassWishes,
  page: { keys: readonly string[]; after: readonly (string | number | null)[] | null; limit: number },
): Promise<TurnedRow[]> {
  const from = page.after === null ? sql`true`
    : sql`(sorted_name, id) > (${page.after[0]}, ${page.after[1]})`;
  const { rows } = await sql<TurnedRow>`
    with classed as (${classed(wishes)})
    select id, name, sorted_name, key from classed where key = any(${[...page.keys]}) and ${from}
    order by sorted_name, id limit ${page.limit}`.execute(tx);
  return rows;
}

/** Customers with their class. Days turn at midnight of the contract's location, as the domain has it. */
function classed({ at: when, homes, alone }: ClassWishes): RawBuilder<unknown> {
  const home = homes === null ? sql`true` : sql`u.home_location_id = any(${[...homes]})`;
  return sql`
    with today as (select id, (${at(when)} at time zone time_zone)::date as day from locations),
    frozen as (select distinct contract_id from contract_freezes
      where starts_at <= ${at(when)} and (ends_at is null or ${at(when)} < ends_at)),
    planned as (select contract_id, array_agg(plan_id order by from_day) as plans,
      array_agg(from_day order by from_day) as days from contract_terms group by contract_id),
    goes as (
      select c.customer_id, c.location_id, p.plans, c.start_day > d.day as later,
        f.contract_id is not null as ice, case when cardinality(p.days) = 1 then 1 else greatest(1, (
          select count(*) from unnest(p.days) of where of <= greatest(d.day, c.start_day)))::int end as now
      from contracts c join today d on d.id = c.location_id join planned p on p.contract_id = c.id
        left join frozen f on f.contract_id = c.id
      where c.end_day is null or (c.end_day > d.day and c.end_day > c.start_day)),
    held as (
      select customer_id, string_agg(part, ',' order by part) as plans from (
        select customer_id, plans[now] || ' ' || location_id
          || case when later then ' later ' when ice then ' frozen ' else ' active ' end
          || coalesce(plans[now + 1], '') as part from goes) of group by customer_id)
    select u.id, u.name, u.sorted_name, u.home_location_id
      || case when a.customer_id is null then '|-' else '|archived' end
      || case when s.customer_id is null then '|-' else '|suspended' end
      || case when coalesce(e.allowed, (
        select p.allowed from portal_access_changes p where p.customer_id = u.id
        order by p.from_at limit 1), false) then '|enters|' else '|-|' end
      || coalesce(h.plans, '') || '|'
      || case when u.id = any(${[...alone]}) then u.id else '' end as key
    from customers u
      left join held h on h.customer_id = u.id
      left join (select distinct customer_id from archivings
        where started_at <= ${at(when)} and (ended_at is null or ${at(when)} < ended_at)) a
        on a.customer_id = u.id
      left join (select distinct customer_id from suspensions
        where started_at <= ${at(when)} and (ended_at is null or ${at(when)} < ended_at)) s
        on s.customer_id = u.id
      left join (select distinct on (customer_id) customer_id, allowed from portal_access_changes
        where from_at <= ${at(when)} order by customer_id, from_at desc) e on e.customer_id = u.id
    where ${home}`;
}
