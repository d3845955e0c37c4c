import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { TeamRole } from '../../domain/teams/team.ts';
import type { Database } from '../platform/database/connect.ts';
import { among, at } from '../platform/database/sql.ts';

/** The columns a verb writes. */
export interface TeamFields {
  readonly name: string;
  readonly locationId: Id<'loc'>;
  readonly about: string;
  readonly website: string;
  readonly email: string;
  readonly phone: string;
  readonly sizeMax: number | null;
  readonly membersMayInvite: boolean;
  readonly payingCustomerId: Id<'cus'> | null;
  readonly billing: 'merged' | 'individual';
  readonly sharesPasses: boolean;
  readonly sharesTimeCredits: boolean;
  readonly sharesMoneyCredits: boolean;
}

export interface TeamRow extends TeamFields {
  readonly id: Id<'tea'>;
  readonly sortedName: string;
  readonly payingCustomerName: string | null;
  readonly createdAt: Instant;
  readonly version: number;
  readonly memberCount: number;
  readonly managerCount: number;
  /** Waiting and still good. */
  readonly invitationCount: number;
  /** On contracts in force now. */
  readonly seatsTotal: number;
  readonly seatsTaken: number;
  /** Of the customer who asks. */
  readonly yourRole: TeamRole | null;
}

interface Asking {
  readonly now: Instant;
  /** The customer who asks. */
  readonly you: Id<'cus'> | null;
}

const columns = ({ now, you }: Asking) => sql`t.id, t.name, t.sorted_name, t.location_id, t.about, t.website,
  t.email, t.phone, t.size_max, t.members_may_invite, t.paying_customer_id, p.name as paying_customer_name,
  t.billing, t.shares_passes, t.shares_time_credits, t.shares_money_credits, t.created_at, t.version,
  m.members as member_count, m.managers as manager_count, m.yours as your_role,
  (select count(*)::int from invitations i where i.team_id = t.id and i.accepted_at is null
    and i.withdrawn_at is null and i.expires_at > ${at(now)}) as invitation_count,
  s.total as seats_total, s.taken as seats_taken
  from teams t left join customers p on p.id = t.paying_customer_id
  cross join lateral (select count(*)::int as members,
      (count(*) filter (where r.role = 'manager'))::int as managers,
      max(r.role) filter (where o.customer_id = ${you}) as yours
    from team_members o join team_roles r on r.member_id = o.id and r.ended_at is null
    where o.team_id = t.id and o.ended_at is null) m
  cross join lateral (select coalesce(sum(c.seats), 0)::int as total,
      coalesce(sum((select count(*) from contract_seats e where e.contract_id = c.id
        and e.started_at <= ${at(now)} and (e.ended_at is null or e.ended_at > ${at(now)}))), 0)::int as taken
    from contracts c join locations l on l.id = c.location_id
    where c.team_id = t.id and c.start_day::timestamp at time zone l.time_zone <= ${at(now)}
      and (c.end_day is null or c.end_day::timestamp at time zone l.time_zone > ${at(now)})) s`;

export async function findTeam(tx: Database, id: Id<'tea'>, asking: Asking): Promise<TeamRow | null> {
  const { rows } = await sql<TeamRow>`select ${columns(asking)} where t.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Two verbs on one team follow each other. */
export async function lockTeam(tx: Database, id: Id<'tea'>): Promise<boolean> {
  const { rows } = await sql`select 1 from teams where id = ${id} for no key update`.execute(tx);
  return rows.length === 1;
}

export interface TeamFilter {
  /** Null: everywhere. */
  readonly locationIds: readonly string[] | null;
  /** Only those that the customer is in now. */
  readonly customerId: Id<'cus'> | null;
  readonly words: readonly string[];
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
}

/** One page by name, one row more than wished. */
export async function listTeams(tx: Database, filter: TeamFilter, asking: Asking): Promise<TeamRow[]> {
  const { rows } = await sql<TeamRow>`
    with page as materialized (select t.id from teams t where ${sql.join(conditions(filter), sql` and `)}
      order by t.sorted_name, t.id limit ${filter.limit + 1})
    select ${columns(asking)} join page on page.id = t.id order by t.sorted_name, t.id`.execute(tx);
  return rows;
}

function conditions({ locationIds, customerId, words, after }: TeamFilter): RawBuilder<unknown>[] {
  const found: RawBuilder<unknown>[] = [sql`true`];
  if (locationIds !== null) found.push(among('t.location_id', locationIds));
  if (customerId !== null) {
    found.push(sql`t.id in (select team_id from team_members
      where customer_id = ${customerId} and ended_at is null)`);
  }
  for (const word of words) {
    const like = word.replaceAll(/[\\%_]/g, (character) => `\\${character}`);
    found.push(sql`t.sorted_name like '%' || folded(${like}) || '%'`);
  }
  if (after !== null) found.push(sql`(t.sorted_name, t.id) > (${after[0]}, ${after[1]})`);
  return found;
}

export async function insertTeam(
  tx: Database, { id, createdAt, ...row }: TeamFields & {
    readonly id: Id<'tea'>; readonly createdAt: Instant; readonly createdBy: string | null;
  },
): Promise<void> {
  await tx.insertInto('teams').values({ id, ...row, createdAt: at(createdAt) }).execute();
}

export async function updateTeam(tx: Database, id: Id<'tea'>, fields: Partial<TeamFields>): Promise<void> {
  await tx.updateTable('teams').set({ ...fields, version: sql<number>`version + 1` }).where('id', '=', id)
    .execute();
}

/** Whether there is such a customer, and it is not put away. */
export async function findComer(
  tx: Database, id: Id<'cus'>, now: Instant,
): Promise<{ readonly name: string; readonly archived: boolean } | null> {
  const { rows } = await sql<{ name: string; archived: boolean }>`
    select c.name, exists (select 1 from archivings a where a.customer_id = c.id
      and a.started_at <= ${at(now)} and (a.ended_at is null or a.ended_at > ${at(now)})) as archived
    from customers c where c.id = ${id} for key share of c`.execute(tx);
  return rows[0] ?? null;
}
