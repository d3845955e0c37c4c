import { sql } from 'kysely';
import type { Work } from '../platform/work/shell.ts';
import { at } from '../platform/database/sql.ts';

/** Whether a customer is put away; null when there is no such customer. */
export async function isArchivedNow(
  { tx, now }: Pick<Work, 'tx' | 'now'>,
  customerId: string,
): Promise<boolean | null> {
  const { rows } = await sql<{ archived: boolean }>`
    select exists (select 1 from archivings a where a.customer_id = c.id and a.started_at <= ${at(now)}
      and (a.ended_at is null or a.ended_at > ${at(now)})) as archived
    from customers c where c.id = ${customerId}`.execute(tx);
  return rows[0]?.archived ?? null;
}
