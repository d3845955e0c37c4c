import { sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

/** What the demo writes in bulk, because the verbs would take minutes for a year of it. */

export async function insertDayPass(
  tx: Database,
  pass: { id: string; locationId: string; name: string; value: { amount: number; currency: string }; now: Instant },
): Promise<void> {
  await sql`insert into passes (id, location_id, name, kind, value, value_currency, created_at)
    values (${pass.id}, ${pass.locationId}, ${pass.name}, 'day', ${pass.value.amount}, ${pass.value.currency},
      ${at(pass.now)})`.execute(tx);
  await sql`insert into pass_locations (pass_id, location_id) values (${pass.id}, ${pass.locationId})`.execute(tx);
}
