import { sql } from 'kysely';
import type { InvoiceState } from '../../../domain/billing/invoice.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';
import type { LineRow } from './invoice-store.ts';

/**
 * The next numbers of a series; its row stays locked until the issuing transaction ends, so there is no gap
 * (INV-2).
 */
export async function takeNumbers(
  tx: Database,
  series: { legalEntityId: string; series: string; count: number },
): Promise<{ first: number }> {
  const { rows } = await sql<{ last: number }>`
    insert into invoice_series (legal_entity_id, series, last_number)
    values (${series.legalEntityId}, ${series.series}, ${series.count})
    on conflict (legal_entity_id, series) do update
      set last_number = invoice_series.last_number + excluded.last_number
    returning last_number as last`.execute(tx);
  return { first: (rows[0]?.last ?? 0) - series.count + 1 };
}

export interface Issue {
  readonly id: string;
  readonly series: string;
  readonly numberInSeries: number;
  readonly number: string;
  readonly issuedDay: Day;
  readonly dueDay: Day;
  readonly state: InvoiceState;
}

/** Answers how many were still drafts. */
export async function setIssued(tx: Database, issues: readonly Issue[], now: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    update invoices i set state = r.state, series = r.series, number_in_series = r."numberInSeries",
      number = r.number,
      issued_at = ${at(now)}, issued_day = r."issuedDay", due_day = r."dueDay"
    from jsonb_to_recordset(${JSON.stringify(issues)}::jsonb) as r (id text, series text,
      "numberInSeries" int, number text,
      "issuedDay" date, "dueDay" date, state text)
    where i.id = r.id and i.state = 'draft'`.execute(tx);
  return Number(numAffectedRows ?? 0);
}

/** Whoever bills a cycle's line second is refused by the primary key (RUN-2). */
export async function insertBilledCycles(
  tx: Database,
  lines: readonly LineRow[],
  now: Instant,
): Promise<void> {
  const rows = lines
    .filter(({ facts }) => facts.cycle !== null)
    .map((line) => ({
      contractId: line.contractId,
      cycleStartDay: line.cycleStartDay,
      ...line.facts.cycle,
      amount: line.amount,
      lineId: line.id,
    }));
  if (rows.length === 0) return;
  await sql`
    insert into billed_cycles (contract_id, cycle_start_day, item, number, amount, covered_until_day,
      billed_at, invoice_line_id)
    select r."contractId", r."cycleStartDay", r.item, r.number, r.amount, r."coveredUntilDay",
      ${at(now)}, r."lineId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("contractId" text,
      "cycleStartDay" date, item text,
      number int, amount bigint, "coveredUntilDay" date, "lineId" text)`.execute(tx);
}

/** How far an issued invoice is settled: all of it that may ever change. */
export async function setSettled(
  tx: Database,
  id: string,
  settled: { paid: number; credited: number; state: InvoiceState },
): Promise<void> {
  await sql`update invoices set paid = ${settled.paid}, credited = ${settled.credited},
    state = ${settled.state}
    where id = ${id}`.execute(tx);
}
