import { type RawBuilder, sql } from 'kysely';
import type { Skip } from '../../../domain/billing/proposal.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at, json } from '../../platform/database/sql.ts';

export interface RunRow {
  readonly id: Id<'run'>;
  readonly locationId: Id<'loc'>;
  readonly throughDay: Day;
  readonly state: 'draft' | 'issuing' | 'issued';
  readonly skips: readonly KeptSkip[];
  readonly madeAt: Instant;
  readonly calculatedAt: Instant;
  readonly issuedAt: Instant | null;
  readonly version: number;
}

export type KeptSkip = Skip & { readonly customerName: string };

export async function insertRun(
  tx: Database,
  run: Omit<RunRow, 'issuedAt' | 'version'> & { madeBy: string | null },
): Promise<void> {
  const { madeAt, calculatedAt, skips, ...row } = run;
  await tx
    .insertInto('billingRuns')
    .values({ ...row, skips: json(skips), madeAt: at(madeAt), calculatedAt: at(calculatedAt) } as never)
    .execute();
}

export async function setCalculated(
  tx: Database,
  id: string,
  { skips, now }: { skips: readonly KeptSkip[]; now: Instant },
): Promise<void> {
  await sql`update billing_runs set skips = ${json(skips)}, calculated_at = ${at(now)}, version = version + 1
    where id = ${id}`.execute(tx);
}

/** Keeps a run from being drafted anew while it is issued, and the reverse. */
export async function lockRun(tx: Database, id: string): Promise<void> {
  await sql`select 1 from billing_runs where id = ${id} for update`.execute(tx);
}

export async function setRunState(
  tx: Database,
  id: string,
  { state, now, by }: { state: 'issuing' | 'issued'; now: Instant; by: string | null },
): Promise<void> {
  await sql`update billing_runs set state = ${state}, version = version + 1,
    issued_by = coalesce(issued_by, ${by}),
    issued_at = ${state === 'issued' ? sql`coalesce(issued_at, ${at(now)})` : sql`issued_at`}
      where id = ${id}`.execute(
    tx,
  );
}

export interface RunFilter {
  readonly ids?: readonly string[];
  readonly locationIds?: readonly string[];
  readonly state?: RunRow['state'];
  readonly beforeId?: string;
  readonly limit?: number;
}

export async function listRuns(tx: Database, filter: RunFilter): Promise<readonly RunRow[]> {
  const list: RawBuilder<unknown>[] = [sql`true`];
  if (filter.ids) list.push(sql`id = any(${[...filter.ids]})`);
  if (filter.locationIds) list.push(sql`location_id = any(${[...filter.locationIds]})`);
  if (filter.state) list.push(sql`state = ${filter.state}`);
  if (filter.beforeId) list.push(sql`id < ${filter.beforeId}`);
  const limit = filter.limit === undefined ? sql`` : sql`limit ${filter.limit}`;
  const { rows } = await sql<RunRow>`select * from billing_runs where ${sql.join(list, sql` and `)}
    order by id desc ${limit}`.execute(tx);
  return rows;
}

export interface RunSums {
  readonly runId: Id<'run'>;
  readonly currency: string;
  readonly count: number;
  readonly net: number;
  readonly tax: number;
  readonly total: number;
  readonly lastTotal: number;
  readonly draftCount: number;
  readonly issuedCount: number;
  readonly heldCount: number;
  readonly toLookAt: number;
  readonly flaggedCount: number;
  readonly cleanCount: number;
  readonly cleanTotal: number;
  readonly toIssueCount: number;
  readonly toIssueTotal: number;
}

/**
 * Sums of drafts and issued invoices by run and currency, beside what the same customers paid in the run
 * before.
 */
export async function sumRuns(tx: Database, ids: readonly string[]): Promise<readonly RunSums[]> {
  const { rows } = await sql<RunSums>`
    select i.run_id, i.currency, count(*)::int as count, sum(i.net)::bigint as net, sum(i.tax)::bigint as tax,
      sum(i.total)::bigint as total, coalesce(sum(p.total), 0)::bigint as last_total,
      count(*) filter (where i.state = 'draft')::int as draft_count,
      count(*) filter (where i.state <> 'draft')::int as issued_count,
      count(*) filter (where i.state = 'draft' and i.decision in ('held', 'skipped'))::int as held_count,
      count(*) filter (where i.state = 'draft' and i.decision is null and i.flags <> '[]')::int as to_look_at,
      count(*) filter (where i.state = 'draft' and i.flags <> '[]')::int as flagged_count,
      count(*) filter (where i.state = 'draft' and i.flags = '[]')::int as clean_count,
      coalesce(sum(i.total) filter (where i.state = 'draft' and i.flags = '[]'), 0)::bigint as clean_total,
      count(*) filter (where i.state = 'draft' and coalesce(i.decision, 'ok') = 'ok')::int as to_issue_count,
      coalesce(sum(i.total) filter (where i.state = 'draft' and coalesce(i.decision, 'ok') = 'ok'), 0)::bigint
        as to_issue_total
    from invoices i left join lateral (
      select total from invoices o where o.customer_id = i.customer_id
        and o.legal_entity_id = i.legal_entity_id
        and o.currency = i.currency and o.run_id is not null and o.run_id <> i.run_id and o.state <> 'draft'
        and o.kind = 'invoice' and o.made_at <= i.made_at
      order by o.issued_at desc, o.id desc limit 1) p on true
    where i.run_id = any(${[...ids]}) group by i.run_id, i.currency order by i.run_id, i.currency`.execute(
    tx,
  );
  return rows;
}

/** Drafts to issue next, locked: those that another process issues meanwhile are gone when it is done. */
export async function takeDrafts(
  tx: Database,
  runId: string,
  limit: number,
): Promise<readonly { id: Id<'inv'>; customerId: Id<'cus'> }[]> {
  const { rows } = await sql<{ id: Id<'inv'>; customerId: Id<'cus'> }>`
    select id, customer_id from invoices
    where run_id = ${runId} and state = 'draft' and (decision is null or decision = 'ok')
    order by customer_id, id limit ${limit} for update`.execute(tx);
  return rows;
}

export async function setDecision(
  tx: Database,
  id: string,
  { is, by, now }: { is: 'ok' | 'held' | 'skipped' | null; by: string | null; now: Instant },
): Promise<void> {
  await sql`update invoices set decision = ${is}, decided_by = ${is === null ? null : by},
    decided_at = ${is === null ? null : at(now)} where id = ${id} and state = 'draft'`.execute(tx);
}

/** One decision for every draft of a run that waits for one; answers which they were. */
export async function setDecisions(
  tx: Database,
  runId: string,
  { is, by, now }: { is: 'ok' | 'held'; by: string | null; now: Instant },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update invoices set decision = ${is}, decided_by = ${by}, decided_at = ${at(now)}
    where run_id = ${runId} and state = 'draft' and decision is null and flags <> '[]'
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}
