import { addMinutes } from '../../domain/kernel/instant.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { type Account, findAccount } from './kept/account-store.ts';
import { hashOf, newSecret } from './guard/secret.ts';
import { deleteExpiredVerifications, insertVerification, type Meant, type Purpose, takeVerification }
  from './kept/verification-store.ts';

/** How long a link in a letter is good for, by the product's clock. */
const goodMinutes: Readonly<Record<Exclude<Purpose, 'setUp'>, number>> = {
  magicLink: 15, resetPassword: 60, confirmEmail: 3 * 24 * 60, changeEmail: 24 * 60,
};

/** A new link's secret; only its hash is kept. */
export async function makeLink(work: Work, purpose: keyof typeof goodMinutes, meant: Meant): Promise<string> {
  const secret = newSecret();
  await deleteExpiredVerifications(work.tx, work.now);
  await insertVerification(work.tx, {
    id: work.newId('ver'), purpose, tokenHash: hashOf(secret), meant, now: work.now,
    expiresAt: addMinutes(work.now, goodMinutes[purpose]),
  });
  return secret;
}

/**
 * Uses a link up and says whose it is. Throws 422 `linkNotGood` when it was used, is too old, was made for
 * something else, or its account has another address by now.
 */
export async function useLink(
  work: Work, purposes: readonly Purpose[], secret: string,
): Promise<{ readonly account: Account; readonly purpose: Purpose; readonly meant: Meant }> {
  for (const purpose of purposes) {
    const meant = await takeVerification(work.tx, purpose, hashOf(secret), work.now);
    const account = meant === null ? null : await findAccount(work.tx, meant.accountId);
    if (meant !== null && account?.email === meant.email) return { account, purpose, meant };
  }
  throw new Problem('linkNotGood');
}

/** Where the letter's button leads: pages of Admin for staff, of the portal for customers. */
export interface Door {
  readonly at: 'admin' | 'portal';
  readonly language: string;
}

type PageOf = 'magicLink' | 'resetPassword' | 'changeEmail' | 'confirmEmail' | 'invitation';

const portalPages: Readonly<Record<PageOf, string>> = {
  magicLink: 'sign-in/with-link', confirmEmail: 'sign-in/with-link', resetPassword: 'password/reset',
  changeEmail: 'me/email/confirm', invitation: 'invitations',
};
const adminPages: Readonly<Record<PageOf, string>> = {
  magicLink: 'sign-in/link', confirmEmail: 'sign-in/link', resetPassword: 'reset-password',
  changeEmail: 'confirm-email', invitation: 'invitation',
};

/** In Admin the secret stands behind `#`, so that no server's log and no other page sees it. */
export function linkText(url: string, { at, language }: Door, page: PageOf, secret: string): string {
  if (at === 'admin') return `${url}/admin/${adminPages[page]}#${secret}`;
  const path = `${url}/${language}/${portalPages[page]}`;
  return page === 'invitation' ? `${path}/${secret}` : `${path}?token=${secret}`;
}
