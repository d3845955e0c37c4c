import type { Id } from '../../../domain/kernel/id.ts';
import { addMinutes, earliest, type Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

/** A week without a request ends a session, and so do thirty days in any case. All by the machine's time. */
const idleMinutes = 7 * 24 * 60;
const wholeMinutes = 30 * 24 * 60;
const knownMinutes = 365 * 24 * 60;

export interface Session {
  readonly id: Id<'ses'>;
  readonly accountId: Id<'acc'>;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly expiresAt: Instant;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
}

type NewSession = Pick<Session, 'id' | 'accountId' | 'ipAddress' | 'userAgent'> &
  { readonly tokenHash: string; readonly now: Instant };

export async function insertSession(tx: Database, { tokenHash, now, ...session }: NewSession): Promise<void> {
  await tx
    .insertInto('sessions')
    .values({
      ...session,
      token: tokenHash,
      createdAt: at(now),
      updatedAt: at(now),
      expiresAt: at(addMinutes(now, idleMinutes)),
    })
    .execute();
}

export async function listSessions(tx: Database, accountId: Id<'acc'>, now: Instant): Promise<Session[]> {
  const rows = await tx
    .selectFrom('sessions')
    .select(['id', 'accountId', 'createdAt', 'updatedAt', 'expiresAt', 'ipAddress', 'userAgent'])
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', at(now))
    .orderBy('updatedAt', 'desc')
    .execute();
  return rows as Session[];
}

/** Prolongs a session in use, at most once an hour, so that most requests only read. */
export async function prolongSession(tx: Database, session: Session, now: Instant): Promise<void> {
  if (now - session.updatedAt < 60 * 60_000) return;
  const until = earliest(addMinutes(now, idleMinutes), addMinutes(session.createdAt, wholeMinutes)) ?? now;
  await tx.updateTable('sessions').set({ updatedAt: at(now), expiresAt: at(until) })
    .where('id', '=', session.id).execute();
}

/** False when the account has no such session. */
export async function deleteSession(tx: Database, accountId: Id<'acc'>, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('sessions')
    .where('id', '=', id).where('accountId', '=', accountId).executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function deleteSessionByToken(tx: Database, tokenHash: string): Promise<void> {
  await tx.deleteFrom('sessions').where('token', '=', tokenHash).execute();
}

/** All of an account's sessions, but the one that may stay. */
export async function deleteSessions(
  tx: Database,
  accountId: Id<'acc'>,
  butId: string | null = null,
): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('accountId', '=', accountId)
    .where('id', '!=', butId ?? '')
    .execute();
}

export async function deleteExpiredSessions(tx: Database, now: Instant): Promise<void> {
  await tx.deleteFrom('sessions').where('expiresAt', '<=', at(now)).execute();
}

/** Whether the account has signed in from this browser within a year. */
export async function isKnownBrowser(tx: Database, { accountId, tokenHash, now }: Browser): Promise<boolean> {
  const row = await tx.selectFrom('knownBrowsers').select('accountId')
    .where('tokenHash', '=', tokenHash).where('accountId', '=', accountId)
    .where('seenAt', '>', at(addMinutes(now, -knownMinutes))).executeTakeFirst();
  return row !== undefined;
}

interface Browser {
  readonly accountId: Id<'acc'>;
  readonly tokenHash: string;
  readonly now: Instant;
}

export async function keepBrowser(tx: Database, { accountId, tokenHash, now }: Browser): Promise<void> {
  await tx.insertInto('knownBrowsers').values({ accountId, tokenHash, seenAt: at(now) })
    .onConflict((clash) => clash.column('tokenHash').doUpdateSet({ accountId, seenAt: at(now) })).execute();
}

/** After a password was changed because somebody else may know it, no browser is known any more. */
export async function forgetBrowsers(tx: Database, accountId: Id<'acc'>): Promise<void> {
  await tx.deleteFrom('knownBrowsers').where('accountId', '=', accountId).execute();
}
