import { sql } from 'kysely';
import type { Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull } from '../platform/database/sql.ts';

export interface NewFreeze {
  readonly id: string;
  readonly contractId: string;
  readonly fromDay: Day;
  readonly untilDay: Day | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  readonly billing: 'none' | 'full' | 'fee';
  readonly fee: number | null;
  readonly extendsMinimumTerm: boolean;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
}

/** The database keeps freezes of one contract from overlapping (CON-6). */
export async function insertFreeze(tx: Database, row: NewFreeze): Promise<void> {
  await sql`insert into contract_freezes (id, contract_id, from_day, until_day, starts_at, ends_at,
    billing, fee,
      extends_minimum_term, made_at, made_by)
    values (${row.id}, ${row.contractId}, ${row.fromDay}, ${row.untilDay}, ${at(row.startsAt)},
      ${atOrNull(row.endsAt)},
      ${row.billing}, ${row.fee}, ${row.extendsMinimumTerm}, ${at(row.madeAt)}, ${row.madeBy})`.execute(tx);
}

export interface EndedFreeze {
  readonly untilDay: Day;
  readonly endsAt: Instant;
  readonly resumedAt: Instant;
  readonly resumedBy: string | null;
}

export async function endFreeze(tx: Database, id: string, end: EndedFreeze): Promise<void> {
  await sql`update contract_freezes set until_day = ${end.untilDay}, ends_at = ${at(end.endsAt)},
      resumed_at = ${at(end.resumedAt)}, resumed_by = ${end.resumedBy} where id = ${id}`.execute(tx);
}

/**
 * A freeze lies inside its contract: what reaches beyond a new end stops there, what begins after it never
 * was.
 */
export async function endFreezesAt(
  tx: Database,
  contractId: string,
  end: { day: Day; at: Instant },
): Promise<void> {
  await sql`update contract_freezes set until_day = greatest(from_day, ${end.day}::date),
      ends_at = greatest(starts_at, ${at(end.at)})
    where contract_id = ${contractId} and (until_day is null or until_day > ${end.day})
      and ends_at is distinct from starts_at`.execute(
    tx,
  );
}

export async function contractOfFreeze(tx: Database, freezeId: string): Promise<string | null> {
  const { rows } = await sql<{
    contractId: string;
  }>`select contract_id from contract_freezes where id = ${freezeId}`.execute(tx);
  return rows[0]?.contractId ?? null;
}
