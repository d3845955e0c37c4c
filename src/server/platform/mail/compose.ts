import { dirOf } from '../../../api/texts/language.ts';
import type { Attachment, Letter } from './letter.ts';

/** What a letter says, as plain sentences in the receiver's language; nothing in here is HTML. */
export interface Words {
  readonly to: string;
  readonly language: string;
  /** Who writes: the location's or network's name. */
  readonly from: string;
  readonly subject: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly button?: { readonly label: string; readonly href: string };
  /** Why the receiver gets this letter. */
  readonly because: string;
  readonly attachments?: readonly Attachment[];
  readonly aboutId?: string;
  /** Whoever reads its link can act as the receiver: only owners may open it in the outbox. */
  readonly opensAccount?: boolean;
}

/** Both forms of a letter from the same words: a table 600 px wide that bears dark mode, and a plain twin. */
export function composeLetter(words: Words): Letter {
  const { to, language, attachments, aboutId } = words;
  return {
    to, language, subject: oneLine(words.subject), html: htmlOf(words), plainText: plainOf(words),
    ...(attachments && { attachments }), ...(aboutId !== undefined && { aboutId }),
    opensAccount: words.opensAccount ?? false,
  };
}

/** A subject is one line: a name with a line break in it must not begin another header. */
const oneLine = (text: string): string =>
  text
    .replace(/[\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);

/** Keeps a name together in a sentence of the other writing direction. */
export const isolated = (name: string): string => `\u2068${name}\u2069`;

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? '');
const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function plainOf({ heading, paragraphs, button, because, from }: Words): string {
  const link = button === undefined ? [] : [`${button.label}:\n${button.href}`];
  return `${[heading, ...paragraphs, ...link, `-- \n${from}\n${because}`].join('\n\n')}\n`;
}

function htmlOf({ language, from, subject, heading, paragraphs, button, because }: Words): string {
  const cell = 'padding:0 32px 16px;font-size:16px;line-height:24px';
  const body = paragraphs.map((text) => `<tr><td style="${cell}">${escapeHtml(text)}</td></tr>`).join('\n');
  return `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${dirOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(oneLine(subject))}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background: #1c1c1a !important; }
  .sheet { background: #2a2926 !important; color: #efeeeb !important; }
  .quiet { color: #c9c5bc !important; }
}
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#efeeeb">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">
<tr><td align="center" style="padding:24px 12px">
<table role="presentation" class="sheet" width="600" cellpadding="0" cellspacing="0" border="0"
style="${sheet}">
<tr><td class="quiet" style="padding:24px 32px 8px;font-size:14px;color:#5f5b53">${escapeHtml(from)}</td></tr>
<tr><td style="padding:0 32px 16px">
<h1 style="margin:0;font-size:22px;line-height:30px">${escapeHtml(heading)}</h1></td></tr>
${body}
${button === undefined ? '' : buttonRow(button)}
<tr><td class="quiet" style="padding:8px 32px 24px;font-size:13px;line-height:20px;color:#5f5b53">
${escapeHtml(because)}</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

const sheet = 'width:100%;max-width:600px;background:#ffffff;color:#1c1c1a;border-radius:12px;'
  + 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif;text-align:start';

/** A real text button, and the address itself for whoever cannot press it. */
function buttonRow({ label, href }: { label: string; href: string }): string {
  const address = escapeHtml(href);
  return `<tr><td style="padding:8px 32px 16px">
<a href="${address}" style="display:inline-block;padding:12px 20px;background:#1c1c1a;color:#ffffff;
border:1px solid #ffffff;
border-radius:8px;font-size:16px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a>
</td></tr>
<tr><td class="quiet"
style="padding:0 32px 16px;font-size:13px;line-height:20px;color:#5f5b53;word-break:break-all">
<a href="${address}" style="color:inherit">${address}</a></td></tr>`;
}
