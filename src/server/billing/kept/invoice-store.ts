import { type RawBuilder, sql } from 'kysely';
import type { InvoiceState } from '../../../domain/billing/invoice.ts';
import type { LineKind } from '../../../domain/billing/proposal.ts';
import type { Flag } from '../../../domain/billing/review.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { formatInstant, type Instant } from '../../../domain/kernel/instant.ts';
import type { Currency } from '../../../domain/kernel/money.ts';
import type { Database } from '../../platform/database/connect.ts';
import { among } from '../../platform/database/sql.ts';

/** Seller and buyer as they were when the document was made. */
export interface Party {
  readonly name: string;
  readonly address: string;
  readonly taxNumber: string | null;
}

export interface Seller extends Party {
  /** Where a transfer goes. */
  readonly bankDetails?: string;
}

export interface InvoiceRow {
  readonly id: Id<'inv'>;
  readonly kind: 'invoice' | 'creditNote';
  readonly state: InvoiceState;
  readonly legalEntityId: Id<'ent'>;
  readonly number: string | null;
  readonly numberInSeries: number | null;
  readonly customerId: Id<'cus'>;
  readonly customerName: string;
  readonly locationId: Id<'loc'>;
  readonly currency: Currency;
  readonly language: string;
  readonly seller: Seller;
  readonly buyer: Party;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly madeAt: Instant;
  readonly issuedAt: Instant | null;
  readonly issuedDay: Day | null;
  readonly dueDays: number;
  readonly dueDay: Day | null;
  readonly creditsInvoiceId: Id<'inv'> | null;
  readonly reason: string | null;
  readonly runId: Id<'run'> | null;
  readonly fingerprint: string | null;
  readonly flags: readonly Flag[];
  readonly decision: 'ok' | 'held' | 'skipped' | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly decidedByName: string | null;
  readonly paid: number;
  readonly credited: number;
}

export interface LineRow {
  readonly id: Id<'lin'>;
  readonly invoiceId: Id<'inv'>;
  readonly position: number;
  readonly kind: LineKind;
  readonly text: string;
  readonly facts: LineFacts;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly amount: number;
  readonly includesTax: boolean;
  readonly taxRate: number;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly startDay: Day | null;
  readonly endDay: Day | null;
  readonly contractId: Id<'con'> | null;
  readonly cycleStartDay: Day | null;
  readonly chargeId: Id<'chg'> | null;
  readonly creditsLineId: Id<'lin'> | null;
}

/** What a line's text was made of, and which cycle it bills. */
export interface LineFacts {
  readonly name: string;
  readonly days: { readonly billed: number; readonly of: number } | null;
  readonly reason: string | null;
  readonly cycle: {
    readonly item: 'cycle' | 'signUpFee';
    readonly number: number;
    readonly coveredUntilDay: Day;
  } | null;
  readonly source: { readonly kind: string; readonly id: string } | null;
}

export type NewInvoice = Omit<
  InvoiceRow,
  | 'customerName'
  | 'number'
  | 'numberInSeries'
  | 'state'
  | 'issuedAt'
  | 'issuedDay'
  | 'dueDay'
  | 'decision'
  | 'decidedAt'
  | 'decidedBy'
  | 'decidedByName'
  | 'paid'
  | 'credited'
>;

/** Drafts and their lines, any number in two statements. */
export async function insertDrafts(
  tx: Database,
  invoices: readonly NewInvoice[],
  lines: readonly LineRow[],
): Promise<void> {
  if (invoices.length === 0) return;
  const rows = invoices.map(({ madeAt, ...invoice }) => ({
    ...invoice,
    madeAt: new Date(madeAt).toISOString(),
  }));
  await sql`
    insert into invoices (id, kind, legal_entity_id, customer_id, location_id, currency, language,
      seller, buyer, net, tax,
      total, made_at, due_days, credits_invoice_id, reason, run_id, fingerprint, flags)
    select r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, kind text,
      "legalEntityId" text,
      "customerId" text, "locationId" text, currency text, language text, seller jsonb, buyer jsonb,
        net bigint, tax bigint,
      total bigint, "madeAt" timestamptz, "dueDays" int, "creditsInvoiceId" text, reason text, "runId" text,
      fingerprint text, flags jsonb)`.execute(tx);
  await insertLines(tx, lines);
}

async function insertLines(tx: Database, lines: readonly LineRow[]): Promise<void> {
  await sql`
    insert into invoice_lines (id, invoice_id, position, kind, text, facts, quantity, unit_price,
      amount, includes_tax,
      tax_rate, net, tax, total, start_day, end_day, contract_id, cycle_start_day, charge_id, credits_line_id)
    select r.* from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as r (id text, "invoiceId" text,
      position int,
      kind text, text text, facts jsonb, quantity int, "unitPrice" bigint, amount bigint,
        "includesTax" boolean,
      "taxRate" int, net bigint, tax bigint, total bigint, "startDay" date, "endDay" date, "contractId" text,
      "cycleStartDay" date, "chargeId" text, "creditsLineId" text)`.execute(tx);
}

export async function deleteDrafts(tx: Database, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from invoice_lines where invoice_id = any(${[...ids]})`.execute(tx);
  await sql`delete from invoices where id = any(${[...ids]}) and state = 'draft'`.execute(tx);
}

export interface InvoiceFilter {
  readonly ids?: readonly string[];
  readonly customerIds?: readonly string[];
  /** Those of teams, as their managers may see them. */
  readonly teamIds?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly runId?: string;
  readonly kind?: 'invoice' | 'creditNote';
  readonly state?: InvoiceState | 'overdue' | 'open' | 'notDraft';
  readonly q?: string;
  /** By location, the day before which a due day is overdue. */
  readonly overdueBefore?: readonly { readonly locationId: string; readonly day: Day }[];
  readonly before?: InvoiceKey;
  readonly limit?: number;
  readonly byName?: boolean;
}

/** Where a page of the list ends: when, which number, which one. */
export type InvoiceKey = readonly [at: string, number: number, id: string];

export const keyOfInvoice = ({ issuedAt, madeAt, numberInSeries, id }: InvoiceRow): InvoiceKey => [
  formatInstant(issuedAt ?? madeAt),
  numberInSeries ?? 0,
  id,
];

/** By name, those before all that somebody still has to look at. */
const undecidedFirst = sql`(i.state = 'draft' and i.decision is null and i.flags <> '[]') desc, u.name, i.id`;

const newestFirst = sql`coalesce(i.issued_at, i.made_at) desc,
  coalesce(i.number_in_series, 0) desc, i.id desc`;

/** Invoices without their lines, the newest first. */
export async function listInvoices(tx: Database, filter: InvoiceFilter): Promise<readonly InvoiceRow[]> {
  const limit = filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`;
  const { rows } = await sql<InvoiceRow>`
    select i.*, u.name as customer_name, a.name as decided_by_name
    from invoices i join customers u on u.id = i.customer_id
      left join admins d on d.id = i.decided_by left join accounts a on a.id = d.account_id
    where ${sql.join(conditions(filter), sql` and `)}
    order by ${filter.byName ? undecidedFirst : newestFirst} ${limit}`.execute(tx);
  return rows;
}

const owed = sql`(i.state in ('issued', 'partlyPaid') and i.total > i.paid + i.credited)`;

function conditions(filter: InvoiceFilter): RawBuilder<unknown>[] {
  const list: RawBuilder<unknown>[] = [sql`true`];
  if (filter.ids) list.push(sql`i.id = any(${[...filter.ids]})`);
  if (filter.customerIds) list.push(sql`i.customer_id = any(${[...filter.customerIds]})`);
  if (filter.teamIds) list.push(isOfTeams(filter.teamIds));
  if (filter.locationIds) list.push(among('i.location_id', filter.locationIds));
  if (filter.runId) list.push(sql`i.run_id = ${filter.runId}`);
  if (filter.kind) list.push(sql`i.kind = ${sql.lit(filter.kind)}`);
  if (filter.state === 'notDraft') list.push(sql`i.state <> 'draft'`);
  else if (filter.state === 'open') list.push(owed);
  else if (filter.state === 'overdue')
    list.push(
      owed,
      sql`exists (select 1
    from jsonb_to_recordset(${JSON.stringify(filter.overdueBefore ?? [])}::jsonb)
        as t ("locationId" text, day date)
    where t."locationId" = i.location_id and i.due_day < t.day)`,
    );
  else if (filter.state) list.push(sql`i.state = ${sql.lit(filter.state)}`);
  if (filter.q) list.push(sql`(i.number ilike ${like(filter.q)} or u.name ilike ${like(filter.q)})`);
  if (filter.before) {
    const [at, number, id] = filter.before;
    list.push(sql`(coalesce(i.issued_at, i.made_at), coalesce(i.number_in_series, 0), i.id)
      < (${at}::timestamptz, ${number}::int, ${id})`);
  }
  return list;
}

/**
 * PER-2: what bills a contract of the team, and nothing that is not its managers' to see: no contract of
 * another team, and of a person who pays nothing else either.
 */
const isOfTeams = (teamIds: readonly string[]): RawBuilder<unknown> => sql`(i.state <> 'draft'
  and exists (select 1 from invoice_lines n join contracts c on c.id = n.contract_id
    where n.invoice_id = i.id and c.team_id = any(${[...teamIds]}))
  and not exists (select 1 from invoice_lines n left join contracts c on c.id = n.contract_id
    where n.invoice_id = i.id and (c.team_id <> all(${[...teamIds]})
      or (c.team_id is null and u.kind = 'individual'))))`;

const like = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

export async function listLines(tx: Database, invoiceIds: readonly string[]): Promise<readonly LineRow[]> {
  if (invoiceIds.length === 0) return [];
  const { rows } = await sql<LineRow>`select * from invoice_lines where invoice_id = any(${[...invoiceIds]})
    order by invoice_id, position`.execute(tx);
  return rows;
}

/** What credit notes have taken of lines. */
export async function listCredited(
  tx: Database,
  lineIds: readonly string[],
): Promise<ReadonlyMap<string, { amount: number; net: number; tax: number; total: number }>> {
  const { rows } = await sql<{ lineId: string; amount: number; net: number; tax: number; total: number }>`
    select credits_line_id as line_id, -sum(amount)::bigint as amount, -sum(net)::bigint as net,
      -sum(tax)::bigint as tax,
      -sum(total)::bigint as total
    from invoice_lines where credits_line_id = any(${[...lineIds]}) group by credits_line_id`.execute(tx);
  return new Map(rows.map(({ lineId, ...sums }) => [lineId, sums]));
}

export async function lockInvoices(tx: Database, ids: readonly string[]): Promise<void> {
  await sql`select 1 from invoices where id = any(${[...ids]}) order by id for update`.execute(tx);
}
