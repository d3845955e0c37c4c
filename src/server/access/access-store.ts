import { sql } from 'kysely';
import type { AccessLevel, PortalSection } from '../../domain/access/section.ts';
import type { SuspensionCause } from '../../domain/customers/customer.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Database } from '../platform/database/connect.ts';
import { among } from '../platform/database/sql.ts';
import { type Query, rowsOf } from '../platform/database/together.ts';

/** A period as it is folded into one row: milliseconds. */
interface Folded {
  readonly start: number;
  readonly end: number | null;
}

export interface CustomerRow {
  readonly id: Id<'cus'>;
  readonly name: string;
  readonly homeLocationId: Id<'loc'>;
  readonly suspensions: readonly (Folded & { readonly id: Id<'sus'>; readonly cause: SuspensionCause })[];
  readonly archivings: readonly Folded[];
  readonly portalAccess: readonly { readonly start: number; readonly allowed: boolean }[];
}

/** Customers with all their periods: one, several, or all there are. */
export function customerPeriodsQuery(ids: readonly string[] | 'all'): Query<CustomerRow> {
  const where = ids === 'all' ? sql`true` : among('u.id', ids);
  return sql<CustomerRow>`
    select u.id, u.name, u.home_location_id,
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'cause', s.cause,
         'start', ${ms('s.started_at')},
         'end', ${ms('s.ended_at')}) order by s.started_at), '[]')
       from suspensions s where s.customer_id = u.id) as suspensions,
      (select coalesce(jsonb_agg(jsonb_build_object('start', ${ms('a.started_at')},
         'end', ${ms('a.ended_at')})
         order by a.started_at), '[]')
       from archivings a where a.customer_id = u.id) as archivings,
      (select coalesce(jsonb_agg(jsonb_build_object('start', ${ms('p.from_at')}, 'allowed', p.allowed)
         order by p.from_at), '[]')
       from portal_access_changes p where p.customer_id = u.id) as portal_access
    from customers u where ${where}`;
}

export const listCustomerPeriods = (tx: Database, ids: readonly string[] | 'all'): Promise<CustomerRow[]> =>
  rowsOf(tx, customerPeriodsQuery(ids));

export interface InvoiceDebtRow {
  readonly invoiceId: Id<'inv'>;
  readonly currency: string;
  readonly dueDay: Day;
  readonly total: number;
  /** What was paid or credited, in order. */
  readonly settled: readonly { readonly at: number; readonly amount: number }[];
}

/**
 * Issued invoices with what was paid of them and when: what may block (ACC-7). None where no location ever
 * set a limit, and none is assumed.
 */
export const debtsQuery = (
  customerId: string | null, { assumed = false } = {},
): Query<InvoiceDebtRow> => sql<InvoiceDebtRow>`
    select i.id as invoice_id, i.currency, i.due_day, i.total - i.credited as total,
      (select coalesce(jsonb_agg(jsonb_build_object('at', ${ms('a.allocated_at')}, 'amount', a.amount)
         order by a.allocated_at), '[]')
       from payment_allocations a where a.invoice_id = i.id) as settled
    from invoices i
    where i.customer_id = ${customerId} and i.kind = 'invoice'
      and i.state in ('issued', 'partlyPaid', 'paid') and i.due_day is not null and i.total > i.credited
      and (${assumed}::boolean
        or exists (select from location_settings s where s.name = 'overdueLimit' and s.value <> 'null'))
    order by i.due_day, i.id`;

export interface LevelsRow {
  readonly id: Id<'lvl'>;
  readonly locationId: Id<'loc'>;
  readonly version: number | null;
  readonly levels: Partial<Record<PortalSection, AccessLevel | null>>;
  readonly inForceFrom: number | null;
  readonly madeAt: number;
  readonly madeBy: string | null;
}

/** Published levels of all locations, in order of their instant; a network has few. */
export async function listLevels(tx: Database): Promise<LevelsRow[]> {
  const { rows } = await sql<LevelsRow>`
    select id, location_id, version, levels, in_force_from, made_at, made_by from portal_access_versions
    where version is not null and withdrawn_at is null order by in_force_from, version`.execute(tx);
  return rows;
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

export interface InvoiceRow {
  readonly id: Id<'inv'>;
  readonly customerId: Id<'cus'>;
  readonly number: string | null;
  readonly state: string;
}

export async function findInvoice(tx: Database, id: string): Promise<InvoiceRow | undefined> {
  const { rows } =
    await sql<InvoiceRow>`select id, customer_id, number, state from invoices where id = ${id}`.execute(tx);
  return rows[0];
}

export async function findHome(tx: Database, customerId: string): Promise<Id<'loc'> | undefined> {
  const { rows } = await sql<{ home: Id<'loc'> }>`select home_location_id as home from customers
    where id = ${customerId}`.execute(tx);
  return rows[0]?.home;
}
