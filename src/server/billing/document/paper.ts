import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { type Direction, directionOf, visualRuns, wrapped } from './visual-text.ts';

/** A4 in points. */
const page = { width: 595.28, height: 841.89, margin: 56 };

export interface TextAt {
  /** From the edge where reading starts, inside the margins. */
  readonly from: number;
  readonly width: number;
  readonly size?: number;
  readonly bold?: boolean;
  readonly grey?: boolean;
  readonly align?: 'start' | 'end';
  /** What somebody wrote reads in its own direction, not in the document's. */
  readonly own?: boolean;
}

/** A sheet to write on, from the top down, in either direction; positions count from where reading starts. */
export class Paper {
  readonly width = page.width - 2 * page.margin;
  readonly #document: PDFKit.PDFDocument;
  readonly #direction: Direction;
  y = page.margin;

  constructor(told: { direction: Direction; title: string; language: string }) {
    this.#direction = told.direction;
    this.#document = new PDFDocument({
      size: 'A4',
      margin: page.margin,
      bufferPages: true,
      autoFirstPage: true,
      lang: told.language,
      displayTitle: true,
      info: { Title: told.title, Producer: 'Foyer', Creator: 'Foyer' },
      font: files.regular,
    });
    shareFonts(this.#document);
  }

  /** Writes a text, broken where it is too wide, and answers its height. The line does not move. */
  text(text: string, at: TextAt): number {
    const size = at.size ?? 9;
    const lines = this.#lines(text, at);
    lines.forEach((line, index) => this.#line(line, at, this.y + index * size * 1.4));
    return lines.length * size * 1.4;
  }

  heightOf(text: string, at: TextAt): number {
    return this.#lines(text, at).length * (at.size ?? 9) * 1.4;
  }

  /** A thin line across. */
  rule(from = 0, width = this.width): void {
    const left = this.#left(from, width);
    this.#document
      .moveTo(left, this.y)
      .lineTo(left + width, this.y)
      .lineWidth(0.6)
      .strokeColor('#b9b5ad')
      .stroke();
  }

  /** Begins a new page where less than this is left. Answers whether it did. */
  needs(height: number): boolean {
    if (this.y + height <= page.height - page.margin - 30) return false;
    this.#document.addPage();
    this.y = page.margin;
    return true;
  }

  /** Writes at the foot of every page and answers the file. */
  async finish(foot: (page: number, of: number) => string): Promise<Buffer> {
    const { count } = this.#document.bufferedPageRange();
    for (let number = 0; number < count; number += 1) {
      this.#document.switchToPage(number);
      this.y = page.height - page.margin - 6;
      this.text(foot(number + 1, count), {
        from: 0,
        width: this.width,
        size: 7.5,
        grey: true,
        align: 'end',
      });
    }
    const chunks: Buffer[] = [];
    const done = new Promise<Buffer>((resolve, reject) => {
      this.#document.on('data', (chunk: Buffer) => chunks.push(chunk));
      this.#document.on('end', () => resolve(Buffer.concat(chunks)));
      this.#document.on('error', reject);
    });
    this.#document.end();
    return done;
  }

  #lines(text: string, at: TextAt): readonly string[] {
    this.#use(at);
    return wrapped(text, at.width, (part) => this.#measure(part));
  }

  #line(line: string, at: TextAt, y: number): void {
    this.#use(at);
    const runs = visualRuns(line, at.own ? directionOf(line, this.#direction) : this.#direction);
    const widths = runs.map((run) => this.#document.widthOfString(run, { features: shaped }));
    const width = widths.reduce((sum, one) => sum + one, 0);
    const startsRight = (this.#direction === 'rtl') === ((at.align ?? 'start') === 'start');
    let x = this.#left(at.from, at.width) + (startsRight ? at.width - width : 0);
    runs.forEach((run, index) => {
      this.#document.text(run, x, y, { lineBreak: false, features: shaped });
      x += widths[index] ?? 0;
    });
  }

  #use({ size = 9, bold = false, grey = false }: TextAt): void {
    this.#document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(grey ? '#5e5b55' : '#1c1b19');
  }

  #measure(part: string): number {
    return visualRuns(part, this.#direction).reduce(
      (sum, run) => sum + this.#document.widthOfString(run, { features: shaped }),
      0,
    );
  }

  #left(from: number, width: number): number {
    return this.#direction === 'ltr' ? page.margin + from : page.width - page.margin - from - width;
  }
}

/**
 * A list of features, even an empty one, lays out a run as a whole; else words are set apart, against the
 * order of Arabic.
 */
const shaped: PDFKit.Mixins.OpenTypeFeatures[] = [];

/**
 * DejaVu Sans: Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian. Chinese, Japanese, Korean and
 * Indic scripts it has not.
 */
const folder = join(
  dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')),
  'ttf',
);
const files = { regular: join(folder, 'DejaVuSans.ttf'), bold: join(folder, 'DejaVuSans-Bold.ttf') };

interface OpenFont {
  readonly font: unknown;
  readonly constructor: new (document: PDFKit.PDFDocument, font: unknown, id: string) => OpenFont;
}
/** What pdfkit keeps of the fonts of a document; it has no public way to hand it one that is open already. */
interface FontKeeping {
  _font: OpenFont;
  _fontFamilies: Record<string, OpenFont>;
}

const opened = new Map<string, OpenFont>();

/**
 * Reading a font and its shaping tables takes a fifth of a second, so each is read once and shared by all
 * documents.
 */
function shareFonts(document: PDFKit.PDFDocument): void {
  const keeping = document as unknown as FontKeeping;
  for (const [index, [name, file]] of Object.entries(files).entries()) {
    document.registerFont(name, file);
    const known = opened.get(name);
    if (known === undefined) opened.set(name, (document.font(name), keeping._font));
    else keeping._fontFamilies[name] = new known.constructor(document, known.font, `S${index}`);
  }
}
