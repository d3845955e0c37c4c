import { sql } from 'kysely';
import type { Persona } from '../../../domain/access/what-if/persona.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at, atOrNull } from '../../platform/database/sql.ts';

export interface PreviewRow {
  readonly id: Id<'pvw'>;
  readonly locationId: Id<'loc'>;
  readonly persona: Persona | null;
  readonly customerId: Id<'cus'> | null;
  /** Null: always now. */
  readonly looksAt: Instant | null;
  readonly levels: 'published' | 'draft';
  readonly openedBy: string;
  readonly sessionId: Id<'ses'> | null;
  readonly openedAt: Instant;
  readonly expiresAt: Instant;
}

/** Whose a preview is: of one admin or key, in one session. */
export type Opener = Pick<PreviewRow, 'openedBy' | 'sessionId'>;

const columns = sql`id, location_id, persona, customer_id, looks_at, levels, opened_by, session_id, opened_at,
  expires_at`;

const isTheirs = ({ openedBy, sessionId }: Opener) =>
  sql`opened_by = ${openedBy} and session_id is not distinct from ${sessionId}`;

export async function insertPreview(tx: Database, row: PreviewRow): Promise<void> {
  await sql`insert into portal_previews (${columns})
    values (${row.id}, ${row.locationId}, ${row.persona}, ${row.customerId}, ${atOrNull(row.looksAt)},
      ${row.levels}, ${row.openedBy}, ${row.sessionId}, ${at(row.openedAt)}, ${at(row.expiresAt)})`
    .execute(tx);
}

export async function findPreview(
  tx: Database, id: Id<'pvw'>, opener: Opener,
): Promise<PreviewRow | undefined> {
  const { rows } = await sql<PreviewRow>`
    select ${columns} from portal_previews where id = ${id} and ${isTheirs(opener)}`.execute(tx);
  return rows[0];
}

export async function listPreviews(
  tx: Database, { locationId, opener, now }: { locationId: Id<'loc'>; opener: Opener; now: Instant },
): Promise<readonly PreviewRow[]> {
  const { rows } = await sql<PreviewRow>`
    select ${columns} from portal_previews
    where location_id = ${locationId} and ${isTheirs(opener)} and expires_at > ${at(now)}
    order by id desc limit 200`.execute(tx);
  return rows;
}

export async function deletePreview(tx: Database, id: Id<'pvw'>, opener: Opener): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from portal_previews where id = ${id} and ${isTheirs(opener)}`.execute(tx);
  return numAffectedRows === 1n;
}

/** What this admin can use no longer. */
export async function deleteExpired(tx: Database, openedBy: string, now: Instant): Promise<void> {
  await sql`delete from portal_previews
    where opened_by = ${openedBy} and expires_at <= ${at(now)}`.execute(tx);
}

/** How many contracts at a location are to each plan: the one that most have says most. */
export async function countByPlan(
  tx: Database, locationId: Id<'loc'>,
): Promise<ReadonlyMap<Id<'pla'>, number>> {
  const { rows } = await sql<{ planId: Id<'pla'>; count: number }>`
    select t.plan_id, count(*)::int as count from contract_terms t join contracts c on c.id = t.contract_id
    where c.location_id = ${locationId} group by t.plan_id`.execute(tx);
  return new Map(rows.map(({ planId, count }) => [planId, count]));
}
