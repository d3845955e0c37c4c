import type { FastifyRequest } from 'fastify';

/** Thirty days, the longest that a session lasts; the server ends it earlier. */
const sessionSeconds = 30 * 24 * 3600;
const browserSeconds = 365 * 24 * 3600;

const words = { session: 'foyer', browser: 'foyer-browser' } as const;
type Word = keyof typeof words;

/** Whoever is at the other end, and the address under which we are known. */
export interface Browser {
  readonly request: FastifyRequest;
  readonly ownUrl: string;
}

/**
 * `__Host-` where the address is https: no other host, path or plain connection can set it. Elsewhere it
 * would be dropped, by some programs even for localhost, so it is a plain one (the start says so).
 */
const isSheltered = ({ request, ownUrl }: Browser): boolean =>
  ownUrl.startsWith('https:') || request.protocol === 'https';

const nameOf = (browser: Browser, word: Word): string =>
  `${isSheltered(browser) ? '__Host-' : ''}${words[word]}`;

/** The value of our cookie in this request, only by the one name that is right here. */
export function readCookie(browser: Browser, word: Word): string | null {
  const name = nameOf(browser, word);
  for (const part of (browser.request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined && /^[\w-]{20,100}$/.test(value)) return value;
  }
  return null;
}

/**
 * A `Set-Cookie` header; null takes the cookie away. HttpOnly and SameSite=Lax: no script reads it, no other
 * site's form or script sends it along.
 */
export function cookieText(browser: Browser, word: Word, value: string | null): string {
  const seconds = value === null ? 0 : word === 'session' ? sessionSeconds : browserSeconds;
  const secure = isSheltered(browser) ? '; Secure' : '';
  const name = nameOf(browser, word);
  return `${name}=${value ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}
