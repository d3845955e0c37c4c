import { findAccount } from '../accounts/account.ts';
import { accountLetter, letterLanguage, networkName } from '../accounts/letters.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';

/** To the address named, else to whoever asks; a key has none. Resolves with the address. */
export async function sendTestMail(work: Work, wished: string | undefined): Promise<string> {
  const { accountId } = work.caller;
  const account = accountId === null ? null : await findAccount(work.tx, accountId);
  const to = wished ?? account?.email;
  if (to === undefined) throw fieldProblem('to', 'required', 'Say to whom: a key has no address.');
  work.mail(accountLetter({
    kind: 'test',
    to,
    language: letterLanguage(work.caller.language, account?.language),
    network: await networkName(work.tx),
    aboutId: work.caller.actorId ?? '',
    name: account?.name ?? to,
    href: null,
  }));
  work.audit({ action: 'mail.tested', aboutId: work.caller.actorId ?? '', after: { to } });
  return to;
}
