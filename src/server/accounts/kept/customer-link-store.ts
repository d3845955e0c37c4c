import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

export interface CustomerByEmail {
  readonly id: Id<'cus'>;
  readonly name: string;
  readonly language: string | null;
  readonly homeLocationId: Id<'loc'>;
  readonly accountId: Id<'acc'> | null;
}

/** The customer with this address, if it has portal access now. */
export async function findCustomerWithAccess(
  tx: Database, email: string, now: Instant,
): Promise<CustomerByEmail | null> {
  const { rows } = await sql<CustomerByEmail>`
    select c.id, c.name, c.language, c.home_location_id, c.account_id
    from customers c where c.email = ${email}
      and (select p.allowed from portal_access_changes p
        where p.customer_id = c.id and p.from_at <= ${at(now)}
        order by p.from_at desc limit 1)`.execute(tx);
  return rows[0] ?? null;
}

/**
 * Gives the account to the customer with the same address, where neither has another. Only for accounts whose
 * address is confirmed, or about to be by the letter that is being written.
 */
export async function linkCustomer(tx: Database, accountId: Id<'acc'>, email: string): Promise<void> {
  await sql`update customers set account_id = ${accountId} where email = ${email} and account_id is null
    and not exists (select from customers other where other.account_id = ${accountId})`.execute(tx);
}

/** The customer's address follows its account's when the person changes it (CUS-2). */
export async function setCustomerEmail(
  tx: Database, accountId: Id<'acc'>, email: string, now: Instant,
): Promise<Id<'cus'> | null> {
  const { rows } = await sql<{
    id: Id<'cus'>;
  }>`update customers set email = ${email}, changed_at = ${at(now)},
    version = version + 1 where account_id = ${accountId} returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

/** Whether another account or another customer has this address. */
export async function isAddressTaken(tx: Database, accountId: Id<'acc'>, email: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select
    exists (select from accounts where email = ${email} and id <> ${accountId})
    or exists (select from customers where email = ${email} and account_id is distinct from ${accountId})
    as taken`.execute(tx);
  return rows[0]?.taken ?? true;
}
