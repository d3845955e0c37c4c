import * as api from '../../api/api-keys.ts';
import { text, textOrNull } from '../../api/schema.ts';
import { instant } from '../../domain/kernel/instant.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { serve } from '../platform/http/serve.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { loadRoles, roleNameOf, type Roles } from '../staff/roles/load-roles.ts';
import { type ApiKeyRow, listApiKeys } from './api-key-store.ts';
import { createApiKey, endApiKey, isSeen, seesKeysAt, type Shown } from './create-api-key.ts';
import { mayActOn } from './key-grants.ts';
import { rotateApiKey } from './rotate-api-key.ts';

export const apiKeyRoutes = [
  serve(api.createApiKey, ({ body, caller, shell }) =>
    shownOnce({ caller, shell }, (work) => createApiKey(work, body))),
  serve(api.listApiKeys, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const ended = query.ended === undefined ? null : query.ended === 'true';
    const rows = await listApiKeys(work.tx, {
      after: readCursor(query.cursor, 1), limit: query.limit + 1, ended, now: work.now,
    });
    const page = pageFrom(rows, query.limit, ({ id }) => [id], (row) => row);
    const roles = await loadRoles(work);
    return {
      ...page,
      data: page.data.filter((row) => isSeen(work, row)).map((row) => present(work, row, roles)),
    };
  })),
  serve(api.rotateApiKey, ({ params, body, caller, shell }) =>
    shownOnce({ caller, shell }, (work) => rotateApiKey(work, params.keyId, body))),
  serve(api.endApiKey, ({ params, caller, shell }) => shell.write(caller, async (work) => {
    await endApiKey(work, params.keyId);
    return undefined;
  })),
];

/** What a repeated request is answered from is kept for a day; the secret is not among it. */
async function shownOnce(
  { caller, shell }: { caller: Caller; shell: Pick<Shell, 'write'> }, make: (work: Work) => Promise<Shown>,
) {
  let once = '';
  const kept = await shell.write(caller, async (work) => {
    const { row, secret } = await make(work);
    once = secret;
    return { ...present(work, row, await loadRoles(work)), secret: null };
  });
  return { ...kept, secret: once };
}

/** Grants at places that the caller may not look at stay out of sight. */
function present(work: Work, row: ApiKeyRow, roles: Roles) {
  const { createdAt, lastUsedAt, endedAt, expiresAt, older, ...said } = row;
  const grants = row.grants.filter(({ locationId }) => seesKeysAt(work, locationId)).map((grant) => ({
    ...grant, permissions: [...grant.permissions],
    roleName: grant.role === null ? null : roleNameOf(roles, grant.role),
  }));
  const [first] = grants;
  if (first === undefined) throw new Error('a key was shown to somebody who may not know of it');
  return {
    ...said,
    grants,
    role: first.role,
    permissions: first.permissions,
    locationId: first.locationId,
    locationName: first.locationName,
    createdAt: text(createdAt),
    lastUsedAt: textOrNull(lastUsedAt),
    endedAt: textOrNull(endedAt),
    expiresAt: textOrNull(expiresAt),
    isOver: endedAt !== null || (expiresAt !== null && expiresAt <= work.now),
    older: older.map(({ hint, endsAt, lastUsedAt: usedAt }) => ({
      hint,
      endsAt: text(instant(endsAt)),
      lastUsedAt: usedAt === null ? null : text(instant(usedAt)),
    })),
    mayEnd: endedAt === null && mayActOn(work, row, roles),
  };
}
