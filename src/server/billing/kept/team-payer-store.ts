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

/** The teams that a customer runs now. */
export async function findTeamsRunBy(tx: Database, customerId: Id<'cus'>): Promise<readonly Id<'tea'>[]> {
  const { rows } = await sql<{ id: Id<'tea'> }>`
    select m.team_id as id from team_members m join team_roles r on r.member_id = m.id and r.ended_at is null
    where m.customer_id = ${customerId} and m.ended_at is null and r.role = 'manager'`.execute(tx);
  return rows.map(({ id }) => id);
}
