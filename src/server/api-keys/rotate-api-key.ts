import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadRoles } from '../staff/roles/load-roles.ts';
import { endSecrets, lockApiKey, setExpiry } from './api-key-store.ts';
import { apiKeyOf, auditAt, expiryOf, giveSecret, seenApiKey, type Shown } from './create-api-key.ts';
import { mayActOn } from './key-grants.ts';

interface Rotation {
  readonly overlapMinutes: number;
  /** Undefined: as before. */
  readonly expiresDay?: Day | null | undefined;
}

/**
 * A new secret for the same key; the old ones end after the overlap, or at once. Whoever reads it can do what
 * the key can, so that only whoever could make such a key may. Throws 404, 403 `mayNotGrant`, 409 `keyOver`,
 * 422.
 */
export async function rotateApiKey(
  work: Work, id: Id<'key'>, { overlapMinutes, expiresDay }: Rotation,
): Promise<Shown> {
  await lockApiKey(work.tx, id);
  const before = await seenApiKey(work, id);
  if (!mayActOn(work, before, await loadRoles(work))) throw new Problem('mayNotGrant');
  const isOver = before.endedAt !== null || (before.expiresAt !== null && before.expiresAt <= work.now);
  if (isOver) throw new Problem('keyOver');
  if (expiresDay !== undefined) await setExpiry(work.tx, id, await expiryOf(work, expiresDay));
  await endSecrets(work.tx, id, addMinutes(work.now, overlapMinutes));
  const secret = await giveSecret(work, id);
  const row = await apiKeyOf(work, id);
  auditAt(work, row, {
    action: 'apiKey.rotated',
    before: { hint: before.hint, expiresDay: before.expiresDay },
    after: { hint: row.hint, expiresDay: row.expiresDay, overlapMinutes },
  });
  return { row, secret };
}
