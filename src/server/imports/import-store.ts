import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { JudgedRow } from '../../domain/imports/row.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, json } from '../platform/database/sql.ts';

export interface ImportRow {
  readonly id: Id<'imp'>;
  readonly layout: 'nexudusCustomers';
  readonly fileName: string;
  readonly defaultLocationId: Id<'loc'> | null;
  readonly header: readonly string[];
  readonly totals: Totals;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  readonly runAt: Instant | null;
  readonly undoneAt: Instant | null;
}

export interface Totals {
  readonly rows: number;
  readonly contract: number;
  readonly contact: number;
  readonly unchanged: number;
  readonly error: number;
}

export interface KeptRow {
  readonly row: number;
  readonly outcome: 'contract' | 'contact' | 'unchanged' | 'error';
  readonly atColumn: string | null;
  readonly code: 'invalid' | 'missing' | 'unknown' | 'duplicateInFile' | null;
  /** What stands in the column at fault, as long as the cells are kept. */
  readonly value: string | null;
  readonly email: string | null;
  readonly customerId: Id<'cus'> | null;
  readonly contractId: Id<'con'> | null;
  readonly keptBecause: string | null;
}

const valueCharsMax = 120;

const columns = sql`id, layout, file_name, default_location_id, header, totals, made_at, made_by, run_at,
  undone_at`;

export async function insertImport(
  tx: Database,
  row: Omit<ImportRow, 'runAt' | 'undoneAt'>,
): Promise<void> {
  await sql`insert into imports (id, layout, file_name, default_location_id, header, totals, made_at, made_by)
    values (${row.id}, ${row.layout}, ${row.fileName}, ${row.defaultLocationId}, ${json(row.header)},
      ${json(row.totals)},
      ${at(row.madeAt)}, ${row.madeBy})`.execute(tx);
}

/** Rows with their cells as they stood in the file, so that a run judges them anew. */
export async function insertRows(
  tx: Database,
  importId: string,
  rows: readonly (JudgedRow & { cells: readonly string[] })[],
): Promise<void> {
  const written = rows.map((row) => ({
    row: row.row,
    outcome: row.outcome,
    email: row.email,
    cells: row.cells,
    ...(row.outcome === 'error' && { at_column: row.column, code: row.code }),
  }));
  await sql`insert into import_rows (import_id, row, outcome, at_column, code, email, cells)
    select ${importId}, row, outcome, at_column, code, email, cells
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb)
      as r (row int, outcome text, at_column text, code text, email text, cells jsonb)`.execute(tx);
}

export async function listImports(
  tx: Database,
  page: { madeBy: string | null; before: string | null; limit: number },
): Promise<readonly ImportRow[]> {
  const before = page.before === null ? sql`true` : sql`id < ${page.before}`;
  const madeBy = page.madeBy === null ? sql`true` : sql`made_by = ${page.madeBy}`;
  const { rows } =
    await sql<ImportRow>`select ${columns}
      from imports where ${before} and ${madeBy} order by id desc limit ${page.limit}`.execute(
      tx,
    );
  return rows;
}

export async function findImport(tx: Database, id: string): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports where id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** The import, kept from being run or undone by somebody else until the end of this transaction. */
export async function lockImport(tx: Database, id: string): Promise<ImportRow | null> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports where id = ${id} for update`.execute(
    tx,
  );
  return rows[0] ?? null;
}

export async function listRows(
  tx: Database,
  importId: string,
  outcome: string | null,
): Promise<readonly KeptRow[]> {
  const only = outcome === null ? sql`` : sql`and outcome = ${outcome}`;
  const { rows } = await sql<KeptRow>`
    with places as (
      select lower(trim(h.name)) as name, min(h.place)::int - 1 as place
      from imports i cross join jsonb_array_elements_text(i.header) with ordinality as h (name, place)
      where i.id = ${importId} group by 1
    )
    select r.row, r.outcome, r.at_column, r.code, left(r.cells ->> p.place, ${valueCharsMax}::int) as value,
      r.email, r.customer_id, r.contract_id, r.kept_because
    from import_rows r left join places p on p.name = lower(r.at_column)
    where r.import_id = ${importId} ${only} order by r.row`.execute(tx);
  return rows;
}

export async function listCells(
  tx: Database,
  importId: string,
): Promise<readonly { row: number; cells: readonly string[] }[]> {
  const { rows } = await sql<{ row: number; cells: readonly string[] }>`
    select row, cells from import_rows where import_id = ${importId} order by row`.execute(tx);
  return rows;
}

export interface RunOutcome {
  readonly row: number;
  readonly outcome: string;
  readonly at_column: string | null;
  readonly code: string | null;
  readonly customer_id: string | null;
  readonly contract_id: string | null;
}

/** What became of each row; the cells have done their work and are forgotten. */
export async function recordOutcomes(
  tx: Database,
  importId: string,
  outcomes: readonly RunOutcome[],
): Promise<void> {
  await sql`update import_rows r set outcome = o.outcome, at_column = o.at_column, code = o.code,
      customer_id = o.customer_id, contract_id = o.contract_id, cells = null
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as o (row int, outcome text, at_column text, code text, customer_id text, contract_id text)
    where r.import_id = ${importId} and r.row = o.row`.execute(tx);
}

export async function markRun(
  tx: Database,
  run: { id: string; at: Instant; by: string | null; totals: Totals },
): Promise<void> {
  await sql`update imports set run_at = ${at(run.at)}, run_by = ${run.by}, totals = ${json(run.totals)}
    where id = ${run.id}`.execute(tx);
}

export async function markUndone(
  tx: Database,
  undo: { id: string; at: Instant; by: string | null },
): Promise<void> {
  await sql`update imports set undone_at = ${at(undo.at)},
    undone_by = ${undo.by} where id = ${undo.id}`.execute(
    tx,
  );
}
