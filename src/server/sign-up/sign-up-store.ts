import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface InvitedCustomer {
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly homeLocationId: Id<'loc'>;
  readonly archived: boolean;
}

export async function findInvitedCustomer(
  tx: Database, id: Id<'cus'>, now: Instant,
): Promise<InvitedCustomer | null> {
  const { rows } = await sql<InvitedCustomer>`select c.name, c.email, c.language, c.home_location_id,
    exists (select from archivings v where v.customer_id = c.id and v.started_at <= ${at(now)}
      and (v.ended_at is null or v.ended_at > ${at(now)})) as archived
    from customers c where c.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Whether an account or a customer has this address. */
export async function isAddressKnown(tx: Database, email: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`select exists (select from accounts where email = ${email})
    or exists (select from customers where email = ${email}) as known`.execute(tx);
  return rows[0]?.known ?? false;
}

interface NewContact {
  readonly id: Id<'cus'>;
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly homeLocationId: Id<'loc'>;
  readonly accountId: Id<'acc'>;
  readonly now: Instant;
}

/** A customer of their own making: an individual with portal access from now on (CUS-1). */
export async function insertContact(tx: Database, { now, ...contact }: NewContact): Promise<void> {
  await tx.insertInto('customers').values({ ...contact, createdAt: at(now), changedAt: at(now) }).execute();
  await tx.insertInto('portalAccessChanges')
    .values({ customerId: contact.id, fromAt: at(now), allowed: true, byId: contact.id }).execute();
}

/** The customer of an account, or, where it has none yet, the one with this address. */
export async function findContact(
  tx: Database, { email, accountId, now }: { email: string; accountId: Id<'acc'>; now: Instant },
): Promise<{ readonly id: Id<'cus'>; readonly archived: boolean } | null> {
  const { rows } = await sql<{ id: Id<'cus'>; archived: boolean }>`
    select c.id, exists (select from archivings v where v.customer_id = c.id and v.started_at <= ${at(now)}
      and (v.ended_at is null or v.ended_at > ${at(now)})) as archived
    from customers c where c.account_id = ${accountId} or c.email = ${email}
    order by c.account_id is distinct from ${accountId} limit 1`.execute(tx);
  return rows[0] ?? null;
}

export async function isInTeam(tx: Database, teamId: Id<'tea'>, customerId: Id<'cus'>): Promise<boolean> {
  const { rows } = await sql`select 1 from team_members where team_id = ${teamId}
    and customer_id = ${customerId} and ended_at is null`.execute(tx);
  return rows.length === 1;
}

export async function findTeamName(tx: Database, id: Id<'tea'>): Promise<string | null> {
  const row = await tx.selectFrom('teams').select('name').where('id', '=', id).executeTakeFirst();
  return row?.name ?? null;
}
