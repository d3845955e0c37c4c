import { type RawBuilder, sql } from 'kysely';
import type { AnsweredDecision } from '../../../api/decision.ts';
import type { Action, LayerName, Via } from '../../../domain/access/decision.ts';
import type { KeptFacts } from '../../../domain/access/replay/kept-facts.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { among, at, json } from '../../platform/database/sql.ts';
import type { Statement } from '../../platform/database/statement.ts';

export interface NewRefusal {
  readonly id: Id<'rfs'>;
  readonly at: Instant;
  readonly customerId: Id<'cus'> | null;
  readonly locationId: Id<'loc'>;
  readonly action: Action;
  readonly target: string | null;
  readonly via: Via;
  readonly source: string | null;
  readonly layer: LayerName;
  readonly code: string;
  /** `<fix> <address>`. */
  readonly resolvedBy: readonly string[];
  readonly question: string;
  readonly decision: AnsweredDecision;
  readonly facts: KeptFacts;
  readonly ruleVersion: number;
  readonly madeBy: string | null;
}

/**
 * The same question again within a minute of the last time is counted at the first one, in the same
 * statement: whoever asks every second is kept once a day.
 */
const recent = ({ question, at: now }: NewRefusal): Statement => sql`
  select r.id from refusals r
  where r.question = ${question} and r.at > ${at(now)} - interval '1 day' and r.at <= ${at(now)}
    and greatest(r.at, (select max(at) from refusal_repeats where refusal_id = r.id))
      > ${at(now)} - interval '1 minute'
  order by r.at desc limit 1`;

export const refusalKept = (row: NewRefusal): Statement => sql`
  insert into refusals (id, at, customer_id, location_id, action, target, via, source, layer, code,
    resolved_by, question, decision, facts, rule_version, made_by)
  select ${row.id}, ${at(row.at)}, ${row.customerId}, ${row.locationId}, ${row.action}, ${row.target},
    ${row.via}, ${row.source}, ${row.layer}, ${row.code}, ${[...row.resolvedBy]}::text[], ${row.question},
    ${json(row.decision)}, ${json(row.facts)}, ${row.ruleVersion}::int, ${row.madeBy}
  where not exists (${recent(row)})`;

export const refusalCounted = (row: NewRefusal): Statement => sql`
  insert into refusal_repeats (refusal_id, at) select recent.id, ${at(row.at)} from (${recent(row)}) recent`;

export interface RefusalFilter {
  /** Null: everywhere. */
  readonly locationIds: readonly string[] | null;
  readonly action?: Action | undefined;
  readonly reason?: string | undefined;
  readonly customerId?: Id<'cus'> | undefined;
  /** Only of customers, not of cards that are nobody's. */
  readonly isKnown?: boolean;
  readonly from?: Instant | undefined;
  /** Exclusive. */
  readonly to?: Instant | undefined;
}

export interface RefusalRow {
  readonly id: Id<'rfs'>;
  readonly at: Instant;
  readonly customerId: Id<'cus'> | null;
  readonly customerName: string | null;
  readonly locationId: Id<'loc'>;
  readonly action: Action;
  readonly target: string | null;
  readonly via: Via;
  readonly source: string | null;
  readonly layer: LayerName;
  readonly code: string;
  readonly decision: AnsweredDecision;
  readonly ruleVersion: number | null;
  /** How often, each time within a minute of the last. */
  readonly times: number;
  readonly lastAt: Instant;
}

const shown = sql`r.id, r.at, r.customer_id, u.name as customer_name, r.location_id, r.action, r.target,
  r.via, r.source, r.layer, r.code, r.decision, r.rule_version, 1 + p.repeats as times,
  coalesce(p.last_at, r.at) as last_at
  from refusals r left join customers u on u.id = r.customer_id
  cross join lateral (
    select count(*)::int as repeats, max(at) as last_at from refusal_repeats where refusal_id = r.id) p`;

/** The newest first. */
export async function listRefusals(
  tx: Database,
  filter: RefusalFilter,
  { after, limit }: { after: readonly (string | number | null)[] | null; limit: number },
): Promise<readonly RefusalRow[]> {
  const beyond =
    after === null ? sql`true` : sql`(r.at, r.id) < (${at(Number(after[0]) as Instant)}, ${after[1]})`;
  const { rows } = await sql<RefusalRow>`select ${shown} where ${narrowed(filter)} and ${beyond}
    order by r.at desc, r.id desc limit ${limit + 1}`.execute(tx);
  return rows;
}

export async function findRefusal(
  tx: Database, id: Id<'rfs'>,
): Promise<(RefusalRow & { readonly facts: KeptFacts | null }) | undefined> {
  const { rows } = await sql<RefusalRow & { facts: KeptFacts | null }>`
    select r.facts, ${shown} where r.id = ${id}`.execute(tx);
  return rows[0];
}

export interface ReasonRow {
  readonly action: Action;
  readonly layer: LayerName;
  readonly code: string;
  readonly refusals: number;
  readonly customers: number;
  readonly lastAt: Instant;
  /** The newest of them. */
  readonly decision: AnsweredDecision;
}

export interface ResolvingRow {
  /** `<fix> <address>`. */
  readonly fix: string;
  readonly refusals: number;
  readonly customers: number;
  /** The only customer concerned, where there is only one. */
  readonly customerId: Id<'cus'> | null;
  readonly customerName: string | null;
  /** The newest that it would have resolved. */
  readonly decision: AnsweredDecision;
}

/** Most often given reasons first. */
export async function countReasons(tx: Database, filter: RefusalFilter): Promise<readonly ReasonRow[]> {
  const { rows } = await sql<ReasonRow>`
    with counted as (
      select r.action, r.layer, r.code, sum(1 + p.repeats)::int as refusals,
        count(distinct r.customer_id)::int as customers, max(r.at) as last_at,
        (array_agg(r.id order by r.at desc, r.id desc))[1] as newest
      from refusals r ${repeats} where ${narrowed(filter)} group by r.action, r.layer, r.code
      order by refusals desc, customers desc, r.code, r.action limit 200)
    select c.action, c.layer, c.code, c.refusals, c.customers, c.last_at, r.decision
    from counted c join refusals r on r.id = c.newest
    order by c.refusals desc, c.customers desc, c.code, c.action`.execute(tx);
  return rows;
}

/** The single acts that would have resolved most, with how many. */
export async function countResolving(
  tx: Database, filter: RefusalFilter, limit: number,
): Promise<readonly ResolvingRow[]> {
  const { rows } = await sql<ResolvingRow>`
    with counted as (
      select fix, sum(1 + p.repeats)::int as refusals, count(distinct r.customer_id)::int as customers,
        case when count(distinct r.customer_id) = 1 then max(r.customer_id) end as customer_id,
        (array_agg(r.id order by r.at desc, r.id desc))[1] as newest
      from refusals r ${repeats} cross join unnest(r.resolved_by) fix where ${narrowed(filter)}
      group by fix order by refusals desc, customers desc, fix limit ${limit})
    select c.fix, c.refusals, c.customers, c.customer_id, u.name as customer_name, r.decision
    from counted c join refusals r on r.id = c.newest left join customers u on u.id = c.customer_id
    order by c.refusals desc, c.customers desc, c.fix`.execute(tx);
  return rows;
}

const repeats = sql`cross join lateral (
  select count(*)::int as repeats from refusal_repeats where refusal_id = r.id) p`;

function narrowed(filter: RefusalFilter): RawBuilder<unknown> {
  const { locationIds, action, reason, customerId, isKnown, from, to } = filter;
  const asked = [sql`true`];
  if (locationIds !== null) asked.push(among('r.location_id', locationIds));
  if (action !== undefined) asked.push(sql`r.action = ${action}`);
  if (reason !== undefined) asked.push(sql`r.code = ${reason}`);
  if (customerId !== undefined) asked.push(sql`r.customer_id = ${customerId}`);
  if (isKnown === true) asked.push(sql`r.customer_id is not null`);
  if (from !== undefined) asked.push(sql`r.at >= ${at(from)}`);
  if (to !== undefined) asked.push(sql`r.at < ${at(to)}`);
  return sql.join(asked, sql` and `);
}
