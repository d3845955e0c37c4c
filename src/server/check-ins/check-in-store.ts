import { sql } from 'kysely';
import type { CheckInSource, StayCover, StayEnd } from '../../domain/check-ins/stay.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { UseReason } from '../../domain/benefits/pass-order.ts';
import type { Database } from '../platform/database/connect.ts';
import { among, at, json } from '../platform/database/sql.ts';
import type { Statement } from '../platform/database/statement.ts';
import type { Query } from '../platform/database/together.ts';

export interface StayRow {
  readonly id: Id<'chk'>;
  readonly customerId: Id<'cus'>;
  readonly customerName: string;
  readonly locationId: Id<'loc'>;
  readonly source: CheckInSource;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedBy: StayEnd | null;
  readonly cutOffAt: Instant;
  readonly cover: 'pass' | 'plan' | 'booking';
  readonly grantId: Id<'bft'> | null;
  readonly contractId: Id<'con'> | null;
  readonly passName: string | null;
  readonly uncoveredMinutes: number;
  readonly decision: Record<string, unknown>;
}

const shown = sql`c.id, c.customer_id, u.name as customer_name, c.location_id, c.source, c.started_at,
c.ended_at,
  c.ended_by, c.cut_off_at, c.cover, c.grant_id, c.contract_id, p.name as pass_name, c.uncovered_minutes,
  c.decision`;
const joined = sql`check_ins c join customers u on u.id = c.customer_id
  left join benefit_grants g on g.id = c.grant_id left join passes p on p.id = g.pass_id`;

export async function findStay(tx: Database, id: Id<'chk'>): Promise<StayRow | null> {
  const { rows } = await sql<StayRow>`select ${shown} from ${joined} where c.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function findOpenStay(tx: Database, customerId: Id<'cus'>): Promise<StayRow | null> {
  const { rows } = await sql<StayRow>`
    select ${shown} from ${joined} where c.customer_id = ${customerId} and c.ended_at is null`.execute(tx);
  return rows[0] ?? null;
}

export interface NewStay {
  readonly id: Id<'chk'>;
  readonly customerId: Id<'cus'>;
  readonly locationId: Id<'loc'>;
  readonly source: CheckInSource;
  readonly startedAt: Instant;
  readonly cutOffAt: Instant;
  readonly cover: StayCover;
  readonly decision: unknown;
  readonly by: string | null;
  /** The day pass it takes; null when nothing is taken now. */
  readonly take: {
    readonly entryId: Id<'ben'>;
    readonly grantId: Id<'bft'>;
    readonly because: readonly UseReason[];
  } | null;
}

/** Whether somebody is inside, to be asked together with other facts. */
export const openStayQuery = (customerId: Id<'cus'>): Query<{ id: Id<'chk'> }> =>
  sql`select id from check_ins where customer_id = ${customerId} and ended_at is null`;

type Take = NonNullable<NewStay['take']>;

/** One day taken of a pass, where its ledger is as it was read. */
export const dayPassTaken = (
  stay: NewStay, take: Take, read: { lastNumber: number; left: number }, now: Instant,
): Statement => sql`
  insert into benefit_entries (id, grant_id, number, kind, amount, left_after, at, recorded_at, check_in_id,
    location_id, good_until, because, made_by)
  select ${take.entryId}, ${take.grantId}, ${read.lastNumber + 1}::int, 'used', -1, ${read.left - 1}::int,
    ${at(stay.startedAt)}, ${at(now)}, ${stay.id}, ${stay.locationId}, ${at(stay.cutOffAt)},
    ${[...take.because]}::text[], ${stay.by}
  where (select max(number) from benefit_entries where grant_id = ${take.grantId}) = ${read.lastNumber}::int
  on conflict (grant_id, number) do nothing`;

/** The stay, unless they are inside already or somebody else writes what they own just now. */
export const stayBegun = (stay: NewStay): Statement => sql`
  insert into check_ins (id, customer_id, location_id, source, started_at, cut_off_at, cover, grant_id,
    contract_id, decision, made_by)
  select ${stay.id}, ${stay.customerId}, ${stay.locationId}, ${stay.source}, ${at(stay.startedAt)},
    ${at(stay.cutOffAt)}, ${stay.cover.kind}, ${stay.cover.kind === 'pass' ? stay.cover.grantId : null},
    ${stay.cover.kind === 'plan' ? stay.cover.contractId : null}, ${json(stay.decision)}, ${stay.by}
  where pg_try_advisory_xact_lock(hashtextextended(${`benefits ${stay.customerId}`}, 0))
  on conflict (customer_id) where ended_at is null do nothing`;

/**
 * The stay and the pass it takes by one guarded statement: both or neither. False when the pass has nothing
 * left, or the customer is inside already (CHK-2); the database is the referee.
 */
export async function insertStay(tx: Database, stay: NewStay, now: Instant): Promise<boolean> {
  const { cover, take } = stay;
  const grantId = cover.kind === 'pass' ? cover.grantId : null;
  const contractId = cover.kind === 'plan' ? cover.contractId : null;
  const used =
    take === null
      ? sql`select 1 as one`
      : sql`
    insert into benefit_entries (id, grant_id, number, kind, amount, left_after, at, recorded_at, check_in_id,
      location_id, good_until, because, made_by)
    select ${take.entryId}, ${take.grantId}, last.number + 1, 'used', -1, last.left_after - 1,
    ${at(stay.startedAt)},
      ${at(now)}, ${stay.id}, ${stay.locationId}, ${at(stay.cutOffAt)}, ${[...take.because]}::text[],
      ${stay.by}
    from (select number, left_after from benefit_entries where grant_id = ${take.grantId}
      order by number desc limit 1) last
    where last.left_after >= 1
    on conflict (grant_id, number) do nothing returning 1 as one`;
  const { numAffectedRows } = await sql`
    with used as (${used})
    insert into check_ins (id, customer_id, location_id, source, started_at, cut_off_at, cover, grant_id,
    contract_id,
      decision, made_by)
    select ${stay.id}, ${stay.customerId}, ${stay.locationId}, ${stay.source}, ${at(stay.startedAt)},
      ${at(stay.cutOffAt)}, ${cover.kind}, ${grantId}, ${contractId}, ${json(stay.decision)}, ${stay.by}
      from used
    on conflict (customer_id) where ended_at is null do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

export async function updateStayEnded(
  tx: Database,
  id: Id<'chk'>,
  end: { at: Instant; by: StayEnd; byId: string | null; uncoveredMinutes: number },
): Promise<void> {
  await sql`update check_ins set ended_at = ${at(end.at)}, ended_by = ${end.by}, ended_by_id = ${end.byId},
    uncovered_minutes = ${end.uncoveredMinutes} where id = ${id} and ended_at is null`.execute(tx);
}

export interface StayFilter {
  readonly open?: boolean | undefined;
  readonly locationIds: readonly string[] | null;
  readonly customerId?: Id<'cus'> | undefined;
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
}

export async function listStays(tx: Database, filter: StayFilter): Promise<readonly StayRow[]> {
  const asked = [sql`true`];
  if (filter.open !== undefined)
    asked.push(filter.open ? sql`c.ended_at is null` : sql`c.ended_at is not null`);
  if (filter.locationIds !== null) asked.push(among('c.location_id', filter.locationIds));
  if (filter.customerId !== undefined) asked.push(sql`c.customer_id = ${filter.customerId}`);
  if (filter.from !== undefined) asked.push(sql`c.started_at >= ${at(filter.from)}`);
  if (filter.to !== undefined) asked.push(sql`c.started_at < ${at(filter.to)}`);
  if (filter.after !== null) {
    asked.push(sql`(c.started_at, c.id) < (${at(Number(filter.after[0]) as Instant)}, ${filter.after[1]})`);
  }
  const { rows } = await sql<StayRow>`select ${shown} from ${joined} where ${sql.join(asked, sql` and `)}
    order by c.started_at desc, c.id desc limit ${filter.limit + 1}`.execute(tx);
  return rows;
}
