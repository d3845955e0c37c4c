import { phrasesFor } from '../../../api/texts/phrase.ts';
import { dirOf } from '../../../api/texts/language.ts';

interface Fault {
  readonly language: string;
  readonly status: number;
  readonly reference: string;
  readonly sheet: string | null;
}

/** The page for when something broke: asks nothing of the database, so that it can always be shown. */
export function faultPage({ language, status, reference, sheet }: Fault): string {
  const phrase = phrasesFor(language);
  const kind = status === 429 ? 'tooMany' : status === 503 ? 'unavailable' : 'fault';
  return notePage({ language, sheet }, phrase(`problems.${kind}.title`), [
    `<p class="muted">${escaped(phrase(`problems.${kind}.detail`))}</p>`,
    `<p class="small muted">${escaped(phrase('kit.reference', { id: reference }))}</p>`,
    `<p class="p-acts"><a class="btn" href="">${escaped(phrase('kit.tryAgain'))}</a></p>`,
  ]);
}

interface PreviewNote extends Pick<Fault, 'language' | 'sheet'> {
  /** Its texts are `title` and `detail` below this. */
  readonly key: string;
  readonly adminHref: string;
}

/** Why there is no preview, where it would stand; the way back leads out of the frame around it. */
export function previewNotePage({ language, sheet, key, adminHref }: PreviewNote): string {
  const phrase = phrasesFor(language);
  return notePage({ language, sheet }, phrase(`${key}.title`), [
    `<p class="muted">${escaped(phrase(`${key}.detail`))}</p>`,
    `<p class="p-acts"><a class="btn" href="${escaped(adminHref)}" target="_top">`
      + `${escaped(phrase('portal-preview.toAdmin'))}</a></p>`,
  ]);
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function notePage(
  { language, sheet }: Pick<Fault, 'language' | 'sheet'>, heading: string, lines: readonly string[],
): string {
  const title = escaped(heading);
  return (
    `<!doctype html><html lang="${language}" dir="${dirOf(language)}"><head><meta charset="utf-8">`
    + `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`
    + (sheet === null ? '' : `<link rel="stylesheet" href="${sheet}">`)
    + `</head><body><div class="portal"><main class="p-main p-main--24"><div class="closed"><h1>${title}</h1>`
    + `${lines.join('')}</div></main></div></body></html>`
  );
}
