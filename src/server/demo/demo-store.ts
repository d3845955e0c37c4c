import { sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

/** What the demo writes in bulk, because the verbs would take minutes for a year of it. */

export async function insertDayPass(
  tx: Database,
  pass: {
    id: string;
    locationId: string;
    name: string;
    value: { amount: number; currency: string };
    now: Instant;
  },
): Promise<void> {
  await sql`insert into passes (id, location_id, name, kind, value, value_currency, created_at)
    values (${pass.id}, ${pass.locationId}, ${pass.name}, 'day', ${pass.value.amount}, ${pass.value.currency},
      ${at(pass.now)})`.execute(tx);
  await sql`insert into pass_locations (pass_id, location_id) values (${pass.id},
    ${pass.locationId})`.execute(
    tx,
  );
}

export interface CustomerWritten {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string | null;
  readonly home: string;
  readonly since: string;
}

/** Customers who may sign in, from the day they joined. */
export async function insertPeople(tx: Database, people: readonly CustomerWritten[]): Promise<void> {
  const list = JSON.stringify(people);
  const shape = sql`(id text, kind text, name text, email text, phone text, language text, home text,
    since timestamptz)`;
  await sql`insert into customers (id, kind, name, email, phone, language, home_location_id, created_at,
    changed_at)
    select id, kind, name, email, phone, language, home, since, since
    from jsonb_to_recordset(${list}::jsonb) as p ${shape}`.execute(tx);
  await sql`insert into portal_access_changes (customer_id, from_at, allowed)
    select id, since, true from jsonb_to_recordset(${list}::jsonb) as p ${shape}`.execute(tx);
}

export interface ContractWritten {
  readonly id: string;
  readonly customer: string;
  readonly location: string;
  readonly plan: string;
  readonly currency: string;
  readonly start_day: string;
  readonly end_day: string | null;
  readonly next_invoice_day: string | null;
  readonly made_at: string;
  readonly cancelled_at: string | null;
}

export async function insertDemoContracts(
  tx: Database,
  contracts: readonly ContractWritten[],
): Promise<void> {
  await sql`
    with sent as (
      select * from jsonb_to_recordset(${JSON.stringify(contracts)}::jsonb) as c (id text, customer text,
        location text,
        plan text, currency text, start_day date, end_day date, next_invoice_day date, made_at timestamptz,
        cancelled_at timestamptz)
    ), made as (
      insert into contracts (id, customer_id, location_id, start_day, end_day, cancelled_at,
        prorates_last_cycle,
        next_invoice_day, currency, created_at)
      select id, customer, location, start_day, end_day, cancelled_at,
        case when end_day is null then null else false end,
        next_invoice_day, currency, made_at from sent
    )
    insert into contract_terms (contract_id, from_day, plan_id, price, quantity, made_at)
    select id, start_day, plan, null, 1, made_at from sent`.execute(tx);
}

/** A contract that a company has held all along is for its team's people too. */
export async function giveContractToTeam(
  tx: Database, { contractId, teamId, seats }: { contractId: string; teamId: string; seats: number },
): Promise<void> {
  await tx.updateTable('contracts').set({ teamId, seats }).where('id', '=', contractId).execute();
}

/** What was due before a day has been paid by transfer on that day, except by those who owe. */
export async function payInvoices(
  tx: Database,
  of: { dueBefore: string; exceptCustomers: readonly string[]; exceptTotal?: number; newId: () => string },
): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from invoices where state = 'issued' and total > 0
    and due_day < ${of.dueBefore} and not customer_id = any(${[...of.exceptCustomers]})
      and total <> ${of.exceptTotal ?? -1}`.execute(tx);
  const pairs = JSON.stringify(rows.map(({ id }) => ({ invoice: id, payment: of.newId() })));
  const shape = sql`(invoice text, payment text)`;
  await sql`insert into payments (id, customer_id, location_id, currency, amount, method, received_day,
    reference,
      recorded_at)
    select p.payment, i.customer_id, i.location_id, i.currency, i.total, 'transfer', i.due_day, i.number,
      i.due_day
    from jsonb_to_recordset(${pairs}::jsonb) as p ${shape} join invoices i on i.id = p.invoice`.execute(tx);
  await sql`insert into payment_allocations (payment_id, invoice_id, amount, allocated_at)
    select p.payment, i.id, i.total, i.due_day
    from jsonb_to_recordset(${pairs}::jsonb) as p ${shape} join invoices i on i.id = p.invoice`.execute(tx);
  await sql`update invoices i set paid = i.total, state = 'paid'
    from jsonb_to_recordset(${pairs}::jsonb) as p ${shape} where i.id = p.invoice`.execute(tx);
}

export interface AccountWritten {
  readonly id: Id<'acc'>;
  readonly credentialId: string;
  readonly name: string;
  readonly email: string;
  readonly hash: string;
  readonly now: Instant;
}

/**
 * An account with a password, given to the customer with the same address; one that is there is left as it
 * is.
 */
export async function openAccount(
  tx: Database,
  account: AccountWritten,
): Promise<{ id: Id<'acc'>; email: string }> {
  const { id, email } = account;
  await sql`insert into accounts (id, name, email, email_verified, created_at, updated_at)
    values (${id}, ${account.name}, ${email}, true, ${at(account.now)}, ${at(account.now)})
    on conflict (email) do nothing`.execute(tx);
  const { rows } = await sql<{ id: Id<'acc'> }>`select id from accounts where email = ${email}`.execute(tx);
  const found = rows[0]?.id ?? id;
  await sql`insert into credentials (id, account_id, provider_id, provider_account_id, password,
    created_at, updated_at)
    values (${account.credentialId}, ${found}, 'credential', ${found}, ${account.hash}, ${at(account.now)},
      ${at(account.now)})
    on conflict (provider_id, provider_account_id) do nothing`.execute(tx);
  await sql`update customers set account_id = ${found} where email = ${email}
    and account_id is null`.execute(tx);
  return { id: found, email };
}

/** The only legal entity, as long as nobody has said who it is. */
export async function findBareEntity(tx: Database): Promise<Id<'ent'> | null> {
  const { rows } = await sql<{ id: Id<'ent'>; bare: boolean }>`select id, address = ''
    and tax_number is null as bare from legal_entities`.execute(tx);
  const [only] = rows;
  return rows.length === 1 && only?.bare === true ? only.id : null;
}

/** The invoices issued last, the oldest of them first. */
export async function listLastInvoices(
  tx: Database,
  count: number,
): Promise<readonly { id: string; issuedAt: Instant }[]> {
  const { rows } = await sql<{ id: string; issuedAt: Instant }>`select id, issued_at from invoices
    where number is not null order by issued_at desc, number_in_series desc limit ${count}`.execute(tx);
  return rows.toReversed();
}
