import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyRequest } from 'fastify';
import type { Id } from '../../domain/kernel/id.ts';
import { byAddress, byEmail, countAttempt } from '../accounts/guard/attempts.ts';
import { mustComeFromOurPages } from '../accounts/guard/own-origin.ts';
import { hashPassword, mustBeGoodPassword } from '../accounts/guard/password.ts';
import { insertAccount, keepPassword } from '../accounts/account.ts';
import { accountLetter, letterLanguage, networkName } from '../accounts/letters.ts';
import { linkText, makeLink } from '../accounts/links.ts';
import { loadLocations, locationOf, settingAt } from '../locations/load-locations.ts';
import { machineNow } from '../platform/clock/clock.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { insertContact, isAddressKnown } from './sign-up-store.ts';

interface Wished {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly locationId: Id<'loc'>;
  readonly language?: string | undefined;
}

const leastMilliseconds = 250;

/**
 * Opens an account: a contact with portal access at this location, who signs in once the letter to the
 * address is answered. Where the address is known already, nothing changes and its owner is told by mail; the
 * answer and its time are the same. Throws 403 `accountsClosed` where the location's setting says so.
 */
export async function openAccount(shell: Shell, request: FastifyRequest, wished: Wished): Promise<void> {
  mustComeFromOurPages(request, shell.settings.url);
  const begun = machineNow();
  const email = wished.email.trim().toLowerCase();
  await countAttempt(shell.connection.db, [byAddress('accounts', request.ip), byEmail('letters', email, 5)]);
  mustBeGoodPassword(wished.password, [email, wished.name]);
  const hash = await hashPassword(wished.password);
  await shell.write(callerOf(system, request.ip), async (work) => {
    const locations = await loadLocations(work);
    locationOf(locations, wished.locationId);
    const isOpen = settingAt(locations, { locationId: wished.locationId, at: work.now }, 'accountsOpen');
    if (!isOpen) throw new Problem('accountsClosed');
    await ((await isAddressKnown(work.tx, email))
      ? tellOwner(work, email, wished)
      : open(work, email, { ...wished, hash }));
  });
  await wait(Math.max(0, leastMilliseconds - (machineNow() - begun)));
}

async function open(work: Work, email: string, wished: Wished & { hash: string }): Promise<void> {
  const language = letterLanguage(wished.language);
  const account = { id: work.newId('acc'), name: wished.name, email, emailVerified: false, language };
  await insertAccount(work.tx, { ...account, now: work.now });
  await keepPassword(work.tx, {
    id: work.newId('crd'),
    accountId: account.id,
    hash: wished.hash,
    now: work.now,
  });
  const customerId = work.newId('cus');
  const contact = { id: customerId, name: wished.name, email, language, homeLocationId: wished.locationId };
  await insertContact(work.tx, { ...contact, accountId: account.id, now: work.now });
  work.audit({
    action: 'customer.created',
    aboutId: customerId,
    customerId,
    locationId: wished.locationId,
    after: contact,
  });
  work.tell({
    kind: 'customer.created',
    aboutId: customerId,
    customerId,
    facts: { locationId: wished.locationId },
  });
  const secret = await makeLink(work, 'confirmEmail', { accountId: account.id, email });
  work.audit({ action: 'account.opened', aboutId: account.id, locationId: wished.locationId });
  work.mail(accountLetter({
    kind: 'confirmEmail', to: email, language, name: wished.name, aboutId: account.id,
    network: await networkName(work.tx),
    href: linkText(work.shell.settings.url, { at: 'portal', language }, 'confirmEmail', secret),
  }));
}

async function tellOwner(work: Work, email: string, { name, language }: Wished): Promise<void> {
  work.mail(accountLetter({
    kind: 'addressKnown', to: email, language: letterLanguage(language), name, aboutId: email,
    network: await networkName(work.tx), href: null,
  }));
}
