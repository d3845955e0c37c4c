import type { AnsweredInvoice, AnsweredLine } from '../../../api/invoices.ts';
import { type Formats, formatsFor } from '../../../api/texts/formats.ts';
import { dirOf, type Phrase, phrasesFor } from '../../../api/texts/phrase.ts';
import { settingAt } from '../../locations/load-locations.ts';
import type { Work } from '../../platform/work/shell.ts';
import type { BillingGround } from '../load-billing-facts.ts';
import type { Paper } from './paper.ts';

interface Sheet {
  readonly paper: Paper;
  readonly say: Phrase;
  readonly formats: Formats;
  readonly invoice: AnsweredInvoice;
  readonly taxName: string;
}

/**
 * The document as PDF, in its own language and direction: parties, lines, totals per rate, what is left to
 * pay (INV-4).
 */
export async function invoicePdf(
  work: Pick<Work, 'now'>,
  ground: BillingGround,
  invoice: AnsweredInvoice,
): Promise<Buffer> {
  const { language } = invoice;
  const say = phrasesFor(language);
  const where = { locationId: invoice.locationId as never, at: work.now };
  // Loaded with the first document: the fonts and their library would double the time of a start.
  const { Paper } = await import('./paper.ts');
  const paper = new Paper({ direction: dirOf(language), language, title: titleOf(invoice, say) });
  const sheet: Sheet = {
    paper,
    say,
    invoice,
    formats: formatsFor(language),
    taxName: settingAt(ground.locations, where, 'taxName'),
  };
  heading(sheet);
  parties(sheet);
  head(sheet);
  for (const line of invoice.lines) row(sheet, line);
  totals(sheet);
  return paper.finish((page, of) => say('invoice.page', { number: titleOf(invoice, say), page, of }));
}

export function titleOf({ kind, number }: AnsweredInvoice, say: Phrase): string {
  return number === null ? say('invoice.title.draft') : say(`invoice.title.${kind}`, { number });
}

function heading({ paper, invoice, say }: Sheet): void {
  const half = paper.width / 2;
  const height = paper.text(titleOf(invoice, say), { from: 0, width: half, size: 17, bold: true });
  const { seller } = invoice;
  const at = { from: half, width: half, align: 'end' as const };
  let down = paper.text(seller.name, { ...at, bold: true, own: true });
  const start = paper.y;
  for (const line of [
    seller.address,
    seller.taxNumber === null ? '' : say('invoice.taxNumber', { number: seller.taxNumber }),
  ]) {
    if (line === '') continue;
    paper.y = start + down;
    down += paper.text(line, { ...at, grey: true, own: line === seller.address });
  }
  paper.y = start + Math.max(height, down) + 24;
}

function parties({ paper, invoice, say, formats }: Sheet): void {
  const half = paper.width / 2;
  const start = paper.y;
  const { buyer } = invoice;
  const taxLine = buyer.taxNumber === null ? '' : say('invoice.taxNumber', { number: buyer.taxNumber });
  const lines = [buyer.name, buyer.address, taxLine];
  let down = paper.text(say('invoice.for'), { from: 0, width: half, size: 8, grey: true });
  lines
    .filter((line) => line !== '')
    .forEach((line, index) => {
      paper.y = start + down;
      down += paper.text(line, { from: 0, width: half - 12, bold: index === 0, own: line !== taxLine });
    });
  const facts: readonly (readonly [string, string | null])[] = [
    [say('invoice.issued'), invoice.issuedDay],
    [say('invoice.due'), invoice.kind === 'creditNote' ? null : invoice.dueDay],
  ];
  let right = 0;
  for (const [label, day] of facts) {
    if (day === null) continue;
    paper.y = start + right;
    paper.text(label, { from: half, width: half / 2, grey: true, align: 'start' });
    right += paper.text(formats.day(day, 'dated'), { from: half * 1.5, width: half / 2, align: 'end' });
  }
  paper.y = start + Math.max(down, right) + 26;
}

/** Columns from where reading starts: what, how many, the price of one, tax, amount. */
const columns = { what: 228, quantity: 42, price: 78, tax: 52 };
const columnsAt = (width: number) => ({
  what: { from: 0, width: columns.what },
  quantity: { from: columns.what, width: columns.quantity, align: 'end' as const },
  price: { from: columns.what + columns.quantity, width: columns.price, align: 'end' as const },
  tax: { from: columns.what + columns.quantity + columns.price, width: columns.tax, align: 'end' as const },
  amount: {
    from: width - (width - columns.what - columns.quantity - columns.price - columns.tax),
    width: width - columns.what - columns.quantity - columns.price - columns.tax,
    align: 'end' as const,
  },
});

function head({ paper, say, taxName }: Sheet): void {
  const at = columnsAt(paper.width);
  const style = { size: 8, grey: true };
  paper.text(say('invoice.column.what'), { ...at.what, ...style });
  paper.text(say('invoice.column.quantity'), { ...at.quantity, ...style });
  paper.text(say('invoice.column.price'), { ...at.price, ...style });
  paper.text(taxName, { ...at.tax, ...style, own: true });
  paper.text(say('invoice.column.amount'), { ...at.amount, ...style });
  paper.y += 14;
  paper.rule();
  paper.y += 7;
}

function row(sheet: Sheet, line: AnsweredLine): void {
  const { paper, formats } = sheet;
  const at = columnsAt(paper.width);
  const period = periodOf(sheet, line);
  const wide = { ...at.what, width: at.what.width - 8 };
  const height = paper.heightOf(line.text, wide) + (period === '' ? 0 : 12);
  if (paper.needs(height + 8)) head(sheet);
  const used = paper.text(line.text, { ...wide, own: true });
  paper.text(formats.number(line.quantity), at.quantity);
  paper.text(formats.money(line.unitPrice), at.price);
  paper.text(formats.percent(line.taxRate / 10_000), at.tax);
  paper.text(formats.money(line.amount), at.amount);
  const start = paper.y;
  if (period !== '') {
    paper.y = start + used;
    paper.text(period, { ...wide, size: 8, grey: true });
  }
  paper.y = start + height + 8;
}

function periodOf({ formats, say }: Sheet, { startDay, lastDay }: AnsweredLine): string {
  if (startDay === null || lastDay === null) return '';
  if (startDay === lastDay) return formats.day(startDay, 'dated');
  return say('invoice.period', {
    from: formats.day(startDay, 'dated'),
    until: formats.day(lastDay, 'dated'),
  });
}

function totals({ paper, invoice, say, formats, taxName }: Sheet): void {
  const rows: { label: string; amount: { amount: number; currency: string }; bold?: boolean }[] = [
    { label: say('invoice.net'), amount: invoice.net },
    ...invoice.taxes.map(({ taxRate, net, tax }) => ({
      label: say('invoice.taxAt', {
        tax: taxName,
        rate: formats.percent(taxRate / 10_000),
        net: formats.money(net),
      }),
      amount: tax,
    })),
    { label: say('invoice.total'), amount: invoice.total, bold: true },
  ];
  if (invoice.paid.amount > 0)
    rows.push({ label: say('invoice.paid'), amount: { ...invoice.paid, amount: -invoice.paid.amount } });
  if (invoice.credited.amount > 0) {
    rows.push({
      label: say('invoice.credited'),
      amount: { ...invoice.credited, amount: -invoice.credited.amount },
    });
  }
  if (rows.length > 2 + invoice.taxes.length)
    rows.push({ label: say('invoice.outstanding'), amount: invoice.outstanding, bold: true });
  paper.needs(rows.length * 16 + 60);
  paper.rule();
  paper.y += 9;
  const from = paper.width * 0.42;
  for (const { label, amount, bold = false } of rows) {
    const height = paper.text(label, { from, width: paper.width * 0.4, bold });
    paper.text(formats.money(amount), {
      from: paper.width * 0.7,
      width: paper.width * 0.3,
      align: 'end',
      bold,
    });
    paper.y += Math.max(height, 13) + 3;
  }
  paper.y += 14;
  for (const note of notesOf(invoice, say, formats)) {
    paper.needs(30);
    paper.y += paper.text(note, { from: 0, width: paper.width, grey: true }) + 4;
  }
}

/** Below the totals: what a credit note corrects and why, or until when and where to an invoice is paid. */
function notesOf(invoice: AnsweredInvoice, say: Phrase, formats: Formats): readonly string[] {
  const { kind, number, creditsInvoiceNumber: corrected, reason, dueDay, outstanding, seller } = invoice;
  if (kind === 'creditNote') {
    const notes = [corrected === null ? '' : say('invoice.corrects', { number: corrected }), reason ?? ''];
    return notes.filter((note) => note !== '');
  }
  if (number === null || dueDay === null || outstanding.amount === 0) return [];
  const day = formats.day(dueDay, 'dated');
  const payBy = say('invoice.payBy', { amount: formats.money(outstanding), day, number });
  return (seller.bankDetails ?? '') === ''
    ? [payBy]
    : [payBy, say('invoice.payTo', { details: seller.bankDetails ?? '' })];
}
