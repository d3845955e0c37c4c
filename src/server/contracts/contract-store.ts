import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Database } from '../platform/database/connect.ts';
import { type Query, rowsOf } from '../platform/database/together.ts';
import { among, at } from '../platform/database/sql.ts';
import type { ContractRow } from './contract-record.ts';

const columns = sql`c.id, c.customer_id, u.name as customer_name, c.location_id, l.time_zone,
  c.start_day, c.end_day,
  c.billing_day, c.minimum_term_day, c.notice_days, c.usage_invoicing, c.cancelled_at, c.cancelled_by,
  c.prorates_last_cycle, c.next_invoice_day, c.currency, c.import_id, c.created_at, c.version,
  c.team_id, c.seats,
  (select jsonb_agg(jsonb_build_object('fromDay', t.from_day, 'planId', t.plan_id, 'price', t.price,
     'quantity', t.quantity) order by t.from_day)
   from contract_terms t where t.contract_id = c.id) as terms,
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'fromDay', f.from_day, 'untilDay', f.until_day,
     'startsAt', (extract(epoch from f.starts_at) * 1000)::bigint,
     'endsAt', (extract(epoch from f.ends_at) * 1000)::bigint,
     'billing', f.billing, 'fee', f.fee, 'extendsMinimumTerm',
       f.extends_minimum_term) order by f.from_day, f.id), '[]')
   from contract_freezes f where f.contract_id = c.id) as freezes`;

const from = sql`from contracts c join locations l on l.id = c.location_id
  join customers u on u.id = c.customer_id`;

/**
 * The customer's times on places of somebody else's contract, as milliseconds; null: it holds the contract,
 * or nobody is asked about.
 */
const seatsHeld = (customerId: string | undefined) => (customerId === undefined ? sql`null::jsonb`
  : sql`case when c.customer_id = ${customerId} then null else (
    select jsonb_agg(jsonb_build_object('id', s.id,
      'start', (extract(epoch from s.started_at) * 1000)::bigint,
      'end', (extract(epoch from s.ended_at) * 1000)::bigint) order by s.started_at, s.id)
    from contract_seats s where s.contract_id = c.id and s.customer_id = ${customerId}) end`);

export interface ContractFilter {
  /** Contracts that cover a customer at any time: its own, and those on which it has or had a seat. */
  readonly coveredId?: string;
  readonly teamId?: string;
  readonly ids?: readonly string[];
  readonly customerIds?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly planId?: string;
  readonly status?: { readonly is: string; readonly at: Instant };
  readonly endsBy?: string;
  readonly beforeId?: string;
  readonly limit?: number;
}

/** Contracts with their terms and freezes, the newest first. */
export function contractsQuery(filter: ContractFilter): Query<ContractRow> {
  const limit = filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`;
  return sql<ContractRow>`
    select ${columns}, ${seatsHeld(filter.coveredId)} as seats_held ${from}
    where ${sql.join(conditions(filter), sql`
      and `)} order by c.id desc ${limit}`;
}

export const listContracts = (tx: Database, filter: ContractFilter): Promise<readonly ContractRow[]> =>
  rowsOf(tx, contractsQuery(filter));

function conditions(filter: ContractFilter): RawBuilder<unknown>[] {
  const list: RawBuilder<unknown>[] = [sql`true`];
  if (filter.ids) list.push(among('c.id', filter.ids));
  if (filter.customerIds) list.push(among('c.customer_id', filter.customerIds));
  if (filter.coveredId !== undefined) list.push(sql`(c.customer_id = ${filter.coveredId}
    or c.id = any(array(select contract_id from contract_seats where customer_id = ${filter.coveredId})))`);
  if (filter.teamId) list.push(sql`c.team_id = ${filter.teamId}`);
  if (filter.locationIds) list.push(among('c.location_id', filter.locationIds));
  if (filter.planId) {
    list.push(
      sql`exists (select 1 from contract_terms t where t.contract_id = c.id
        and t.plan_id = ${filter.planId})`,
    );
  }
  if (filter.endsBy) list.push(sql`c.end_day <= ${filter.endsBy}`);
  if (filter.beforeId) list.push(sql`c.id < ${filter.beforeId}`);
  if (filter.status) list.push(inStatus(filter.status.is, filter.status.at));
  return list;
}

/** CON-3 as a condition. Days are turned into instants by the location's zone, as the domain does. */
function inStatus(status: string, instant: Instant): RawBuilder<unknown> {
  const today = sql`(${at(instant)} at time zone l.time_zone)::date`;
  const isVoid = sql`c.end_day is not null and c.end_day <= c.start_day`;
  const frozen = sql`exists (select 1 from contract_freezes f where f.contract_id = c.id
    and f.starts_at <= ${at(instant)} and (f.ends_at is null or ${at(instant)} < f.ends_at))`;
  if (status === 'void') return sql`(${isVoid})`;
  if (status === 'scheduled') {
    return sql`(not coalesce(${isVoid}, false) and c.start_day > ${today}
      and c.start_day > (${at(instant)} at time zone 'UTC')::date - 1)`;
  }
  if (status === 'ended') {
    return sql`(not coalesce(${isVoid}, false) and c.start_day <= ${today} and c.end_day <= ${today})`;
  }
  const goesOn = sql`c.start_day <= ${today} and (c.end_day is null or c.end_day > ${today})`;
  if (status !== 'frozen') return sql`(${goesOn} and not ${frozen})`;
  return sql`(${goesOn} and c.id in (select f.contract_id from contract_freezes f
    where f.starts_at <= ${at(instant)} and (f.ends_at is null or ${at(instant)} < f.ends_at)))`;
}

/** The contract, kept from changing until the end of this transaction: two verbs on it follow each other. */
export async function lockContract(tx: Database, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from contracts where id = ${id} for update`.execute(tx);
  return rows.length === 1;
}

export interface NewContract {
  readonly id: string;
  readonly customerId: string;
  readonly locationId: string;
  readonly startDay: Day;
  readonly billingDay: number | null;
  readonly minimumTermDay: Day | null;
  readonly noticeDays: number | null;
  readonly usageInvoicing: 'cycleEnd' | 'immediately' | null;
  readonly currency: string;
  readonly teamId: string | null;
  readonly seats: number;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
}

export async function insertContract(tx: Database, row: NewContract): Promise<void> {
  await sql`insert into contracts (id, customer_id, location_id, start_day, billing_day,
    minimum_term_day, notice_days,
      usage_invoicing, currency, team_id, seats, created_at, created_by)
    values (${row.id}, ${row.customerId}, ${row.locationId}, ${row.startDay}, ${row.billingDay},
      ${row.minimumTermDay}, ${row.noticeDays}, ${row.usageInvoicing}, ${row.currency}, ${row.teamId},
      ${row.seats}, ${at(row.createdAt)}, ${row.createdBy})`.execute(
    tx,
  );
}

export interface NewTerms {
  readonly contractId: string;
  readonly fromDay: Day;
  readonly planId: string;
  readonly price: number | null;
  readonly quantity: number;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
}

/** The terms from a day on, instead of those that began on that very day. */
export async function putTerms(tx: Database, row: NewTerms): Promise<void> {
  await sql`insert into contract_terms (contract_id, from_day, plan_id, price, quantity, made_at, made_by)
    values (${row.contractId}, ${row.fromDay}, ${row.planId}, ${row.price}, ${row.quantity},
      ${at(row.madeAt)},
      ${row.madeBy})
    on conflict (contract_id, from_day) do update set plan_id = excluded.plan_id, price = excluded.price,
      quantity = excluded.quantity, made_at = excluded.made_at, made_by = excluded.made_by`.execute(tx);
}

/** A change that waits for its day gives way to a newer one. */
export async function deleteTermsAfter(tx: Database, contractId: string, day: Day): Promise<void> {
  await sql`delete from contract_terms where contract_id = ${contractId} and from_day > ${day}`.execute(tx);
}

export interface SetEnd {
  readonly endDay: Day | null;
  readonly cancelledAt: Instant | null;
  readonly cancelledBy: string | null;
  readonly proratesLastCycle: boolean | null;
}

export async function setEnd(tx: Database, id: string, end: SetEnd): Promise<void> {
  await sql`update contracts set end_day = ${end.endDay}, cancelled_by = ${end.cancelledBy},
      cancelled_at = ${end.cancelledAt === null ? null : at(end.cancelledAt)},
      prorates_last_cycle = ${end.proratesLastCycle}, version = version + 1 where id = ${id}`.execute(tx);
}

export async function touchContract(tx: Database, id: string): Promise<void> {
  await sql`update contracts set version = version + 1 where id = ${id}`.execute(tx);
}
