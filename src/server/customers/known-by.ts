import { sql } from 'kysely';
import { type Id, isId } from '../../domain/kernel/id.ts';
import type { Permission } from '../../domain/staff/permission.ts';
import type { Work } from '../platform/work/shell.ts';
import { findCustomer, findCustomerIdByEmail } from './customer-store.ts';

/** Whom a credential names: an e-mail address in any writing, or the id in a code; null: nobody known. */
export async function customerKnownBy(work: Work, credential: string): Promise<Id<'cus'> | null> {
  const said = credential.trim().toLowerCase();
  if (!isId('cus', said)) return findCustomerIdByEmail(work.tx, said);
  return (await findCustomer(work.tx, said, work.now)) === null ? null : said;
}

/**
 * Whether staff may know of a customer: one whose home they may read or act at, and one who has been at a
 * place of theirs, with a contract, a booking or a check-in. Of anybody else they hear as of nobody
 * (API-1, SAF-2).
 */
export async function knowsOf(
  { tx, caller }: Work, id: Id<'cus'>, permission: Permission,
): Promise<boolean> {
  const homes = caller.locationsWith('customers.read');
  const places = caller.locationsWith(permission);
  if (homes === 'all' || places === 'all') return true;
  const here = [...places];
  const { rows } = await sql<{ known: boolean }>`
    select exists (select 1 from customers where id = ${id}
        and home_location_id = any(${[...homes, ...here]}))
      or exists (select 1 from contracts where customer_id = ${id} and location_id = any(${here}))
      or exists (select 1 from contract_seats s join contracts c on c.id = s.contract_id
        where s.customer_id = ${id} and c.location_id = any(${here}))
      or exists (select 1 from bookings where customer_id = ${id} and location_id = any(${here}))
      or exists (select 1 from check_ins where customer_id = ${id} and location_id = any(${here}))
      as known`.execute(tx);
  return rows[0]?.known === true;
}
