/** Records of a CSV text in the order of the file; the header is record 0 and row 1. */
export interface Table {
  readonly records: readonly (readonly string[])[];
  /** The row whose quoted text has no end, or null. Rows are counted from 1 and may span lines. */
  readonly openQuoteRow: number | null;
}

/**
 * Reads CSV (RFC 4180): a byte order mark, any line ends, quoted texts with line breaks and doubled quotes.
 * The separator is whichever of comma, semicolon and tab the first line has most of.
 */
export function readTable(text: string): Table {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const separator = separatorOf(source);
  const records: string[][] = [];
  let record: string[] = [];
  let at = 0;
  while (at < source.length) {
    const field = readField(source, at, separator);
    if (field === null) return { records, openQuoteRow: records.length + 1 };
    record.push(field.text);
    at = field.end;
    if (source[at] === separator) {
      at += 1;
      if (at === source.length) record.push('');
      else continue;
    }
    at = afterLineEnd(source, at);
    records.push(record);
    record = [];
  }
  return { records, openQuoteRow: null };
}

/** One field from a position on, and where it ends: at a separator, a line end, or the end of the text. */
function readField(source: string, from: number, separator: string): { text: string; end: number } | null {
  if (source[from] !== '"') {
    let end = from;
    while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r')
      end += 1;
    return { text: source.slice(from, end), end };
  }
  let text = '';
  let at = from + 1;
  for (;;) {
    const quote = source.indexOf('"', at);
    if (quote === -1) return null;
    text += source.slice(at, quote);
    if (source[quote + 1] !== '"') return afterQuote(source, quote + 1, { separator, text });
    text += '"';
    at = quote + 2;
  }
}

/** What stands between a closing quote and the separator belongs to the text, as spreadsheets read it. */
function afterQuote(
  source: string,
  from: number,
  { separator, text }: { separator: string; text: string },
): { text: string; end: number } {
  let end = from;
  while (end < source.length && source[end] !== separator && source[end] !== '\n' && source[end] !== '\r')
    end += 1;
  return { text: text + source.slice(from, end), end };
}

function afterLineEnd(source: string, at: number): number {
  if (source[at] === '\r') return source[at + 1] === '\n' ? at + 2 : at + 1;
  return source[at] === '\n' ? at + 1 : at;
}

function separatorOf(source: string): string {
  const [firstLine = ''] = source.split(/\r|\n/, 1);
  const count = (separator: string): number => firstLine.split(separator).length;
  return [',', ';', '\t'].reduce((best, next) => (count(next) > count(best) ? next : best));
}
