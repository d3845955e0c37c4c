import { sql } from 'kysely';
import type { GrantSource } from '../../domain/benefits/grant.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull } from '../platform/database/sql.ts';
import { type Query, rowsOf } from '../platform/database/together.ts';
import type { PassRow } from './pass-store.ts';

export interface GrantRow {
  readonly id: Id<'bft'>;
  readonly customerId: Id<'cus'>;
  readonly passId: Id<'pas'>;
  readonly source: GrantSource;
  readonly contractId: Id<'con'> | null;
  readonly planId: Id<'pla'> | null;
  readonly cycleDay: Day | null;
  readonly validFrom: Instant;
  readonly expiresAt: Instant | null;
  readonly expiryMoves: boolean;
  readonly note: string;
  /** Of the last entry: its number, and what it left. */
  readonly lastNumber: number;
  readonly left: number;
  readonly granted: number;
  readonly usedUntil: Instant | null;
  /** An open stay was let in on it. */
  readonly inside: boolean;
}

/** One writer at a time for what a customer owns and for its stays: taken first, before anything is read. */
export async function lockBenefits(tx: Database, customerId: Id<'cus'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`benefits ${customerId}`}, 0))`.execute(tx);
}

type OwnedRow = GrantRow & { readonly pass: PassRow };

/** All that a customer owns, with what is left of it and the passes themselves; also together with others. */
export const grantsQuery = (customerId: Id<'cus'>): Query<Record<string, unknown>> => sql`
    select g.id, g.customer_id, g.pass_id, g.source, g.contract_id, g.plan_id, g.cycle_day,
      g.valid_from as valid_from_at, g.expires_at, g.expiry_moves, g.note,
      last.number as last_number, last.left_after as left, first.amount as granted,
      (select max(e.good_until) from benefit_entries e where e.grant_id = g.id and e.good_until is not null
        and not exists (select 1 from benefit_entries r where r.grant_id = e.grant_id and r.kind = 'returned'
          and r.check_in_id = e.check_in_id)) as used_until_at,
      exists (select 1 from check_ins c where c.grant_id = g.id and c.ended_at is null
        and c.customer_id = g.customer_id) as inside,
      jsonb_build_object('id', p.id, 'locationId', p.location_id, 'name', p.name, 'kind', p.kind,
      'minutes', p.minutes,
        'everywhere', p.everywhere, 'value', p.value, 'valueCurrency', p.value_currency,
        'usePriority', p.use_priority, 'hours', p.hours, 'audience', p.audience,
        'linkedIds', (select coalesce(jsonb_agg(l.location_id), '[]') from pass_locations l
          where l.pass_id = p.id)) as pass
    from benefit_grants g
      join passes p on p.id = g.pass_id
      join benefit_entries first on first.grant_id = g.id and first.number = 1
      cross join lateral (select e.number, e.left_after from benefit_entries e where e.grant_id = g.id
        order by e.number desc limit 1) last
    where g.customer_id = ${customerId} order by g.id`;

/** What the query's rows are: instants in it are named as such, so that they come as instants in JSON too. */
export const grantsFrom = (rows: readonly Record<string, unknown>[]): readonly OwnedRow[] =>
  rows.map(({ validFromAt, usedUntilAt, ...row }) =>
    ({ ...row, validFrom: validFromAt, usedUntil: usedUntilAt }) as unknown as OwnedRow);

export const listGrants = async (tx: Database, customerId: Id<'cus'>): Promise<readonly OwnedRow[]> =>
  grantsFrom(await rowsOf(tx, grantsQuery(customerId)));

export interface NewGrant extends Pick<
  GrantRow,
  | 'id'
  | 'customerId'
  | 'passId'
  | 'source'
  | 'contractId'
  | 'planId'
  | 'cycleDay'
  | 'validFrom'
  | 'expiresAt'
  | 'expiryMoves'
  | 'note'
> {
  readonly units: number;
  readonly entryId: Id<'ben'>;
  readonly by: string | null;
}

/** A grant with its first entry, in one statement; nothing when the cycle was granted before. */
export async function insertGrant(tx: Database, grant: NewGrant, now: Instant): Promise<boolean> {
  const { numAffectedRows } = await sql`
    with granted as (
      insert into benefit_grants (id, customer_id, pass_id, source, contract_id, plan_id, cycle_day,
      valid_from,
        expires_at, expiry_moves, note, granted_at, granted_by)
      values (${grant.id}, ${grant.customerId}, ${grant.passId}, ${grant.source}, ${grant.contractId},
      ${grant.planId},
        ${grant.cycleDay}, ${at(grant.validFrom)}, ${atOrNull(grant.expiresAt)}, ${grant.expiryMoves},
        ${grant.note},
        ${at(now)}, ${grant.by})
      on conflict (contract_id, plan_id, cycle_day, pass_id) do nothing
      returning id)
    insert into benefit_entries (id, grant_id, number, kind, amount, left_after, at, recorded_at, note,
    made_by)
    select ${grant.entryId}, id, 1, 'granted', ${grant.units}::int, ${grant.units}::int,
    ${at(grant.validFrom)},
      ${at(now)}, ${grant.note}, ${grant.by} from granted`.execute(tx);
  return numAffectedRows === 1n;
}
