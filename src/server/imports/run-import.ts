import { judgeRows } from '../../domain/imports/nexudus-customers.ts';
import { addressOf, readHeader } from '../../domain/imports/nexudus-header.ts';
import type { GoodRow, JudgedRow } from '../../domain/imports/row.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { chunkOf, totalsOf } from './create-import.ts';
import {
  type Importing,
  insertContracts,
  insertCustomers,
  insertNotes,
  insertSuspensions,
  listSuspendedByImport,
  type NewRow,
} from './imported-store.ts';
import {
  type ImportRow,
  listCells,
  lockImport,
  markRun,
  recordOutcomes,
  type RunOutcome,
} from './import-store.ts';
import { loadImportFacts } from './load-import-facts.ts';
import { mustSeeImport } from './see-import.ts';

/**
 * IMP-1: writes the good rows, all of them or none. They are judged anew against the network as it is now, so
 * that a preview of yesterday makes nothing twice.
 */
export async function runImport(work: Work, id: Id<'imp'>, leaveOut: 'errors' | 'nothing'): Promise<void> {
  const made = await mustSeeImport(work, await lockImport(work.tx, id), 'imports.write');
  if (made.runAt !== null) throw new Problem('importRun');
  const judged = await judgeAgain(work, made);
  const totals = totalsOf(judged);
  if (totals.error > 0 && leaveOut !== 'errors') throw new Problem('importHasErrors', { with: { totals } });

  const importing: Importing = { importId: id, now: work.now, by: work.caller.actorId };
  for (let from = 0; from < judged.length; from += chunkOf) {
    await writeRows(work, judged.slice(from, from + chunkOf), importing);
  }
  await markRun(work.tx, { id, at: work.now, by: work.caller.actorId, totals });
  work.audit({ action: 'import.run', aboutId: id, after: { totals } });
  work.tell({ kind: 'import.run', aboutId: id, facts: { totals } });
}

async function judgeAgain(work: Work, made: ImportRow): Promise<readonly JudgedRow[]> {
  const rows = await listCells(work.tx, made.id);
  const read = readHeader(made.header, made.defaultLocationId !== null);
  if ('absent' in read) throw new RangeError(`import ${made.id} was kept without its header`);
  const last = rows.at(-1)?.row ?? 1;
  const records: (readonly string[])[] = Array.from({ length: last - 1 }, () => []);
  for (const { row, cells } of rows) records[row - 2] = cells;
  const emails = rows.map(({ cells }) => addressOf(cells, read.layout));
  return judgeRows(records, read.layout, await loadImportFacts(work, emails, made.defaultLocationId));
}

/** Letters that one job writes. */
const invitedAtOnce = 20;

/** A few thousand rows with a handful of statements. */
async function writeRows(work: Work, rows: readonly JudgedRow[], importing: Importing): Promise<void> {
  const good = rows.filter((row): row is GoodRow => row.outcome !== 'error' && row.outcome !== 'unchanged');
  const sent = good.map((row): NewRow => ({
    row,
    customerId: row.facts.customerId ?? work.newId('cus'),
    contractId: row.facts.contract === null ? '' : work.newId('con'),
    suspensionId: row.facts.suspended ? work.newId('sus') : '',
    noteId: row.facts.note === '' ? '' : work.newId('not'),
  }));
  const fresh = sent.filter(({ row }) => row.facts.customerId === null);
  const inserted = await insertCustomers(work.tx, fresh, importing);
  const written = sent.filter(
    ({ row, customerId }) => row.facts.customerId !== null || inserted.has(customerId),
  );
  const known = written.filter(({ row }) => row.facts.customerId !== null && row.facts.suspended);
  const suspendedBefore = await listSuspendedByImport(
    work.tx,
    known.map(({ customerId }) => customerId),
  );
  await insertSuspensions(
    work.tx,
    written
      .filter(({ row, customerId }) => row.facts.suspended && !suspendedBefore.has(customerId))
      .map(({ suspensionId, customerId }) => ({ id: suspensionId, customerId })),
    importing,
  );
  await insertNotes(
    work.tx,
    written
      .filter(({ row }) => row.facts.note !== '' && row.facts.customerId === null)
      .map(({ noteId, customerId, row }) => ({ id: noteId, customerId, text: row.facts.note })),
    importing,
  );
  await insertContracts(work.tx, written, importing);
  const welcome = written.filter(({ row }) => row.facts.wantsInvitation && row.facts.customerId === null);
  for (let from = 0; from < welcome.length; from += invitedAtOnce) {
    const customerIds = welcome.slice(from, from + invitedAtOnce).map(({ customerId }) => customerId);
    work.job('inviteImported', { importId: importing.importId, customerIds });
  }
  const byRow = new Map(written.map((one) => [one.row.row, one]));
  await recordOutcomes(
    work.tx,
    importing.importId,
    rows.map((row) => outcomeOf(row, byRow.get(row.row))),
  );
}

const outcomeOf = (row: JudgedRow, written: NewRow | undefined): RunOutcome => ({
  row: row.row,
  outcome: row.outcome === 'error' ? 'error' : written === undefined ? 'unchanged' : row.outcome,
  at_column: row.outcome === 'error' ? row.column : null,
  code: row.outcome === 'error' ? row.code : null,
  customer_id: written?.customerId ?? null,
  contract_id: written !== undefined && written.row.facts.contract !== null ? written.contractId : null,
});
