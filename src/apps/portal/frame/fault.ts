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
  const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const title = escaped(phrase(`problems.${kind}.title`));
  return (
    `<!doctype html><html lang="${language}" dir="${dirOf(language)}"><head><meta charset="utf-8">`
    + `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`
    + (sheet === null ? '' : `<link rel="stylesheet" href="${sheet}">`)
    + `</head><body><div class="portal"><main class="p-main p-main--24"><div class="closed"><h1>${title}</h1>`
    + `<p class="muted">${escaped(phrase(`problems.${kind}.detail`))}</p>`
    + `<p class="small muted">${escaped(phrase('kit.reference', { id: reference }))}</p>`
    + `<p class="p-acts"><a class="btn" href="">${escaped(phrase('kit.tryAgain'))}</a></p></div>`
    + '</main></div></body></html>'
  );
}
