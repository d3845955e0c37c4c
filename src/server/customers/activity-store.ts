import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';

export interface ActivityRow {
  readonly id: Id<'aud'>;
  readonly at: Instant;
  readonly action: string;
  readonly aboutId: string;
  readonly actorKind: string;
  readonly actorName: string | null;
  readonly aboutName: string | null;
  readonly after: unknown;
}

/** What an entry is about, as it is called: the room booked, what was charged, the number, the plan. */
const aboutName = sql<string | null>`case split_part(e.action, '.', 1)
  when 'booking' then (select one.name from bookings booking join resources one
    on one.id = booking.resource_id where booking.id = e.about_id)
  when 'charge' then (select charge.text from charges charge where charge.id = e.about_id)
  when 'invoice' then (select invoice.number from invoices invoice where invoice.id = e.about_id)
  when 'contract' then (select plan.name from contract_terms terms join plans plan on plan.id = terms.plan_id
    where terms.contract_id = e.about_id and terms.made_at <= e.at order by terms.from_day desc limit 1)
  end`;

/** What the audit log says about a customer, the newest first. */
export async function listActivity(
  tx: Database, of: { customerId: Id<'cus'>; before: string | null; limit: number },
): Promise<readonly ActivityRow[]> {
  const { rows } = await sql<ActivityRow>`
    select e.id, e.at, e.action, e.about_id, e.actor_kind, e.after,
      coalesce(account.name, actor.name, key.name) as actor_name, ${aboutName} as about_name
    from audit_entries e
      left join admins admin on admin.id = e.actor_id
      left join accounts account on account.id = admin.account_id
      left join customers actor on actor.id = e.actor_id
      left join api_keys key on key.id = e.actor_id
    where e.customer_id = ${of.customerId} and (${of.before}::text is null or (e.at, e.id) <
      (select last.at, last.id from audit_entries last where last.id = ${of.before}))
    order by e.at desc, e.id desc limit ${of.limit + 1}`.execute(tx);
  return rows;
}
