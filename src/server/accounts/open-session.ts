import type { FastifyRequest } from 'fastify';
import type { Id } from '../../domain/kernel/id.ts';
import { machineNow } from '../platform/clock/clock.ts';
import { type Caller, callerOf, nobody } from '../platform/http/caller.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { cookieText, readCookie } from './guard/cookie.ts';
import type { AccountFacts } from './kept/identity-store.ts';
import { hashOf, newSecret } from './guard/secret.ts';
import { deleteSessionByToken, insertSession, keepBrowser } from './kept/session-store.ts';

/** What a verb that signs in or out gives its browser: `Set-Cookie` headers. */
export interface Cookies {
  readonly cookies: readonly string[];
}

/** Signs in an account that has shown who it is and may sign in (`mustMaySignIn`). */
export async function signInAs(shell: Shell, request: FastifyRequest, facts: AccountFacts): Promise<Cookies> {
  let opened: Cookies = { cookies: [] };
  // Not the write's result: that is kept where a request can be repeated, and secrets are kept nowhere.
  await shell.write(callerFor(facts, request), async (work) => {
    opened = await openSession(work, request, facts.accountId);
  });
  return opened;
}

/**
 * Signs an account in: always a new session under a new secret, and the one that the browser came with ends,
 * so that a cookie planted before is worth nothing after. Keeps that the account is at home in this browser.
 */
async function openSession(
  work: Work,
  request: FastifyRequest,
  accountId: Id<'acc'>,
): Promise<Cookies> {
  const now = machineNow();
  const browser = { request, ownUrl: work.shell.settings.url };
  const before = readCookie(browser, 'session');
  if (before !== null) await deleteSessionByToken(work.tx, hashOf(before));
  const secret = newSecret();
  await insertSession(work.tx, {
    id: work.newId('ses'),
    accountId,
    tokenHash: hashOf(secret),
    now,
    ipAddress: request.ip,
    userAgent: (request.headers['user-agent'] ?? '').slice(0, 300),
  });
  const home = newSecret();
  await keepBrowser(work.tx, { accountId, tokenHash: hashOf(home), now });
  work.audit({ action: 'account.signedIn', aboutId: accountId });
  return { cookies: [cookieText(browser, 'session', secret), cookieText(browser, 'browser', home)] };
}

/** The account itself as the caller, where it has shown who it is but has no session yet. */
function callerFor(facts: AccountFacts, request: FastifyRequest): Caller {
  const isAdmin = facts.roles.length > 0;
  return callerOf({
    ...nobody, kind: isAdmin ? 'admin' : facts.customerId === null ? 'nobody' : 'customer',
    accountId: facts.accountId, adminId: facts.adminId, customerId: facts.customerId,
  }, request.ip);
}
