import * as api from '../../api/api-keys.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import type { Work } from '../platform/work/shell.ts';
import { type ApiKeyRow, listApiKeys } from './api-key-store.ts';
import { createApiKey, endApiKey, mayEnd } from './create-api-key.ts';

export const apiKeyRoutes = [
  serve(api.createApiKey, async ({ body, caller, shell }) => {
    let once = '';
    // What a repeated request is answered from is kept for a day; the secret is not among it.
    const kept = await shell.write(caller, async (work) => {
      const { row, secret } = await createApiKey(work, body);
      once = secret;
      return { ...present(work, row), secret: null };
    });
    return { ...kept, secret: once };
  }),
  serve(api.listApiKeys, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const ended = query.ended === undefined ? null : query.ended === 'true';
    const rows = await listApiKeys(work.tx, {
      after: readCursor(query.cursor, 1),
      limit: query.limit + 1,
      ended,
    });
    const page = pageFrom(rows, query.limit, ({ id }) => [id], (row) => row);
    const mine = page.data.filter(({ locationId }) => caller.may('keys.read', locationId));
    return { ...page, data: mine.map((row) => present(work, row)) };
  })),
  serve(api.endApiKey, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await endApiKey(work, params.keyId);
    return undefined;
  })),
];

const present = (work: Work, { createdAt, lastUsedAt, endedAt, permissions, ...row }: ApiKeyRow) => ({
  ...row,
  permissions: [...permissions],
  createdAt: text(createdAt),
  lastUsedAt: textOrNull(lastUsedAt),
  endedAt: textOrNull(endedAt),
  mayEnd: endedAt === null && mayEnd(work, { ...row, permissions, createdAt, lastUsedAt, endedAt }),
});
