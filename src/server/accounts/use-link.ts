import type { FastifyRequest } from 'fastify';
import type { Shell, Work } from '../platform/work/shell.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { deletePassword, keepPassword, markEmailVerified } from './kept/account-store.ts';
import { byAddress, countAttempt } from './guard/attempts.ts';
import { linkCustomer } from './kept/customer-link-store.ts';
import { accountLetter, letterLanguage, networkName } from './letters.ts';
import { useLink } from './links.ts';
import { type Cookies, signInAs } from './open-session.ts';
import { mustComeFromOurPages } from './guard/own-origin.ts';
import { hashPassword, mustBeGoodPassword } from './guard/password.ts';
import { deleteSessions, forgetBrowsers } from './kept/session-store.ts';
import { deleteVerifications } from './kept/verification-store.ts';
import { mustMaySignIn } from './sign-in.ts';
import type { Account } from './kept/account-store.ts';

/**
 * Signs in by the link of a letter, once. The link also proves the address. A password that was set before
 * anybody proved it is dropped, unless the letter was the one that confirms it: a stranger may have chosen
 * it.
 */
export async function signInByLink(shell: Shell, request: FastifyRequest, secret: string): Promise<Cookies> {
  await mayTry(shell, request);
  const account = await shell.write(callerOf(system, request.ip), async (work) => {
    const link = await useLink(work, ['magicLink', 'confirmEmail'], secret);
    await proveAddress(work, link.account, link.purpose === 'magicLink');
    return link.account;
  });
  const facts = await mustMaySignIn(shell, account);
  return signInAs(shell, request, facts);
}

/**
 * Sets a new password by the link of a letter, once, and ends all sessions and other links of the account:
 * whoever had got in is out. Signs in where the account may.
 */
export async function resetPassword(
  shell: Shell, request: FastifyRequest, given: { token: string; password: string },
): Promise<Cookies> {
  await mayTry(shell, request);
  mustBeGoodPassword(given.password, []);
  const hash = await hashPassword(given.password);
  const account = await shell.write(callerOf(system, request.ip), async (work) => {
    const link = await useLink(work, ['resetPassword'], given.token);
    mustBeGoodPassword(given.password, [link.account.email, link.account.name]);
    await proveAddress(work, link.account, false);
    await setPassword(work, link.account, hash);
    return link.account;
  });
  const facts = await mustMaySignIn(shell, account);
  return signInAs(shell, request, facts);
}

/** Keeps a new password and ends what the old one may have opened; the account is told by mail. */
export async function setPassword(
  work: Work,
  account: Account,
  hash: string,
  butSession: string | null = null,
) {
  await keepPassword(work.tx, { id: work.newId('crd'), accountId: account.id, hash, now: work.now });
  await deleteSessions(work.tx, account.id, butSession);
  await deleteVerifications(work.tx, account.id);
  await forgetBrowsers(work.tx, account.id);
  work.audit({ action: 'account.passwordChanged', aboutId: account.id });
  work.mail(
    accountLetter({
      kind: 'passwordChanged',
      to: account.email,
      language: letterLanguage(account.language),
      name: account.name,
      aboutId: account.id,
      network: await networkName(work.tx),
      href: null,
    }),
  );
}

async function mayTry(shell: Shell, request: FastifyRequest): Promise<void> {
  mustComeFromOurPages(request, shell.settings.url);
  await countAttempt(shell.connection.db, [byAddress('links', request.ip)]);
}

async function proveAddress(work: Work, account: Account, dropsPassword: boolean): Promise<void> {
  if (!account.emailVerified) {
    if (dropsPassword) await deletePassword(work.tx, account.id);
    await deleteSessions(work.tx, account.id);
    await markEmailVerified(work.tx, account.id, work.now);
    await deleteVerifications(work.tx, account.id, 'confirmEmail');
  }
  await linkCustomer(work.tx, account.id, account.email);
}
