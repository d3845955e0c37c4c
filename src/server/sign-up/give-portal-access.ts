import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import { at } from '../platform/database/sql.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';

/** The customer may sign in from now on (CUS-9). Archived customers may not. */
export async function givePortalAccess(work: Work, customerId: Id<'cus'>): Promise<void> {
  const { rows } = await sql<{
    archived: boolean;
  }>`select exists (select from archivings where customer_id = ${customerId}
    and started_at <= ${at(work.now)}
    and (ended_at is null or ended_at > ${at(work.now)})) as archived`.execute(
    work.tx,
  );
  if (rows[0]?.archived !== false) throw new Problem('invitationNotGood');
  await sql`insert into portal_access_changes (customer_id, from_at, allowed, by_id)
    values (${customerId}, ${at(work.now)}, true, null)
    on conflict (customer_id, from_at) do update set allowed = true`.execute(work.tx);
  work.audit({
    action: 'customer.portalAccessGiven',
    aboutId: customerId,
    customerId,
    after: { portalAccess: true },
  });
  work.tell({
    kind: 'customer.portalAccessGiven',
    aboutId: customerId,
    customerId,
    facts: { portalAccess: true },
  });
}
