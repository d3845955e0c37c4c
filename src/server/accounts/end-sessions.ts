import type { Id } from '../../domain/kernel/id.ts';
import type { Work } from '../platform/work/shell.ts';
import { findAccountFacts } from './kept/identity-store.ts';
import { deleteSessions } from './kept/session-store.ts';

/**
 * Ends the sessions of an account whose customer may no longer sign in (SEC-5). Somebody who also works here
 * keeps theirs: they stop being that customer with the next request, and nobody signs colleagues out by
 * suspending them.
 */
export async function endSessionsOf(work: Work, accountId: Id<'acc'>): Promise<void> {
  const facts = await findAccountFacts(work.tx, accountId, work.now);
  if (facts === null || facts.roles.length > 0) return;
  await deleteSessions(work.tx, accountId);
}

/**
 * Ends all sessions of an account but the one that may stay: whatever they held is over with the next
 * request.
 */
export async function endAllSessionsOf(
  work: Work,
  accountId: Id<'acc'>,
  butId: Id<'ses'> | null = null,
): Promise<void> {
  await deleteSessions(work.tx, accountId, butId);
}
