import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import { type Identity, nobody } from '../platform/http/caller.ts';
import type { Work } from '../platform/work/shell.ts';
import { placesInTeams } from './kept/identity-store.ts';

/** A customer as it asks when it is signed in, without an account or a session: for looking as it (PER-4). */
export async function customerIdentity({ tx }: Work, customerId: Id<'cus'>): Promise<Identity> {
  const { rows } = await sql<Pick<Identity, 'teams'>>`
    select ${placesInTeams} as teams from customers c where c.id = ${customerId}`.execute(tx);
  return { ...nobody, kind: 'customer', customerId, teams: rows[0]?.teams ?? [] };
}
