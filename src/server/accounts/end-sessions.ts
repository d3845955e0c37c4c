import type { Id } from '../../domain/kernel/id.ts';
import type { Work } from '../platform/work/shell.ts';
import { deleteSessions } from './kept/session-store.ts';

/**
 * Ends all sessions of an account but the one that may stay: whatever they held is over with the next
 * request.
 */
export async function endSessionsOf(
  work: Work,
  accountId: Id<'acc'>,
  butId: Id<'ses'> | null = null,
): Promise<void> {
  await deleteSessions(work.tx, accountId, butId);
}
