import type { Answered, World } from './world.ts';

/** A browser as far as signing in goes: it keeps cookies, and says where its requests come from. */
export interface Browser {
  ask<T = Record<string, any>>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answered<T>>;
  readonly cookies: Map<string, string>;
}

export function newBrowser({ address }: Pick<World, 'address'>): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(method, path, body, headers = {}) {
      const response = await fetch(`${address}/api/v1${path}`, {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(cookies.size > 0 && {
            cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          }),
          ...(method !== 'GET' && { origin: address }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      for (const text of response.headers.getSetCookie()) keep(cookies, text);
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? null : isJson(response) ? JSON.parse(text) : text,
        headers: response.headers,
      };
    },
  };
}

/** Problems are JSON too; a file is not. */
const isJson = ({ headers }: Response): boolean => headers.get('content-type')?.includes('json') === true;

function keep(cookies: Map<string, string>, text: string): void {
  const [pair = '', ...attributes] = text.split(';');
  const [name = '', value = ''] = pair.split('=');
  if (value === '' || attributes.some((one) => /^\s*max-age=0$/i.test(one))) cookies.delete(name);
  else cookies.set(name, value);
}

/** The newest letter to an address, and the secret in its link. */
export async function newestLetter(
  world: Pick<World, 'shell'>,
  to: string,
): Promise<{
  subject: string;
  plainText: string;
  html: string;
  secret: string;
  opensAccount: boolean;
} | null> {
  const row = await world.shell.connection.db
    .selectFrom('mails')
    .selectAll()
    .where('toAddress', '=', to)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const secret = /(?:token=|#|invitations\/)([\w-]{40,})/.exec(row.plainText)?.[1] ?? '';
  return {
    subject: row.subject,
    plainText: row.plainText,
    html: row.html,
    secret,
    opensAccount: row.opensAccount,
  };
}
