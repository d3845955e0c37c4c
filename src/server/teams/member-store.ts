import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { TeamRole } from '../../domain/teams/team.ts';
import { stateAt } from '../customers/customer-state-sql.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

/** One time of a customer in a team, with its role now, or its last one. */
export interface MemberRow {
  readonly id: Id<'tme'>;
  readonly customerId: Id<'cus'>;
  readonly name: string;
  readonly email: string;
  readonly role: TeamRole;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  readonly isMember: boolean;
  readonly seats: readonly SeatOfMember[];
}

/** A place on a contract of the team, now or to come; instants are milliseconds. */
export interface SeatOfMember {
  readonly id: Id<'sea'>;
  readonly contractId: Id<'con'>;
  readonly planName: string;
  readonly start: number;
  readonly end: number | null;
}

interface Which {
  readonly teamId: Id<'tea'>;
  readonly customerId?: Id<'cus'>;
  readonly past?: boolean;
}

const ms = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::bigint`);

/** Managers first, then by name; past times after them, the latest first. */
export async function listMembers(
  tx: Database, { teamId, customerId, past = false }: Which, now: Instant,
): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.id, m.customer_id, u.name, u.email, r.role, m.started_at, m.ended_at,
      ${stateAt(now).member} as is_member,
      coalesce((select jsonb_agg(jsonb_build_object('id', s.id, 'contractId', s.contract_id,
          'planName', p.name, 'start', ${ms('s.started_at')}, 'end', ${ms('s.ended_at')})
          order by s.started_at, s.id)
        from contract_seats s join contracts c on c.id = s.contract_id
          join locations l on l.id = c.location_id
          cross join lateral (select t.plan_id from contract_terms t where t.contract_id = c.id
            and (t.from_day <= (${at(now)} at time zone l.time_zone)::date or t.from_day = c.start_day)
            order by t.from_day desc limit 1) t
          join plans p on p.id = t.plan_id
        where s.customer_id = m.customer_id and c.team_id = m.team_id and m.ended_at is null
          and (s.ended_at is null or s.ended_at > greatest(${at(now)}, s.started_at))
          and (c.end_day is null or c.end_day > (${at(now)} at time zone l.time_zone)::date)), '[]') as seats
    from team_members m join customers u on u.id = m.customer_id
      cross join lateral (select role from team_roles where member_id = m.id
        order by ended_at is not null, started_at desc, id desc limit 1) r
    where m.team_id = ${teamId} and ${past ? sql`true` : sql`m.ended_at is null`}
      and ${customerId === undefined ? sql`true` : sql`m.customer_id = ${customerId}`}
    order by m.ended_at is not null, m.ended_at desc, r.role = 'member', u.sorted_name, m.id
    limit 2000`.execute(tx);
  return rows;
}

export interface NewMember {
  readonly id: Id<'tme'>;
  readonly teamId: Id<'tea'>;
  readonly customerId: Id<'cus'>;
  readonly at: Instant;
  readonly by: string | null;
}

/** The database refuses whoever is in it already, and whoever is one too many. */
export async function insertMember(tx: Database, row: NewMember): Promise<void> {
  await tx.insertInto('teamMembers').values({
    id: row.id, teamId: row.teamId, customerId: row.customerId, startedAt: at(row.at), startedBy: row.by,
  }).execute();
}

export interface NewRole {
  readonly id: Id<'tro'>;
  readonly memberId: Id<'tme'>;
  readonly role: TeamRole;
  readonly at: Instant;
  readonly by: string | null;
}

export async function insertRole(tx: Database, row: NewRole): Promise<void> {
  await tx.insertInto('teamRoles').values({
    id: row.id, memberId: row.memberId, role: row.role, startedAt: at(row.at), startedBy: row.by,
  }).execute();
}

interface Ending {
  readonly memberId: Id<'tme'>;
  readonly at: Instant;
  readonly by: string | null;
}

export async function endRole(tx: Database, { memberId, at: now, by }: Ending): Promise<void> {
  await tx.updateTable('teamRoles').set({ endedAt: at(now), endedBy: by })
    .where('memberId', '=', memberId).where('endedAt', 'is', null).execute();
}

export async function endMember(tx: Database, { memberId, at: now, by }: Ending): Promise<void> {
  await tx.updateTable('teamMembers').set({ endedAt: at(now), endedBy: by })
    .where('id', '=', memberId).where('endedAt', 'is', null).execute();
}
