import { type Id, isId } from '../../domain/kernel/id.ts';
import type { Work } from '../platform/work/shell.ts';
import { findCustomer, findCustomerIdByEmail } from './customer-store.ts';

/** Whom a credential names: an e-mail address in any writing, or the id in a code; null: nobody known. */
export async function customerKnownBy(work: Work, credential: string): Promise<Id<'cus'> | null> {
  const said = credential.trim().toLowerCase();
  if (!isId('cus', said)) return findCustomerIdByEmail(work.tx, said);
  return (await findCustomer(work.tx, said, work.now)) === null ? null : said;
}
