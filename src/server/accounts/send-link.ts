import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import type { Id } from '../../domain/kernel/id.ts';
import { machineNow } from '../platform/clock/clock.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import {
  type Account,
  findAccount,
  findAccountByEmail,
  insertAccount,
  setEmail,
} from './kept/account-store.ts';
import { byAddress, byEmail, countAttempt } from './guard/attempts.ts';
import { findCustomerWithAccess, linkCustomer } from './kept/customer-link-store.ts';
import { findAccountFacts } from './kept/identity-store.ts';
import { accountLetter, letterLanguage, networkName } from './letters.ts';
import { type Door, linkText, makeLink } from './links.ts';
import { deleteVerifications } from './kept/verification-store.ts';
import { customerMaySignIn } from './may-sign-in.ts';
import { mustComeFromOurPages } from './guard/own-origin.ts';

interface Wanted {
  readonly email: string;
  readonly language?: string | undefined;
  readonly at?: Door['at'] | undefined;
}

/** The answer takes at least this long, so that its time does not tell whether a letter was written. */
const leastMilliseconds = 150;

/**
 * Writes a letter with a link that signs in, or that sets a new password, to whoever may sign in with this
 * address; answers the same when there is nobody. A customer with portal access but without an account gets
 * one here.
 */
export async function sendLink(
  shell: Shell, request: FastifyRequest, kind: 'magicLink' | 'resetPassword', wanted: Wanted,
): Promise<void> {
  mustComeFromOurPages(request, shell.settings.url);
  const email = wanted.email.trim().toLowerCase();
  const begun = machineNow();
  await countAttempt(shell.connection.db, [byAddress('letters', request.ip), byEmail('letters', email, 5)]);
  await shell.write(callerOf(system, request.ip), async (work) => {
    const account = await accountFor(work, email, wanted.language);
    if (account !== null) await writeLetter(work, kind, account, wanted);
  });
  await wait(Math.max(0, leastMilliseconds - (machineNow() - begun)));
}

async function writeLetter(
  work: Work, kind: 'magicLink' | 'resetPassword', account: Account, wanted: Wanted,
): Promise<void> {
  const facts = await findAccountFacts(work.tx, account.id, work.now);
  if (facts === null) return;
  const isAdmin = facts.roles.length > 0;
  const isCustomer = facts.customerId !== null && await customerMaySignIn(work.shell, facts);
  if (!isAdmin && !isCustomer) return;
  const language = letterLanguage(wanted.language, account.language, facts.customerLanguage);
  const at = isAdmin && (wanted.at === 'admin' || !isCustomer) ? 'admin' : 'portal';
  const secret = await makeLink(work, kind, { accountId: account.id, email: account.email });
  work.mail(
    accountLetter({
      kind,
      to: account.email,
      language,
      name: account.name,
      aboutId: account.id,
      network: await networkName(work.tx),
      href: linkText(work.shell.settings.url, { at, language }, kind, secret),
    }),
  );
}

/** The account with this address; made now for a customer who has portal access and none yet. */
async function accountFor(work: Work, email: string, language: string | undefined): Promise<Account | null> {
  const found = await findAccountByEmail(work.tx, email);
  const customer = await findCustomerWithAccess(work.tx, email, work.now);
  if (customer === null) return found;
  if (customer.accountId !== null) return found ?? followCustomer(work, customer.accountId, email);
  const account = found ?? {
    id: work.newId('acc'), email, emailVerified: false, name: customer.name,
    language: customer.language ?? (language === undefined ? null : letterLanguage(language)),
  };
  if (found === null) await insertAccount(work.tx, { ...account, now: work.now });
  if (found === null || found.emailVerified) await linkCustomer(work.tx, account.id, email);
  return account;
}

/**
 * Staff gave the customer another address: the account gets it when somebody at that address first asks to
 * sign in, and its link proves it. Never for an account that works here: whoever edits customers must not get
 * at colleagues.
 */
async function followCustomer(work: Work, accountId: Id<'acc'>, email: string): Promise<Account | null> {
  const facts = await findAccountFacts(work.tx, accountId, work.now);
  const account = await findAccount(work.tx, accountId);
  if (facts === null || account === null || facts.roles.length > 0) return null;
  await setEmail(work.tx, { accountId, email, emailVerified: false, now: work.now });
  await deleteVerifications(work.tx, accountId);
  work.audit({
    action: 'account.emailChanged', aboutId: accountId, customerId: facts.customerId,
    before: { email: account.email }, after: { email },
  });
  return { ...account, email, emailVerified: false };
}
