import type { FastifyRequest } from 'fastify';
import type { Id } from '../../domain/kernel/id.ts';
import { machineNow } from '../platform/clock/clock.ts';
import type { Caller } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { cookieText, readCookie } from './guard/cookie.ts';
import type { Cookies } from './open-session.ts';
import { mustComeFromOurPages } from './guard/own-origin.ts';
import { hashOf } from './guard/secret.ts';
import {
  deleteSession,
  deleteSessionByToken,
  deleteSessions,
  listSessions,
  type Session,
} from './kept/session-store.ts';

/** Ends the session of this browser, at the server too. Whoever is not signed in is signed out already. */
export async function signOut(shell: Shell, request: FastifyRequest, caller: Caller): Promise<Cookies> {
  mustComeFromOurPages(request, shell.settings.url);
  const browser = { request, ownUrl: shell.settings.url };
  const secret = readCookie(browser, 'session');
  if (secret !== null) {
    await shell.write(caller, async (work) => {
      await deleteSessionByToken(work.tx, hashOf(secret));
      if (caller.accountId !== null) work.audit({ action: 'account.signedOut', aboutId: caller.accountId });
    });
  }
  return { cookies: [cookieText(browser, 'session', null)] };
}

/** The sessions of the caller's own account, the one in use last first. */
export const ownSessions = (work: Work): Promise<Session[]> =>
  listSessions(work.tx, mustHaveAccount(work.caller), machineNow());

/** Ends one session of the caller's own account; 404 for any other. */
export async function endOwnSession(work: Work, sessionId: string): Promise<void> {
  const accountId = mustHaveAccount(work.caller);
  if (!await deleteSession(work.tx, accountId, sessionId)) throw new Problem('notFound');
  work.audit({ action: 'account.sessionEnded', aboutId: accountId, before: { sessionId } });
}

/** Ends all sessions of the caller's own account but the one that asks. */
export async function endOtherSessions(work: Work): Promise<void> {
  const accountId = mustHaveAccount(work.caller);
  await deleteSessions(work.tx, accountId, work.caller.sessionId);
  work.audit({ action: 'account.otherSessionsEnded', aboutId: accountId });
}

/** Throws 401 for nobody, 403 for a key: keys have no account of their own. */
export function mustHaveAccount({ accountId, kind }: Caller): Id<'acc'> {
  if (accountId !== null) return accountId;
  if (kind === 'nobody') throw new Problem('notSignedIn');
  throw new Problem('notPermitted', {
    detail: 'This is for people who are signed in; a key has no account.',
  });
}
