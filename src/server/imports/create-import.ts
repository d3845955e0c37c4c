import { readTable } from '../../domain/imports/csv.ts';
import { judgeRows } from '../../domain/imports/nexudus-customers.ts';
import { addressOf, type HeaderFault, type Layout, readHeader } from '../../domain/imports/nexudus-header.ts';
import type { JudgedRow } from '../../domain/imports/row.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { insertImport, insertRows, type Totals } from './import-store.ts';
import { loadImportFacts } from './load-import-facts.ts';

export interface UploadedFile {
  readonly name: string;
  readonly content: Buffer;
  readonly defaultLocationId: Id<'loc'> | null;
}

const rowsMax = 250_000;
export const chunkOf = 5_000;

/** IMP-1: reads a file and judges each row. Nothing but the import itself is written. */
export async function createImport(work: Work, file: UploadedFile): Promise<Id<'imp'>> {
  const { header, records, layout } = readFile(file);
  const emails = records.map((cells) => addressOf(cells, layout));
  const facts = await loadImportFacts(work, emails, file.defaultLocationId);
  if (file.defaultLocationId !== null && facts.defaultPlace === null) {
    throw fieldProblem('locationId', 'unknown', 'There is no such location.');
  }
  const judged = judgeRows(records, layout, facts);

  const id = work.newId('imp');
  await insertImport(work.tx, {
    id,
    layout: 'nexudusCustomers',
    fileName: file.name.slice(0, 200),
    defaultLocationId: file.defaultLocationId,
    header,
    totals: totalsOf(judged),
    madeAt: work.now,
    madeBy: work.caller.actorId,
  });
  for (let from = 0; from < judged.length; from += chunkOf) {
    const chunk = judged.slice(from, from + chunkOf);
    await insertRows(
      work.tx,
      id,
      chunk.map((row) => ({ ...row, cells: records[row.row - 2] ?? [] })),
    );
  }
  work.audit({
    action: 'import.made',
    aboutId: id,
    after: { fileName: file.name, totals: totalsOf(judged) },
  });
  return id;
}

/** The records after the header; throws a 422 that says what is wrong with the file as a whole. */
function readFile(file: UploadedFile): {
  header: readonly string[];
  records: readonly (readonly string[])[];
  layout: Layout;
} {
  const { records, openQuoteRow } = readTable(textOf(file.content));
  const [header, ...rest] = records;
  if (header === undefined || header.every((cell) => cell.trim() === '')) throw new Problem('fileEmpty');
  const read = readHeader(header, file.defaultLocationId !== null);
  if ('absent' in read) throw headerProblem(read);
  if (openQuoteRow !== null) {
    throw new Problem('notValid', { detail: `In row ${openQuoteRow} a quoted text begins that has no end.` });
  }
  if (rest.length > rowsMax) throw new Problem('fileTooManyRows');
  if (rest.length === 0) throw new Problem('fileEmpty');
  return { header, records: rest, layout: read.layout };
}

/** Nobody can say which of two columns of one name is meant: both are named instead. */
function headerProblem({ absent, twice }: HeaderFault): Problem {
  const said = [
    ...(absent.length > 0 ? [`The first row does not name ${absent.join(', ')}.`] : []),
    ...(twice.length > 0 ? [`The first row names ${twice.join(', ')} more than once.`] : []),
  ];
  return new Problem('headerUnknown', {
    detail: said.join(' '),
    errors: [
      ...absent.map((field) => ({ field, code: 'missing', detail: 'This column is needed.' })),
      ...twice.map((field) => ({ field, code: 'duplicate', detail: 'This column stands there twice.' })),
    ],
  });
}

/** UTF-8 only: another encoding would put wrong letters into names without anybody noticing. */
function textOf(content: Buffer): string {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(content);
    if (text.slice(0, 1000).includes('\0')) throw new Problem('fileNotText');
    return text;
  } catch {
    throw new Problem('fileNotText');
  }
}

export function totalsOf(rows: readonly Pick<JudgedRow, 'outcome'>[]): Totals {
  const totals = { rows: rows.length, contract: 0, contact: 0, unchanged: 0, error: 0 };
  for (const { outcome } of rows) totals[outcome] += 1;
  return totals;
}
