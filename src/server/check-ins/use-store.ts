import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Database } from '../platform/database/connect.ts';

/** What a stay has taken so far, as entries of below zero. */
export async function listUses(
  tx: Database,
  checkInId: Id<'chk'>,
): Promise<readonly { grantId: Id<'bft'>; amount: number }[]> {
  const { rows } = await sql<{ grantId: Id<'bft'>; amount: number }>`
    select grant_id, amount from benefit_entries where check_in_id = ${checkInId} and kind = 'used'
    order by id`.execute(tx);
  return rows;
}
