import type { FastifyRequest } from 'fastify';
import { refusedBy } from '../platform/database/sql.ts';
import { type Caller, callerOf, system } from '../platform/http/caller.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import {
  type Account,
  findAccount,
  findPassword,
  setEmail,
  setNameAndLanguage,
} from './kept/account-store.ts';
import { byAddress, byEmail, countAttempt, forgiveAttempt } from './guard/attempts.ts';
import { isAddressTaken, setCustomerEmail } from './kept/customer-link-store.ts';
import { accountLetter, letterLanguage, networkName } from './letters.ts';
import { type Door, linkText, makeLink, useLink } from './links.ts';
import { type Cookies, signInAs } from './open-session.ts';
import { mustComeFromOurPages } from './guard/own-origin.ts';
import { hashPassword, isPassword, mustBeGoodPassword } from './guard/password.ts';
import { deleteSessions, forgetBrowsers } from './kept/session-store.ts';
import { mustMaySignIn } from './sign-in.ts';
import { mustHaveAccount } from './sign-out.ts';
import { setPassword } from './use-link.ts';
import { deleteVerifications } from './kept/verification-store.ts';

interface NewAddress {
  readonly email: string;
  readonly currentPassword?: string | undefined;
  readonly language?: string | undefined;
  readonly at?: Door['at'] | undefined;
}

/**
 * Asks the new address to confirm that it is the account's; until then nothing changes. An account with a
 * password gives it again. An address that is taken hears so by mail; the answer is the same.
 */
export async function askForNewEmail(shell: Shell, caller: Caller, asked: NewAddress): Promise<void> {
  const account = await ownAccount(shell, caller);
  const email = asked.email.trim().toLowerCase();
  await countAttempt(shell.connection.db, [
    byEmail('new address', account.email, 5),
    byEmail('letters', email, 5),
  ]);
  await mustGivePassword(shell, account, asked.currentPassword);
  await shell.write(caller, async (work) => {
    const language = letterLanguage(asked.language, caller.language);
    const door: Door = { at: asked.at ?? (caller.adminId === null ? 'portal' : 'admin'), language };
    const taken = await isAddressTaken(work.tx, account.id, email);
    const about = { language, name: account.name, aboutId: account.id, network: await networkName(work.tx) };
    if (taken) return work.mail(accountLetter({ ...about, kind: 'addressKnown', to: email, href: null }));
    await deleteVerifications(work.tx, account.id, 'changeEmail');
    const meant = { accountId: account.id, email: account.email, newEmail: email };
    const href = linkText(
      shell.settings.url,
      door,
      'changeEmail',
      await makeLink(work, 'changeEmail', meant),
    );
    work.mail(accountLetter({ ...about, kind: 'changeEmail', to: email, href }));
    return undefined;
  });
}

/**
 * The new address holds from now on, for the account and its customer; the old one is told. Other sessions
 * and links end. Throws 422 `linkNotGood`, also when somebody else took the address meanwhile.
 */
export async function confirmNewEmail(
  shell: Shell,
  request: FastifyRequest,
  secret: string,
): Promise<Cookies> {
  mustComeFromOurPages(request, shell.settings.url);
  await countAttempt(shell.connection.db, [byAddress('links', request.ip)]);
  const account = await shell.write(callerOf(system, request.ip), (work) => changeEmail(work, secret));
  const facts = await mustMaySignIn(shell, account);
  return signInAs(shell, request, facts);
}

async function changeEmail(work: Work, secret: string): Promise<Account> {
  const { account, meant } = await useLink(work, ['changeEmail'], secret);
  const email = meant.newEmail ?? account.email;
  try {
    await setEmail(work.tx, { accountId: account.id, email, emailVerified: true, now: work.now });
    const customerId = await setCustomerEmail(work.tx, account.id, email, work.now);
    work.audit({
      action: 'account.emailChanged', aboutId: account.id, customerId,
      before: { email: account.email }, after: { email },
    });
  } catch (error) {
    throw refusedBy(error) === null ? error : new Problem('linkNotGood');
  }
  await deleteSessions(work.tx, account.id);
  await forgetBrowsers(work.tx, account.id);
  await deleteVerifications(work.tx, account.id);
  work.mail(
    accountLetter({
      kind: 'emailChanged',
      to: account.email,
      language: letterLanguage(account.language),
      name: account.name,
      aboutId: account.id,
      network: await networkName(work.tx),
      href: null,
      values: { email: maskedEmail(email) },
    }),
  );
  return { ...account, email };
}

/** Changes the caller's own password, who gives the old one again; all other sessions end. */
export async function changePassword(
  shell: Shell, caller: Caller, given: { currentPassword?: string | undefined; password: string },
): Promise<void> {
  const account = await ownAccount(shell, caller);
  mustBeGoodPassword(given.password, [account.email, account.name]);
  await mustGivePassword(shell, account, given.currentPassword);
  const hash = await hashPassword(given.password);
  await shell.write(caller, (work) => setPassword(work, account, hash, caller.sessionId));
}

/** Name and language of the caller's own account. */
export async function changeOwnAccount(
  work: Work, wished: { name?: string | undefined; language?: string | null | undefined },
): Promise<void> {
  const accountId = mustHaveAccount(work.caller);
  const before = await findAccount(work.tx, accountId);
  const values = {
    ...(wished.name !== undefined && { name: wished.name }),
    ...(wished.language !== undefined && { language: wished.language }),
  };
  if (Object.keys(values).length === 0) return;
  await setNameAndLanguage(work.tx, accountId, values, work.now);
  const { name, language } = before ?? {};
  work.audit({ action: 'account.changed', aboutId: accountId, before: { name, language }, after: values });
}

async function ownAccount(shell: Shell, caller: Caller): Promise<Account> {
  const account = await findAccount(shell.connection.db, mustHaveAccount(caller));
  if (account === null) throw new Problem('notSignedIn');
  return account;
}

/** A session left open is not enough to take an account over. */
async function mustGivePassword(shell: Shell, account: Account, given: string | undefined): Promise<void> {
  const hash = await findPassword(shell.connection.db, account.id);
  if (hash === null) return;
  const limits = [byEmail('own password', account.email, 10)];
  await countAttempt(shell.connection.db, limits);
  if (given === undefined || !await isPassword(hash, given)) {
    throw fieldProblem('currentPassword', 'wrong', 'This is not the password of this account.');
  }
  await forgiveAttempt(shell.connection.db, limits);
}

/** `m…@example.com`: enough to recognise one's own, too little for whoever else reads the old mailbox. */
const maskedEmail = (email: string): string => email.replace(/^(.).*(?=@)/, '$1…');
