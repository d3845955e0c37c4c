import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { FastifyRequest } from 'fastify';
import type { BodyOf } from '../../api/endpoint.ts';
import type { setUp as endpoint } from '../../api/staff.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { byAddress, byEmail, countAttempt } from '../accounts/guard/attempts.ts';
import { mustComeFromOurPages } from '../accounts/guard/own-origin.ts';
import { hashPassword, mustBeGoodPassword } from '../accounts/guard/password.ts';
import { hashOf } from '../accounts/guard/secret.ts';
import {
  type Account,
  findAccountByEmail,
  insertAccount,
  insertVerification,
  isVerificationOpen,
  keepPassword,
} from '../accounts/account.ts';
import { type Cookies, signInAs } from '../accounts/open-session.ts';
import { mustMaySignIn } from '../accounts/sign-in.ts';
import { createLocation } from '../locations/create-location.ts';
import { callerOf, system } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { becomeColleague } from './become-colleague.ts';
import { makeNetwork } from './make-network.ts';
import { hasNoStaff } from './staff-store.ts';

/** The code is good until somebody has set this network up, however long that takes. */
const goodMinutes = 10 * 365 * 24 * 60;
const noOne = { accountId: 'acc_none' as never, email: '' };

/**
 * At each start on a database where nobody has ever worked: the owner of the environment is made, with the
 * network; or a code is printed that protects the wizard at /admin/setup. Answers the lines to print.
 */
export async function prepareFirstOwner(shell: Shell): Promise<readonly string[]> {
  const { ownerEmail, ownerPassword, url } = shell.settings;
  const notes = isSheltered(url) ? [] : [plainAddress];
  if (!(await hasNoStaff(shell.connection.db))) return notes;
  if (ownerEmail === null || ownerPassword === null) {
    const code = await makeCode(shell);
    return [...notes, `\nNobody owns this network yet. Open ${url}/admin/setup and use the code ${code}`];
  }
  const hash = await hashPassword(ownerPassword);
  await shell.write(callerOf(system, null), async (work) => {
    if (!(await isMineToSetUp(work))) return;
    const email = ownerEmail.trim().toLowerCase();
    await makeOwner(work, { name: nameFrom(email), email, hash, language: null });
  });
  return notes;
}

const plainAddress =
  '\nThis address is not https: whoever listens on the way can read what people sign in with.';

const isSheltered = (url: string): boolean =>
  url.startsWith('https:') || /^(.+\.)?localhost$/i.test(new URL(url).hostname);

/**
 * The wizard's only step that writes: owner, network and first location in one. Throws 403 `setUpCodeWrong`
 * and 409 `setUpDone`.
 */
export async function setUp(
  shell: Shell, request: FastifyRequest, wished: BodyOf<typeof endpoint>,
): Promise<Cookies & { readonly locationSlug: string | null }> {
  mustComeFromOurPages(request, shell.settings.url);
  await countAttempt(shell.connection.db, [
    byAddress('set-up', request.ip),
    byEmail('set-up', 'the code', 30),
  ]);
  const { owner } = wished;
  const isRight = await isVerificationOpen(
    shell.connection.db,
    'setUp',
    hashOf(plainCode(wished.code)),
    shell.clock.now(),
  );
  if (!await hasNoStaff(shell.connection.db)) throw new Problem('setUpDone');
  if (!isRight) throw new Problem('setUpCodeWrong');
  mustBeGoodPassword(owner.password, [owner.email, owner.name], 'owner.password');
  const hash = await hashPassword(owner.password);
  const { account, slug } = await shell.write(callerOf(system, request.ip), (work) =>
    write(work, wished, hash),
  );
  const facts = await mustMaySignIn(shell, account);
  const cookies = await signInAs(shell, request, facts);
  return { ...cookies, locationSlug: slug };
}

async function write(
  work: Work, { owner, network, location }: BodyOf<typeof endpoint>, hash: string,
): Promise<{ account: Account; slug: string | null }> {
  if (!await isMineToSetUp(work)) throw new Problem('setUpDone');
  const account = await makeOwner(work, { ...owner, hash, language: network.language }, network);
  if (location === undefined) return { account, slug: null };
  const { slug } = await createLocation(work, { ...location, slug: slugFrom(location.name) });
  return { account, slug };
}

interface Owner {
  readonly name: string;
  readonly email: string;
  readonly hash: string;
  readonly language: string | null;
}

async function makeOwner(
  work: Work, owner: Owner, network: { name: string; language: string } | null = null,
): Promise<Account> {
  const { email, name, language } = owner;
  const locationId = await makeNetwork(work, {
    name: network?.name ?? 'Network', languages: [network?.language ?? 'en'], renames: network !== null,
  });
  const found = await findAccountByEmail(work.tx, email);
  const account = found ?? { id: work.newId('acc'), name, email, emailVerified: true, language };
  if (found === null) await insertAccount(work.tx, { ...account, now: work.now });
  await keepPassword(work.tx, {
    id: work.newId('crd'),
    accountId: account.id,
    hash: owner.hash,
    now: work.now,
  });
  await becomeColleague(work, { account, role: 'owner', locationId, by: null });
  return account;
}

/**
 * Of several processes that start at once, or two browsers in the wizard, one goes first; the other finds it
 * done.
 */
async function isMineToSetUp({ tx }: Work): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7014)`.execute(tx);
  return hasNoStaff(tx);
}

/** Eight characters without those that look alike: 40 bits, behind a limit of guesses. */
async function makeCode(shell: Shell): Promise<string> {
  const letters = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)] ?? 'x').join('');
  await shell.write(callerOf(system, null), (work) => insertVerification(work.tx, {
    id: work.newId('ver'), purpose: 'setUp', tokenHash: hashOf(letters), meant: noOne, now: work.now,
    expiresAt: addMinutes(work.now, goodMinutes),
  }));
  return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ23';
const plainCode = (code: string): string => code.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** `mira.kovac@…` is Mira Kovac, until they say otherwise. */
const nameFrom = (email: string): string =>
  (email.split('@')[0] ?? '').split(/[._+-]+/).filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ') || 'Owner';

/** Words that mean something else in an address of Admin, and the network's own. */
const reserved = new Set([
  'all',
  'network',
  'setup',
  'sign-in',
  'reset-password',
  'invitation',
  'confirm-email',
]);

const slugFrom = (name: string): string =>
  reserved.has(plainSlug(name)) ? `${plainSlug(name)}-1` : plainSlug(name);

/** Small letters and digits with hyphens; accents fall away. */
const plainSlug = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '') || 'home';
