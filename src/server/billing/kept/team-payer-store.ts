import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Database } from '../../platform/database/connect.ts';

/** Of some teams, those for which a customer pays: as their payer, or as the holder of a contract. */
export async function findTeamsPaidBy(
  tx: Database, teamIds: readonly Id<'tea'>[], customerId: Id<'cus'>,
): Promise<readonly Id<'tea'>[]> {
  const { rows } = await sql<{ id: Id<'tea'> }>`
    select t.id from teams t where t.id = any(${[...teamIds]}) and (t.paying_customer_id = ${customerId}
      or exists (select 1 from contracts c where c.team_id = t.id and c.customer_id = ${customerId}))
    order by t.id`.execute(tx);
  return rows.map(({ id }) => id);
}
