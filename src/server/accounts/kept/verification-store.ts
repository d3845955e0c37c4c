import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

/** What a link in a letter is for. A link for one purpose is worth nothing for another. */
export type Purpose = 'magicLink' | 'resetPassword' | 'confirmEmail' | 'changeEmail' | 'setUp';

/** Who a link was written to, and what it stands for. */
export interface Meant {
  readonly accountId: Id<'acc'>;
  /** The address the letter went to; a link is void once the account has another. */
  readonly email: string;
  /** changeEmail only: the address the account gets. */
  readonly newEmail?: string;
}

interface NewVerification {
  readonly id: Id<'ver'>;
  readonly purpose: Purpose;
  readonly tokenHash: string;
  readonly meant: Meant;
  readonly expiresAt: Instant;
  readonly now: Instant;
}

export async function insertVerification(tx: Database, one: NewVerification): Promise<void> {
  await tx.insertInto('verifications').values({
    id: one.id, identifier: `${one.purpose}:${one.tokenHash}`, value: JSON.stringify(one.meant),
    expiresAt: at(one.expiresAt), createdAt: at(one.now), updatedAt: at(one.now),
  }).execute();
}

/**
 * Uses the link up: of two who come with it at once, one gets it. Null when there is none, or it is too old.
 */
export async function takeVerification(
  tx: Database, purpose: Purpose, tokenHash: string, now: Instant,
): Promise<Meant | null> {
  const { rows } = await sql<{ value: string }>`delete from verifications
    where identifier = ${`${purpose}:${tokenHash}`} and expires_at > ${at(now)} returning value`.execute(tx);
  return rows[0] === undefined ? null : JSON.parse(rows[0].value) as Meant;
}

/** Whether this would be accepted; uses nothing up. */
export async function isVerificationOpen(
  tx: Database, purpose: Purpose, tokenHash: string, now: Instant,
): Promise<boolean> {
  const row = await tx
    .selectFrom('verifications')
    .select('id')
    .where('identifier', '=', `${purpose}:${tokenHash}`)
    .where('expiresAt', '>', at(now))
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Voids all links of an account, for one purpose or for all: after a use, or when its password or address
 * changed.
 */
export async function deleteVerifications(
  tx: Database,
  accountId: Id<'acc'>,
  purpose?: Purpose,
): Promise<void> {
  await sql`delete from verifications where value::jsonb ->> 'accountId' = ${accountId}
    and identifier like ${`${purpose ?? ''}%`}`.execute(tx);
}

export async function deleteExpiredVerifications(tx: Database, now: Instant): Promise<void> {
  await tx.deleteFrom('verifications').where('expiresAt', '<=', at(now)).execute();
}
