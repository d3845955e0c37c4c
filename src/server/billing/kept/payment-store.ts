import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { among, at } from '../../platform/database/sql.ts';

export type Method = 'cash' | 'terminal' | 'transfer' | 'card' | 'other' | 'credit';

export interface PaymentRow {
  readonly id: Id<'pay'>;
  readonly customerId: Id<'cus'>;
  readonly customerName: string;
  readonly locationId: Id<'loc'>;
  readonly currency: string;
  readonly amount: number;
  readonly method: Method;
  readonly receivedDay: Day;
  readonly reference: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
  readonly allocations: readonly { invoiceId: Id<'inv'>; number: string; amount: number }[];
}

export interface NewPayment extends Omit<PaymentRow, 'customerName' | 'allocations'> {
  readonly creditNoteId: Id<'inv'> | null;
}

export async function insertPayment(tx: Database, { recordedAt, ...row }: NewPayment): Promise<void> {
  await tx
    .insertInto('payments')
    .values({ ...row, recordedAt: at(recordedAt) })
    .execute();
}

export async function insertAllocation(
  tx: Database,
  row: { paymentId: string; invoiceId: string; amount: number; now: Instant },
): Promise<void> {
  await sql`insert into payment_allocations (payment_id, invoice_id, amount, allocated_at)
    values (${row.paymentId}, ${row.invoiceId}, ${row.amount}, ${at(row.now)})
    on conflict (payment_id, invoice_id) do update
      set amount = payment_allocations.amount + excluded.amount`.execute(
    tx,
  );
}

export interface PaymentFilter {
  readonly ids?: readonly string[];
  readonly customerIds?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly invoiceIds?: readonly string[];
  readonly beforeId?: string;
  readonly limit?: number;
}

export async function listPayments(tx: Database, filter: PaymentFilter): Promise<readonly PaymentRow[]> {
  const list: RawBuilder<unknown>[] = [sql`true`];
  if (filter.ids) list.push(sql`p.id = any(${[...filter.ids]})`);
  if (filter.customerIds) list.push(sql`p.customer_id = any(${[...filter.customerIds]})`);
  if (filter.locationIds) list.push(among('p.location_id', filter.locationIds));
  if (filter.invoiceIds) {
    list.push(sql`exists (select 1 from payment_allocations a where a.payment_id = p.id
      and a.invoice_id = any(${[...filter.invoiceIds]}))`);
  }
  if (filter.beforeId) list.push(sql`p.id < ${filter.beforeId}`);
  const limit = filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`;
  const { rows } = await sql<PaymentRow>`
    select p.*, u.name as customer_name,
      (select coalesce(jsonb_agg(jsonb_build_object('invoiceId', a.invoice_id, 'number', i.number,
        'amount', a.amount)
         order by i.number), '[]')
       from payment_allocations a join invoices i on i.id = a.invoice_id
         where a.payment_id = p.id) as allocations
    from payments p join customers u on u.id = p.customer_id
    where ${sql.join(list, sql` and `)} order by p.id desc ${limit}`.execute(tx);
  return rows;
}

export interface AccountCredit {
  readonly paymentId: Id<'pay'>;
  readonly customerId: Id<'cus'>;
  readonly locationId: Id<'loc'>;
  readonly currency: string;
  readonly left: number;
}

/**
 * What is not allocated of payments, the oldest first: account credit (PAY-2). Locked until this transaction
 * ends.
 */
export async function takeAccountCredit(
  tx: Database,
  customerIds: readonly string[],
): Promise<readonly AccountCredit[]> {
  const { rows } = await sql<AccountCredit>`
    select p.id as payment_id, p.customer_id, p.location_id, p.currency, p.amount - coalesce(s.used,
      0) as left
    from payments p left join lateral
      (select sum(amount)::bigint as used from payment_allocations a where a.payment_id = p.id) s on true
    where p.customer_id = any(${[...customerIds]}) and p.amount > coalesce(s.used, 0)
    order by p.id for update of p`.execute(tx);
  return rows;
}

/** An issued invoice of which something is owed. */
export interface OpenInvoice {
  readonly id: Id<'inv'>;
  readonly customerId: Id<'cus'>;
  readonly legalEntityId: Id<'ent'>;
  readonly currency: string;
  readonly number: string;
  readonly total: number;
  readonly paid: number;
  readonly credited: number;
}

/**
 * What customers owe, the oldest first, locked until this transaction ends. An invoice that somebody is
 * settling at this moment is left to them.
 */
export async function takeOpenInvoices(
  tx: Database,
  customerIds: readonly string[],
): Promise<readonly OpenInvoice[]> {
  const { rows } = await sql<OpenInvoice>`
    select id, customer_id, legal_entity_id, currency, number, total, paid, credited from invoices
    where customer_id = any(${[...customerIds]}) and state in ('issued', 'partlyPaid')
      and total > paid + credited
    order by issued_at, number_in_series, id for update skip locked`.execute(tx);
  return rows;
}
