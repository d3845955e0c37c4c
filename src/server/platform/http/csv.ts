import type { Page } from './page.ts';
import type { File } from './serve.ts';

export interface CsvColumn<Row> {
  readonly name: string;
  readonly cell: (row: Row) => string | number | null;
}

/** A table as a spreadsheet reads it: UTF-8 with its mark, commas, every text a text (RFC 4180). */
export function csvFile<Row>(
  name: string,
  columns: readonly CsvColumn<Row>[],
  rows: readonly Row[],
): File {
  const lines = [
    columns.map((column) => column.name),
    ...rows.map((row) => columns.map(({ cell }) => cell(row))),
  ].map((cells) => cells.map(written).join(','));
  return { name, type: 'text/csv; charset=utf-8', content: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`) };
}

/** Every row of a list, page after page, in one reading. */
export async function everyRow<Row>(
  page: (asked: { cursor: string | undefined; limit: number }) => Promise<Page<Row>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const { data, nextCursor } = await page({ cursor, limit: 200 });
    rows.push(...data);
    cursor = nextCursor ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

/** What looks like a formula is led by an apostrophe, so that opening the file runs nothing. */
function written(cell: string | number | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
