import type { FastifyRequest } from 'fastify';
import { machineNow } from '../platform/clock/clock.ts';
import { Problem } from '../platform/http/problem.ts';
import { deleteOldKeys } from '../platform/work/idempotency.ts';
import type { Shell } from '../platform/work/shell.ts';
import { type Account, findAccountByEmail, findPassword } from './kept/account-store.ts';
import { byAddress, byEmail, countAttempt, deleteOldAttempts, forgiveAttempt } from './guard/attempts.ts';
import { readCookie } from './guard/cookie.ts';
import { type AccountFacts, findAccountFacts } from './kept/identity-store.ts';
import { customerMaySignIn } from './may-sign-in.ts';
import { type Cookies, signInAs } from './open-session.ts';
import { mustComeFromOurPages } from './guard/own-origin.ts';
import { isPassword } from './guard/password.ts';
import { hashOf } from './guard/secret.ts';
import { deleteExpiredSessions, isKnownBrowser } from './kept/session-store.ts';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/**
 * Signs in by e-mail and password. Wrong, unknown, without password and not yet confirmed are one answer (401
 * `signInFailed`) after the same time. Throws 403 `signInRefused` to whoever has shown the right password but
 * may not sign in, and 429 after too many guesses.
 */
export async function signIn(shell: Shell, request: FastifyRequest, given: Credentials): Promise<Cookies> {
  mustComeFromOurPages(request, shell.settings.url);
  const { db } = shell.connection;
  const email = given.email.trim().toLowerCase();
  const account = await findAccountByEmail(db, email);
  const known = account !== null && await isAtHome(shell, account, request);
  const limits = [
    byAddress('sign-in', request.ip),
    known ? byEmail('sign-in at home', email, 20) : byEmail('sign-in', email, 10),
  ];
  await countAttempt(db, limits);
  const isRight = await isPassword(
    account === null ? null : await findPassword(db, account.id),
    given.password,
  );
  if (account === null || !isRight || !account.emailVerified) throw new Problem('signInFailed');
  await forgiveAttempt(db, limits);
  await forgetWhatIsOver(shell);
  const facts = await mustMaySignIn(shell, account);
  return signInAs(shell, request, facts);
}

/** Staff with a role, or a customer who may; throws 403 `signInRefused` to anybody else. */
export async function mustMaySignIn(shell: Shell, account: Pick<Account, 'id'>): Promise<AccountFacts> {
  const facts = await findAccountFacts(shell.connection.db, account.id, shell.clock.now());
  if (facts === null) throw new Problem('signInFailed');
  if (facts.roles.length > 0) return facts;
  if (facts.customerId !== null && await customerMaySignIn(shell, facts)) return facts;
  throw new Problem('signInRefused', facts.customerId === null ? {} : { refusedId: facts.customerId });
}

/**
 * Old sessions, counts and answers are of no use to anybody; each in a statement of its own, so that none
 * waits.
 */
async function forgetWhatIsOver({ connection: { db }, clock }: Shell): Promise<void> {
  await deleteExpiredSessions(db, machineNow());
  await deleteOldAttempts(db);
  await deleteOldKeys(db, clock.now());
}

/** Whether this browser has signed in to this account before. */
async function isAtHome(shell: Shell, { id }: Account, request: FastifyRequest): Promise<boolean> {
  const secret = readCookie({ request, ownUrl: shell.settings.url }, 'browser');
  return (
    secret !== null &&
    isKnownBrowser(shell.connection.db, { accountId: id, tokenHash: hashOf(secret), now: machineNow() })
  );
}
