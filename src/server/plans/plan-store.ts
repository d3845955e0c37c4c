import { sql } from 'kysely';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { PlanTerms } from '../../domain/contracts/plan.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull, json } from '../platform/database/sql.ts';

export interface PlanRow {
  readonly id: Id<'pla'>;
  readonly locationId: Id<'loc'>;
  readonly name: string;
  readonly createdAt: Instant;
  readonly archivedAt: Instant | null;
  readonly versions: readonly { version: number; inForceFrom: number; terms: PlanTerms }[];
}

const columns = sql`p.id, p.location_id, p.name, p.created_at, p.archived_at,
  (select jsonb_agg(jsonb_build_object('version', v.version, 'terms', v.terms,
     'inForceFrom', (extract(epoch from v.in_force_from) * 1000)::bigint) order by v.version)
   from plan_versions v where v.plan_id = p.id) as versions`;

/** All plans there are. A network has some dozens. */
export async function listPlans(tx: Database): Promise<readonly PlanRow[]> {
  const { rows } =
    await sql<PlanRow>`select ${columns} from plans p order by lower(p.name), p.id`.execute(tx);
  return rows;
}

/** The plan, kept from changing until the end of this transaction. */
export async function lockPlan(tx: Database, id: string): Promise<boolean> {
  const { rows } = await sql`select 1 from plans where id = ${id} for update`.execute(tx);
  return rows.length === 1;
}

export async function insertPlan(
  tx: Database,
  plan: { id: string; locationId: string; name: string },
  now: Instant,
): Promise<void> {
  await sql`insert into plans (id, location_id, name, created_at)
    values (${plan.id}, ${plan.locationId}, ${plan.name}, ${at(now)})`.execute(tx);
}

export async function appendVersion(
  tx: Database,
  planId: string,
  version: { version: number; inForceFrom: Instant; terms: PlanTerms; madeBy: string | null },
): Promise<void> {
  await sql`insert into plan_versions (plan_id, version, in_force_from, terms, made_by)
    values (${planId}, ${version.version}, ${at(version.inForceFrom)}, ${json(version.terms)},
      ${version.madeBy})`.execute(
    tx,
  );
}

export async function renamePlan(tx: Database, id: string, name: string): Promise<void> {
  await sql`update plans set name = ${name} where id = ${id}`.execute(tx);
}

export async function setArchived(tx: Database, id: string, archivedAt: Instant | null): Promise<void> {
  await sql`update plans set archived_at = ${atOrNull(archivedAt)} where id = ${id}`.execute(
    tx,
  );
}

/** Contracts that are to this plan and go on at a day, or will be. */
export async function countContracts(tx: Database, planId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct t.contract_id) as count from contract_terms t
      join contracts c on c.id = t.contract_id
    where t.plan_id = ${planId} and (c.end_day is null or c.end_day > c.start_day)`.execute(tx);
  return rows[0]?.count ?? 0;
}
