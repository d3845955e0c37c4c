import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

export interface Account {
  readonly id: Id<'acc'>;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly language: string | null;
}

export interface NewAccount extends Account {
  readonly now: Instant;
}

const columns = ['id', 'name', 'email', 'emailVerified', 'language'] as const;

/** False when the address has an account already. */
export async function insertAccount(tx: Database, { now, ...account }: NewAccount): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx.insertInto('accounts')
    .values({ ...account, image: null, createdAt: at(now), updatedAt: at(now) })
    .onConflict((clash) => clash.column('email').doNothing()).executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findAccount(tx: Database, id: Id<'acc'>): Promise<Account | null> {
  const row = await tx.selectFrom('accounts').select(columns).where('id', '=', id).executeTakeFirst();
  return (row as Account | undefined) ?? null;
}

export async function findAccountByEmail(tx: Database, email: string): Promise<Account | null> {
  const row = await tx.selectFrom('accounts').select(columns).where('email', '=', email).executeTakeFirst();
  return (row as Account | undefined) ?? null;
}

/** With the hash of its password, null where it has none; the row stays locked for a change. */
export async function findPassword(tx: Database, accountId: Id<'acc'>): Promise<string | null> {
  const row = await tx.selectFrom('credentials').select('password')
    .where('accountId', '=', accountId).where('providerId', '=', 'credential').executeTakeFirst();
  return row?.password ?? null;
}

interface NewPassword {
  readonly id: Id<'crd'>;
  readonly accountId: Id<'acc'>;
  readonly hash: string;
  readonly now: Instant;
}

export async function keepPassword(tx: Database, { id, accountId, hash, now }: NewPassword): Promise<void> {
  await tx.insertInto('credentials')
    .values({
      id, accountId, providerId: 'credential', providerAccountId: accountId, password: hash,
      createdAt: at(now), updatedAt: at(now),
    })
    .onConflict((clash) => clash.columns(['providerId', 'providerAccountId'])
      .doUpdateSet({ password: hash, updatedAt: at(now) })).execute();
}

export async function deletePassword(tx: Database, accountId: Id<'acc'>): Promise<void> {
  await tx
    .deleteFrom('credentials')
    .where('accountId', '=', accountId)
    .where('providerId', '=', 'credential')
    .execute();
}

export async function markEmailVerified(tx: Database, accountId: Id<'acc'>, now: Instant): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ emailVerified: true, updatedAt: at(now) })
    .where('id', '=', accountId)
    .execute();
}

/** Throws the database's refusal (accounts_by_email) when another account has taken the address. */
export async function setEmail(
  tx: Database,
  change: { accountId: Id<'acc'>; email: string; emailVerified: boolean; now: Instant },
): Promise<void> {
  const { accountId, email, emailVerified, now } = change;
  await tx
    .updateTable('accounts')
    .set({ email, emailVerified, updatedAt: at(now) })
    .where('id', '=', accountId)
    .execute();
}

export async function setNameAndLanguage(
  tx: Database, accountId: Id<'acc'>, values: { name?: string; language?: string | null }, now: Instant,
): Promise<void> {
  await tx
    .updateTable('accounts')
    .set({ ...values, updatedAt: at(now) })
    .where('id', '=', accountId)
    .execute();
}
