import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

/** Everything that billing reads of payers, one statement a kind, for many payers at once. */

export interface PayerRow {
  readonly id: Id<'cus'>;
  readonly name: string;
  readonly kind: 'individual' | 'company';
  readonly email: string;
  readonly language: string | null;
  readonly homeLocationId: Id<'loc'>;
  readonly billingName: string;
  readonly billingAddress: string;
  readonly taxId: string;
  readonly dueDays: number | null;
  readonly suspensions: readonly {
    start: number;
    end: number | null;
    missed: 'skip' | 'prorate' | 'charge' | null;
  }[];
  readonly archivings: readonly { start: number; end: number | null }[];
}

const ms = (column: string): RawBuilder<number | null> =>
  sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

export async function listPayers(tx: Database, ids: readonly string[]): Promise<readonly PayerRow[]> {
  const { rows } = await sql<PayerRow>`
    select c.id, c.name, c.kind, c.email, c.language, c.home_location_id, c.billing_name,
      c.billing_address, c.tax_id,
      c.due_days,
      (select coalesce(jsonb_agg(jsonb_build_object('start', ${ms('s.started_at')}, 'end',
        ${ms('s.ended_at')},
         'missed', s.missed_cycles)), '[]') from suspensions s where s.customer_id = c.id) as suspensions,
      (select coalesce(jsonb_agg(jsonb_build_object('start', ${ms('a.started_at')}, 'end',
        ${ms('a.ended_at')})), '[]')
       from archivings a where a.customer_id = c.id) as archivings
    from customers c where c.id = any(${[...ids]}) order by c.id`.execute(tx);
  return rows;
}

/** When the terms and freezes of contracts were last changed, by contract and then by day or freeze. */
export interface ChangeRow {
  readonly contractId: Id<'con'>;
  readonly terms: Readonly<Record<string, Instant>>;
  readonly freezes: Readonly<Record<string, Instant>>;
}

export async function listChanges(
  tx: Database,
  contractIds: readonly string[],
): Promise<readonly ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    select c.id as contract_id,
      (select jsonb_object_agg(t.from_day, ${ms('t.made_at')}) from contract_terms t
        where t.contract_id = c.id) as terms,
      (select coalesce(jsonb_object_agg(f.id, ${ms('greatest(f.made_at, f.resumed_at)')}), '{}')
       from contract_freezes f where f.contract_id = c.id) as freezes
    from contracts c where c.id = any(${[...contractIds]})`.execute(tx);
  return rows;
}

export interface BilledRow {
  readonly contractId: Id<'con'>;
  readonly cycleStartDay: Day;
  readonly item: 'cycle' | 'signUpFee';
  readonly number: number;
  readonly amount: number;
  readonly coveredUntilDay: Day;
  readonly billedAt: Instant;
  readonly taxRate: number;
  readonly includesTax: boolean;
}

export async function listBilled(
  tx: Database,
  contractIds: readonly string[],
): Promise<readonly BilledRow[]> {
  const { rows } = await sql<BilledRow>`
    select b.contract_id, b.cycle_start_day, b.item, b.number, b.amount, b.covered_until_day, b.billed_at,
      l.tax_rate, l.includes_tax
    from billed_cycles b join invoice_lines l on l.id = b.invoice_line_id
    where b.contract_id = any(${[...contractIds]}) order by b.contract_id, b.cycle_start_day,
      b.number`.execute(
    tx,
  );
  return rows;
}

/** Whoever may owe something through a day at these locations, in the order of their ids. */
export async function listDuePayers(
  tx: Database,
  where: { locationIds: readonly string[]; throughDay: Day; afterId: string; limit: number },
): Promise<readonly Id<'cus'>[]> {
  const locationIds = [...where.locationIds];
  const { rows } = await sql<{ id: Id<'cus'> }>`
    select id from (
      select customer_id as id from contracts
      where location_id = any(${locationIds}) and customer_id > ${where.afterId}
        and (start_day <= ${where.throughDay} or exists (select 1 from billed_cycles b
          where b.contract_id = contracts.id))
      union
      select customer_id from charges
      where location_id = any(${locationIds}) and customer_id > ${where.afterId}
        and ripe_day <= ${where.throughDay}
        and invoice_line_id is null and waived_at is null and voided_at is null) as due
    order by id limit ${where.limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/**
 * Two runs that would bill the same customer follow each other; other changes of the customer wait a moment.
 */
export async function lockPayers(tx: Database, ids: readonly string[]): Promise<void> {
  await sql`select 1 from customers where id = any(${[...ids]}) order by id for no key update`.execute(tx);
}

export interface EntityRow {
  readonly id: Id<'ent'>;
  readonly name: string;
  readonly address: string;
  readonly taxNumber: string | null;
  readonly bankDetails: string;
  readonly invoicePrefix: string;
  readonly createdAt: Instant;
}

export const listEntities = async (tx: Database): Promise<readonly EntityRow[]> =>
  (await tx
    .selectFrom('legalEntities')
    .selectAll()
    .orderBy('createdAt')
    .orderBy('id')
    .execute()) as EntityRow[];

/** A network without any legal entity bills under its own name. */
export async function insertFirstEntity(
  tx: Database,
  row: { id: Id<'ent'>; name: string; now: Instant },
): Promise<void> {
  await sql`insert into legal_entities (id, name, invoice_prefix, created_at) values (${row.id},
    ${row.name}, 'INV', ${at(row.now)})
    on conflict (invoice_prefix) do nothing`.execute(tx);
}

/** What each customer's last invoice of a run came to, by legal entity and currency. */
export async function listLastTotals(
  tx: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; total: number }>`
    select distinct on (customer_id, legal_entity_id, currency)
      concat_ws(' ', customer_id, legal_entity_id, currency) as key, total
    from invoices
    where customer_id = any(${[...ids]}) and run_id is not null and state <> 'draft' and kind = 'invoice'
    order by customer_id, legal_entity_id, currency, issued_at desc, id desc`.execute(tx);
  return new Map(rows.map(({ key, total }) => [key, total]));
}
