import { type RawBuilder, sql } from 'kysely';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Currency } from '../../../domain/kernel/money.ts';
import type { Database } from '../../platform/database/connect.ts';
import { among, at } from '../../platform/database/sql.ts';
import type { Statement } from '../../platform/database/statement.ts';

export interface ChargeRow {
  readonly id: Id<'chg'>;
  readonly customerId: Id<'cus'>;
  readonly customerName: string;
  readonly locationId: Id<'loc'>;
  readonly legalEntityId: Id<'ent'>;
  readonly sourceKind: string;
  readonly sourceId: string;
  readonly text: string;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly includesTax: boolean;
  readonly taxRate: number;
  readonly standing: 'member' | 'contact';
  readonly invoicing: 'now' | 'cycleEnd';
  readonly arisenAt: Instant;
  readonly ripeAt: Instant;
  readonly ripeDay: Day;
  readonly startDay: Day | null;
  readonly endDay: Day | null;
  readonly invoiceLineId: string | null;
  readonly invoiceId: Id<'inv'> | null;
  readonly invoiceNumber: string | null;
  readonly waivedAt: Instant | null;
  readonly waivedBy: string | null;
  readonly waiveReason: string | null;
  readonly voidedAt: Instant | null;
  readonly voidReason: string | null;
}

export type NewCharge = Omit<
  ChargeRow,
  | 'customerName'
  | 'invoiceLineId'
  | 'invoiceId'
  | 'invoiceNumber'
  | 'waivedAt'
  | 'waivedBy'
  | 'waiveReason'
  | 'voidedAt'
  | 'voidReason'
> & { readonly madeBy: string | null };

export const chargeWritten = (charge: NewCharge): Statement => sql`
  insert into charges (id, customer_id, location_id, legal_entity_id, source_kind, source_id, facts, text,
    quantity, unit_price, amount, currency, includes_tax, tax_rate, standing, invoicing, arisen_at, ripe_at,
    ripe_day, start_day, end_day, made_by)
  values (${charge.id}, ${charge.customerId}, ${charge.locationId}, ${charge.legalEntityId},
    ${charge.sourceKind}, ${charge.sourceId}, '{}', ${charge.text}, ${charge.quantity}, ${charge.unitPrice},
    ${charge.amount}, ${charge.currency}, ${charge.includesTax}, ${charge.taxRate}, ${charge.standing},
    ${charge.invoicing}, ${at(charge.arisenAt)}, ${at(charge.ripeAt)}, ${charge.ripeDay}::date,
    ${charge.startDay}::date, ${charge.endDay}::date, ${charge.madeBy})`;

export interface ChargeFilter {
  readonly ids?: readonly string[];
  readonly customerIds?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly source?: { readonly kind?: string; readonly id?: string };
  readonly state?: 'waiting' | 'invoiced' | 'waived' | 'void';
  readonly throughDay?: Day;
  readonly beforeId?: string;
  readonly limit?: number;
}

const onInvoice = sql`left join invoice_lines l on l.id = g.invoice_line_id
  left join invoices i on i.id = l.invoice_id`;

/** Charges with the invoice they are on, the newest first. */
export async function listCharges(tx: Database, filter: ChargeFilter): Promise<readonly ChargeRow[]> {
  const limit = filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`;
  // What waits is on no invoice, and a billing run asks for it for many payers at once.
  const { shown, joined } = filter.state === 'waiting'
    ? { shown: sql`null as invoice_id, null as invoice_number`, joined: sql`` }
    : { shown: sql`i.id as invoice_id, i.number as invoice_number`, joined: onInvoice };
  const { rows } = await sql<ChargeRow>`
    select g.*, u.name as customer_name, ${shown}
    from charges g join customers u on u.id = g.customer_id ${joined}
    where ${sql.join(conditions(filter), sql` and `)} order by g.id desc ${limit}`.execute(tx);
  return rows;
}

const states = {
  waiting: sql`(g.invoice_line_id is null and g.waived_at is null and g.voided_at is null)`,
  invoiced: sql`(g.invoice_line_id is not null and g.voided_at is null)`,
  waived: sql`(g.waived_at is not null)`,
  void: sql`(g.voided_at is not null)`,
};

function conditions(filter: ChargeFilter): RawBuilder<unknown>[] {
  const list: RawBuilder<unknown>[] = [sql`true`];
  if (filter.ids) list.push(sql`g.id = any(${[...filter.ids]})`);
  if (filter.customerIds) list.push(sql`g.customer_id = any(${[...filter.customerIds]})`);
  if (filter.locationIds) list.push(among('g.location_id', filter.locationIds));
  if (filter.source?.kind) list.push(sql`g.source_kind = ${filter.source.kind}`);
  if (filter.source?.id) list.push(sql`g.source_id = ${filter.source.id}`);
  if (filter.state) list.push(states[filter.state]);
  if (filter.throughDay) list.push(sql`g.ripe_day <= ${filter.throughDay}`);
  if (filter.beforeId) list.push(sql`g.id < ${filter.beforeId}`);
  return list;
}

/** The charge, kept from being invoiced, waived or voided by somebody else until this transaction ends. */
export async function lockCharges(tx: Database, ids: readonly string[]): Promise<void> {
  await sql`select 1 from charges where id = any(${[...ids]}) order by id for update`.execute(tx);
}

export async function setWaived(
  tx: Database,
  id: string,
  { by, reason, now }: { by: string | null; reason: string; now: Instant },
): Promise<boolean> {
  const { numAffectedRows } =
    await sql`update charges set waived_at = ${at(now)}, waived_by = ${by}, waive_reason = ${reason}
    where id = ${id} and invoice_line_id is null and waived_at is null and voided_at is null`.execute(tx);
  return numAffectedRows === 1n;
}

export async function setVoided(
  tx: Database,
  id: string,
  { reason, now }: { reason: string; now: Instant },
): Promise<void> {
  await sql`update charges set voided_at = ${at(now)}, void_reason = ${reason} where id = ${id}`.execute(
    tx,
  );
}

/** Ties charges to the lines that bill them. Answers how many were still free. */
export async function setInvoiced(
  tx: Database,
  lines: readonly { readonly chargeId: string; readonly lineId: string }[],
): Promise<number> {
  if (lines.length === 0) return 0;
  const { numAffectedRows } = await sql`
    update charges set invoice_line_id = new.line_id
    from unnest(${lines.map(({ chargeId }) => chargeId)}::text[],
      ${lines.map(({ lineId }) => lineId)}::text[])
      as new (charge_id, line_id)
    where charges.id = new.charge_id and invoice_line_id is null and waived_at is null
      and voided_at is null`.execute(
    tx,
  );
  return Number(numAffectedRows ?? 0);
}

export async function sumWaiting(
  tx: Database,
  locationIds: readonly string[],
): Promise<readonly { currency: string; count: number; amount: number }[]> {
  const { rows } = await sql<{ currency: string; count: number; amount: number }>`
    select g.currency, count(*)::int as count, sum(g.amount)::bigint as amount from charges g
    where g.location_id = any(${[...locationIds]}) and ${states.waiting} group by g.currency
      order by g.currency`.execute(
    tx,
  );
  return rows;
}
