import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import { at } from '../platform/database/sql.ts';

/**
 * The five facts of a customer (CUS-6) as conditions on `customers u`, for lists. They say what the domain
 * says: days begin at the location's midnight, periods are half-open, a void contract covers nothing
 * (MEM-1, CON-2).
 */
export function stateAt(now: Instant): Readonly<Record<StateName, RawBuilder<boolean>>> {
  const covering = sql`from ${covers(now)} c join locations l on l.id = c.location_id
    where c.start_day::timestamp at time zone l.time_zone <= ${at(now)}
    and (c.end_day is null or c.end_day::timestamp at time zone l.time_zone > ${at(now)})`;
  const open = sql`started_at <= ${at(now)} and (ended_at is null or ended_at > ${at(now)})`;
  const freeze = sql`exists (select 1 from contract_freezes f where f.contract_id = c.id
    and f.starts_at <= ${at(now)} and (f.ends_at is null or f.ends_at > ${at(now)}))`;
  return {
    member: sql<boolean>`exists (select 1 ${covering})`,
    frozen: sql<boolean>`(exists (select 1 ${covering}) and not exists (select 1 ${covering} and not
    ${freeze}))`,
    suspended: sql<boolean>`exists (select 1 from suspensions s where s.customer_id = u.id and ${open})`,
    archived: sql<boolean>`exists (select 1 from archivings a where a.customer_id = u.id and ${open})`,
    portalAccess: sql<boolean>`coalesce((select p.allowed from portal_access_changes p
      where p.customer_id = u.id and p.from_at <= ${at(now)} order by p.from_at desc limit 1), false)`,
  };
}

/**
 * The contracts that a customer `u` holds, and those on which it has a seat, each found by the customer
 * (MEM-1). Nobody has a seat that covers as the holder of the same contract does already.
 */
const covers = (now: Instant): RawBuilder<unknown> => sql`(
    select c.id, c.location_id, c.start_day, c.end_day from contracts c where c.customer_id = u.id
    union all
    select c.id, c.location_id, c.start_day, c.end_day
    from contract_seats s join contracts c on c.id = s.contract_id
    where s.customer_id = u.id and s.started_at <= ${at(now)}
      and (s.ended_at is null or s.ended_at > ${at(now)}))`;

export type StateName = 'member' | 'frozen' | 'suspended' | 'archived' | 'portalAccess';

/** The names of the plans of all contracts that cover now. */
export const planNamesAt = (now: Instant): RawBuilder<string[]> => sql<string[]>`coalesce((
  select array_agg(distinct p.name order by p.name)
  from ${covers(now)} c join locations l on l.id = c.location_id
    cross join lateral (select t.plan_id from contract_terms t where t.contract_id = c.id
      and (t.from_day::timestamp at time zone l.time_zone <= ${at(now)} or t.from_day = c.start_day)
      order by t.from_day desc limit 1) t
    join plans p on p.id = t.plan_id
  where c.start_day::timestamp at time zone l.time_zone <= ${at(now)}
    and (c.end_day is null or c.end_day::timestamp at time zone l.time_zone > ${at(now)})), '{}')`;
