import type { AnsweredInvoice } from '../../../api/invoices.ts';
import { linePart, lineParts } from '../../../domain/billing/line-part.ts';
import { decimalText } from '../../../domain/kernel/money.ts';
import { loadLocations } from '../../locations/load-locations.ts';
import { type CsvColumn, csvFile } from '../../platform/http/csv.ts';
import type { File } from '../../platform/http/serve.ts';
import type { Work } from '../../platform/work/shell.ts';
import { withLastTotals } from './present-run.ts';

type Column = CsvColumn<AnsweredInvoice>;

/** Invoices, credit notes and drafts, one row each, as a review or an accountant compares them. */
export async function invoicesFile(work: Work, invoices: readonly AnsweredInvoice[]): Promise<File> {
  const { tree } = await loadLocations(work);
  const location: Column = { name: 'location', cell: ({ locationId }) => tree.get(locationId)?.name ?? '' };
  const rows = await withLastTotals(work, invoices);
  return csvFile('invoices.csv', [location, ...columns], rows);
}

const amount = (name: 'net' | 'tax' | 'total' | 'paid' | 'credited' | 'outstanding'): Column => ({
  name,
  cell: (invoice) => decimalText(invoice[name]),
});

/** Without tax, by what the lines are about. */
const parts: readonly Column[] = lineParts.map((part) => ({
  name: part,
  cell: ({ lines, currency }) => {
    const of = lines.filter((line) => linePart(line) === part);
    return decimalText({ amount: of.reduce((sum, { net }) => sum + net.amount, 0), currency });
  },
}));

const columns: readonly Column[] = [
  { name: 'id', cell: ({ id }) => id },
  { name: 'number', cell: ({ number }) => number },
  { name: 'kind', cell: ({ kind }) => kind },
  { name: 'state', cell: ({ state }) => state },
  { name: 'overdueDays', cell: ({ overdueDays }) => overdueDays },
  { name: 'customer', cell: ({ customerName }) => customerName },
  { name: 'billedTo', cell: ({ buyer }) => buyer.name },
  { name: 'taxNumber', cell: ({ buyer }) => buyer.taxNumber },
  { name: 'issuedDay', cell: ({ issuedDay }) => issuedDay },
  { name: 'dueDay', cell: ({ dueDay }) => dueDay },
  { name: 'currency', cell: ({ currency }) => currency },
  ...parts,
  amount('net'),
  amount('tax'),
  amount('total'),
  amount('paid'),
  amount('credited'),
  amount('outstanding'),
  { name: 'lastTotal', cell: ({ lastTotal }) => (lastTotal === null ? null : decimalText(lastTotal)) },
  { name: 'flags', cell: ({ flags }) => flags.map(({ code }) => code).join('; ') },
  { name: 'decision', cell: ({ decision }) => decision?.is ?? null },
];
