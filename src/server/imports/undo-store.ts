import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

/** What a customer may have without having done anything: taken away with it. */
const ownOfCustomers = ['contracts', 'suspensions', 'portal_access_changes', 'archivings', 'invitations'];
const ownOfContracts = ['contract_terms', 'contract_freezes'];

/** Rows of a table that do not keep what they point at, because nobody did anything with them. */
const idle: Readonly<Record<string, RawBuilder<unknown>>> = {
  // What a plan gave as time went by (PAS-4), as long as none of it was used.
  benefit_grants: sql`(r.source = 'plan' and not exists (select from benefit_entries e
    where e.grant_id = r.id and e.kind <> 'granted'))`,
  // Drafts are proposals: whoever asks again gets what is true then (RUN-4).
  invoices: sql`(r.state = 'draft')`,
  invoice_lines: sql`exists (select from invoices i where i.id = r.invoice_id and i.state = 'draft')`,
};

/** Being written to is not being edited. */
const idleActions = ['customer.invited'];

export interface Touched {
  readonly id: string;
  readonly because: string;
}

interface Reference {
  readonly tableName: string;
  readonly columnName: string;
}

/**
 * Customers of an import that have since done something or been edited, and why they stay: everything that
 * points at a customer keeps it, and everything the audit log says about it, whichever word it belongs to.
 */
export async function listTouched(
  tx: Database,
  importId: string,
  runAt: Instant,
): Promise<{ customers: readonly Touched[]; contracts: readonly Touched[] }> {
  const customers = await sql<Touched>`
    select c.id, coalesce(
      ${firstReference('customers', 'c', await referencesTo(tx, 'customers', ownOfCustomers))},
      case when c.account_id is not null then 'account' end,
      (select 'edited' from audit_entries a where (a.customer_id = c.id or a.about_id = c.id)
        and a.at >= ${at(runAt)} and not a.action = any(${idleActions}) limit 1),
      (select 'contract' from contracts k where k.customer_id = c.id and k.import_id is distinct
        from ${importId} limit 1)
    ) as because
    from customers c where c.import_id = ${importId}`.execute(tx);
  const contracts = await sql<Touched>`
    select k.id, coalesce(
      ${firstReference('contracts', 'k', await referencesTo(tx, 'contracts', ownOfContracts))},
      (select 'edited' from audit_entries a where a.about_id = k.id and a.at >= ${at(runAt)} limit 1)
    ) as because
    from contracts k where k.import_id = ${importId}`.execute(tx);
  const kept = ({ because }: Touched): boolean => because !== null;
  return { customers: customers.rows.filter(kept), contracts: contracts.rows.filter(kept) };
}

/** The name of the first table that points at the row, as an expression; null where none does. */
function firstReference(table: string, alias: string, references: readonly Reference[]) {
  const found = references.map(
    ({ tableName, columnName }) => sql`
    when exists (select 1 from ${sql.table(tableName)} r
      where r.${sql.ref(columnName)} = ${sql.ref(`${alias}.id`)}
        and not ${idle[tableName] ?? sql`false`})
    then ${sql.lit(tableName)}`,
  );
  return found.length === 0 ? sql`null` : sql`case ${sql.join(found, sql` `)} end`;
}

/** Tables that point at a table by a foreign key, except those that belong to it. */
async function referencesTo(
  tx: Database,
  table: string,
  own: readonly string[],
): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select t.relname as table_name, a.attname as column_name
    from pg_constraint f join pg_class t on t.oid = f.conrelid
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and f.confrelid = ${table}::regclass and not t.relname = any(${[...own]})
    order by t.relname, a.attname`.execute(tx);
  return rows;
}

/** Contracts of the import, except those that stay with their customer or for themselves. */
export async function deleteContracts(
  tx: Database,
  importId: string,
  stay: { customers: readonly string[]; contracts: readonly string[] },
): Promise<number> {
  const going = sql`select id from contracts where import_id = ${importId}
    and not id = any(${[...stay.contracts]}) and not customer_id = any(${[...stay.customers]})`;
  await deleteIdle(tx, {
    grants: sql`contract_id in (${going})`,
    drafts: sql`id in (select invoice_id from invoice_lines where contract_id in (${going}))`,
  });
  await sql`delete from contract_freezes where contract_id in (${going})`.execute(tx);
  await sql`delete from contract_terms where contract_id in (${going})`.execute(tx);
  const { numAffectedRows } = await sql`delete from contracts where id in (${going})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Customers of the import with what belongs to them, except those that stay. */
export async function deleteCustomers(
  tx: Database,
  importId: string,
  stay: readonly string[],
): Promise<number> {
  const going = sql`select id from customers where import_id = ${importId} and not id = any(${[...stay]})`;
  await deleteIdle(tx, {
    grants: sql`customer_id in (${going})`,
    drafts: sql`customer_id in (${going})`,
  });
  await sql`delete from invitations where customer_id in (${going})`.execute(tx);
  await sql`delete from notes where about_id in (${going})`.execute(tx);
  await sql`delete from suspensions where customer_id in (${going})`.execute(tx);
  await sql`delete from portal_access_changes where customer_id in (${going})`.execute(tx);
  await sql`delete from archivings where customer_id in (${going})`.execute(tx);
  const { numAffectedRows } = await sql`delete from customers where id in (${going})`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Customers who were there before lose the suspension that the import gave them, as long as it is open. */
export async function deleteSuspensionsOfKnown(
  tx: Database,
  importId: string,
  runAt: Instant,
): Promise<void> {
  await sql`delete from suspensions s using import_rows r, customers c
    where r.import_id = ${importId} and r.customer_id = s.customer_id and c.id = s.customer_id
      and c.import_id is distinct from ${importId}
      and s.cause = 'import' and s.started_at = ${at(runAt)} and s.ended_at is null`.execute(tx);
}

/** Grants that were never used, and drafts: all that is left of them where the undo has come this far. */
async function deleteIdle(
  tx: Database,
  which: { grants: RawBuilder<unknown>; drafts: RawBuilder<unknown> },
): Promise<void> {
  const grants = sql`select id from benefit_grants where ${which.grants}`;
  await sql`delete from benefit_entries where grant_id in (${grants})`.execute(tx);
  await sql`delete from benefit_grants where ${which.grants}`.execute(tx);
  const { rows } = await sql<{ id: string }>`select id from invoices
    where state = 'draft' and ${which.drafts}`.execute(tx);
  const ids = rows.map(({ id }) => id);
  await sql`delete from invoice_lines where invoice_id = any(${ids})`.execute(tx);
  await sql`delete from invoices where id = any(${ids})`.execute(tx);
}

/** Why rows were kept, and the end of what pointed at things that are gone. */
export async function recordUndo(tx: Database, importId: string, kept: readonly Touched[]): Promise<void> {
  await sql`update import_rows r set kept_because = k.because
    from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as k (id text, because text)
    where r.import_id = ${importId} and r.customer_id = k.id`.execute(tx);
  await sql`update import_rows r set customer_id = null, contract_id = null
    where r.import_id = ${importId} and kept_because is null`.execute(tx);
}

/** Those of an import's customers that may be written to: not taken back, nor put away since. */
export async function listStillThere(
  tx: Database,
  importId: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select c.id from customers c
    where c.import_id = ${importId} and c.id = any(${[...ids]}) and not exists
      (select from archivings v where v.customer_id = c.id and v.ended_at is null) order by c.id`.execute(tx);
  return rows.map(({ id }) => id);
}
