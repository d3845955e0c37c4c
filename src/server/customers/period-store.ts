import { sql } from 'kysely';
import type { SuspensionCause } from '../../domain/customers/customer.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface SuspensionRow {
  readonly id: Id<'sus'>;
  readonly customerId: Id<'cus'>;
  readonly cause: SuspensionCause;
  readonly note: string;
  readonly startedAt: Instant;
  readonly startedBy: string | null;
  readonly endedAt: Instant | null;
  readonly endedBy: string | null;
  readonly missedCycles: 'skip' | 'prorate' | 'charge' | null;
}

export async function insertSuspension(
  tx: Database,
  row: Pick<SuspensionRow, 'id' | 'customerId' | 'cause' | 'note' | 'startedAt' | 'startedBy'>,
): Promise<SuspensionRow> {
  const { rows } = await sql<SuspensionRow>`
    insert into suspensions (id, customer_id, cause, note, started_at, started_by)
    values (${row.id}, ${row.customerId}, ${row.cause}, ${row.note}, ${at(row.startedAt)}, ${row.startedBy})
    returning *`.execute(tx);
  return rows[0]!;
}

export async function listSuspensions(
  tx: Database,
  customerId: Id<'cus'>,
): Promise<readonly SuspensionRow[]> {
  const { rows } = await sql<SuspensionRow>`
    select * from suspensions where customer_id = ${customerId} order by started_at desc, id desc`.execute(
    tx,
  );
  return rows;
}

export async function endSuspension(
  tx: Database,
  id: Id<'sus'>,
  end: { at: Instant; by: string | null; missedCycles: SuspensionRow['missedCycles'] },
): Promise<SuspensionRow> {
  const { rows } = await sql<SuspensionRow>`
    update suspensions set ended_at = ${at(end.at)}, ended_by = ${end.by}, missed_cycles = ${end.missedCycles}
    where id = ${id} returning *`.execute(tx);
  return rows[0]!;
}

export async function insertArchiving(
  tx: Database,
  row: { id: Id<'arc'>; customerId: Id<'cus'>; startedAt: Instant; startedBy: string | null },
): Promise<void> {
  await sql`insert into archivings (id, customer_id, started_at, started_by)
    values (${row.id}, ${row.customerId}, ${at(row.startedAt)}, ${row.startedBy})`.execute(tx);
}

export async function endArchiving(
  tx: Database,
  customerId: Id<'cus'>,
  end: { at: Instant; by: string | null },
): Promise<void> {
  await sql`update archivings set ended_at = ${at(end.at)}, ended_by = ${end.by}
    where customer_id = ${customerId} and ended_at is null`.execute(tx);
}
