import { sql } from 'kysely';
import { formatInstant, type Instant } from '../../domain/kernel/instant.ts';
import type { GoodRow } from '../../domain/imports/row.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

/** What an import writes, many rows in one statement each. */

export interface NewRow {
  readonly row: GoodRow;
  readonly customerId: string;
  readonly contractId: string;
  readonly suspensionId: string;
  readonly noteId: string;
}

export interface Importing {
  readonly importId: string;
  readonly now: Instant;
  readonly by: string | null;
}

/** Answers the ids of those that were new; an address that somebody took meanwhile is left as it is. */
export async function insertCustomers(
  tx: Database,
  list: readonly NewRow[],
  { importId, now, by }: Importing,
): Promise<ReadonlySet<string>> {
  const written = list.map(({ customerId, row: { email, facts } }) => ({
    id: customerId,
    email,
    name: facts.name,
    phone: facts.phone,
    tags: facts.tags,
    home: facts.locationId,
    billing_name: facts.billingName,
    billing_address: facts.billingAddress,
    tax_id: facts.taxId,
    created_at: formatInstant(
      facts.registeredAt === null || facts.registeredAt > now ? now : facts.registeredAt,
    ),
  }));
  const { rows } = await sql<{ id: string }>`with fresh as (
    insert into customers (id, name, email, phone, home_location_id, tags, billing_name, billing_address,
      tax_id,
      import_id, created_at, changed_at)
    select id, name, email, phone, home, array(select jsonb_array_elements_text(tags)), billing_name,
      billing_address,
      tax_id, ${importId}, created_at, ${at(now)}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r (id text, name text, email text,
      phone text,
      home text, tags jsonb, billing_name text, billing_address text, tax_id text, created_at timestamptz)
    on conflict (email) do nothing returning id
    ), access as (
      insert into portal_access_changes (customer_id, from_at, allowed, by_id)
      select id, ${at(now)}, true, ${by} from fresh
    )
    select id from fresh`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

export async function insertSuspensions(
  tx: Database,
  list: readonly { id: string; customerId: string }[],
  { now, by }: Importing,
): Promise<void> {
  if (list.length === 0) return;
  const written = list.map(({ id, customerId }) => ({ id, customer_id: customerId }));
  await sql`insert into suspensions (id, customer_id, cause, started_at, started_by)
    select id, customer_id, 'import', ${at(now)}, ${by}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r (id text, customer_id text)`.execute(tx);
}

export async function insertNotes(
  tx: Database,
  list: readonly { id: string; customerId: string; text: string }[],
  { now, by }: Importing,
): Promise<void> {
  if (list.length === 0) return;
  const written = list.map(({ id, customerId, text }) => ({ id, customer_id: customerId, text }));
  await sql`insert into notes (id, about_id, text, written_at, written_by)
    select id, customer_id, text, ${at(now)}, ${by}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r (id text, customer_id text,
      text text)`.execute(
    tx,
  );
}

/** Contracts and their first terms, in one statement. */
export async function insertContracts(
  tx: Database,
  list: readonly { contractId: string; customerId: string; row: GoodRow }[],
  importing: Importing,
): Promise<void> {
  const written = list.flatMap(({ contractId, customerId, row: { facts } }) =>
    facts.contract === null
      ? []
      : [
          {
            id: contractId,
            customer_id: customerId,
            location_id: facts.locationId,
            plan_id: facts.contract.planId,
            currency: facts.contract.currency,
            start_day: facts.contract.startDay,
            minimum_term_day: facts.contract.minimumTermDay,
            next_invoice_day: facts.contract.nextInvoiceDay,
          },
        ],
  );
  if (written.length === 0) return;
  const { importId, now, by } = importing;
  await sql`
    with sent as (
      select * from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r (id text, customer_id text,
        location_id text, plan_id text, currency text, start_day date, minimum_term_day date,
          next_invoice_day date)
    ), made as (
      insert into contracts (id, customer_id, location_id, start_day, minimum_term_day, next_invoice_day,
        currency,
        import_id, created_at, created_by)
      select id, customer_id, location_id, start_day, minimum_term_day, next_invoice_day, currency,
        ${importId},
        ${at(now)}, ${by} from sent
    )
    insert into contract_terms (contract_id, from_day, plan_id, price, quantity, made_at, made_by)
    select id, start_day, plan_id, null, 1, ${at(now)}, ${by} from sent`.execute(tx);
}

/** Customers that are or ever were suspended by an import: an import suspends nobody twice. */
export async function listSuspendedByImport(
  tx: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`select distinct customer_id as id from suspensions
    where customer_id = any(${[...ids]}) and (cause = 'import' or ended_at is null)`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
