import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { fieldProblem, Problem } from '../../platform/http/problem.ts';
import { commonPasswords } from './common-passwords.ts';

/**
 * ASVS 5.0, 6.2: at least 8 characters, at least 64 allowed, no rules about their kind, none of the common
 * ones.
 */
const shortest = 8;
const longest = 256;

/**
 * Throws a 422 that names the field when a password is too short, too long, too common, or says who it is
 * for.
 */
export function mustBeGoodPassword(password: string, about: readonly string[], field = 'password'): void {
  if ([...password].length < shortest) {
    throw fieldProblem(field, 'tooSmall', `A password needs at least ${shortest} characters.`);
  }
  if (password.length > longest)
    throw fieldProblem(field, 'tooLarge', `A password has ${longest} characters at most.`);
  const plain = password.toLowerCase();
  const obvious = commonPasswords.has(plain) || new Set(plain).size < 3
    || about.some((word) => plain === word.trim().toLowerCase());
  if (obvious)
    throw fieldProblem(field, 'tooCommon', 'This password is among the first that anybody would try.');
}

/**
 * `salt:key` in hex, by scrypt (N 16384, r 16, p 1, 64 bytes): the form that better-auth reads and writes.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16).toString('hex');
  return `${salt}:${(await derive(password, salt)).toString('hex')}`;
}

/**
 * Whether this is the password. Takes as long when there is no account (hash null) as when there is one, so
 * that time does not tell who exists.
 */
export async function isPassword(hash: string | null, password: string): Promise<boolean> {
  const [salt = '', key = ''] = (hash ?? nobodysHash).split(':');
  const derived = await derive(password.slice(0, longest), salt);
  const expected = Buffer.from(key, 'hex');
  const same = expected.length === derived.length && timingSafeEqual(expected, derived);
  return same && hash !== null;
}

const nobodysHash = `${'0'.repeat(32)}:${'0'.repeat(128)}`;

/**
 * Each derivation takes 16 MiB and a tenth of a second of a core; more at once wait, and past that are
 * refused.
 */
const atOnceMost = 2;
const waitingMost = 50;
const waiting: (() => void)[] = [];
let working = 0;

async function derive(password: string, salt: string): Promise<Buffer> {
  if (working >= atOnceMost) {
    if (waiting.length >= waitingMost) throw new Problem('tooMany', { retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => { waiting.push(resolve); });
  }
  working += 1;
  try {
    return await new Promise<Buffer>((resolve, reject) => {
      const cost = { N: 16384, r: 16, p: 1, maxmem: 128 * 16384 * 16 * 2 };
      scrypt(password.normalize('NFKC'), salt, 64, cost, (error, key) =>
        error ? reject(error) : resolve(key),
      );
    });
  } finally {
    working -= 1;
    waiting.shift()?.();
  }
}
