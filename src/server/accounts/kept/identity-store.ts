import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';
import type { TeamPlace } from '../../platform/http/caller.ts';
import type { Session } from './session-store.ts';

/** A role at a location, as a row says it. */
export interface RoleHeld {
  readonly role: string;
  /** Of a role of the operator's own; null for fixed and unknown ones. */
  readonly name: string | null;
  readonly locationId: Id<'loc'>;
  /** What a role of the operator's own says today; null for fixed and unknown ones. */
  readonly permissions: readonly string[] | null;
}

/** What is known of an account, in one look. */
export interface AccountFacts {
  readonly accountId: Id<'acc'>;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly language: string | null;
  readonly adminId: Id<'adm'> | null;
  readonly roles: readonly RoleHeld[];
  readonly customerId: Id<'cus'> | null;
  readonly customerLanguage: string | null;
  readonly homeLocationId: Id<'loc'> | null;
  readonly portalAccess: boolean;
  readonly archived: boolean;
  readonly suspended: boolean;
  readonly teams: readonly TeamPlace[];
}

export interface SessionFacts extends AccountFacts, Omit<Session, 'id' | 'accountId'> {
  readonly sessionId: Id<'ses'>;
  readonly parents: Record<Id<'loc'>, Id<'loc'> | null> | null;
}

/** The teams that customer `c` is in now; who else is in them is told to those who run them (PER-2). */
export const placesInTeams = sql`
  coalesce((select json_agg(json_build_object('teamId', t.team_id, 'role', r.role, 'members',
      case when r.role = 'manager' then (select coalesce(json_agg(json_build_object(
        'id', o.customer_id, 'since', (extract(epoch from o.started_at) * 1000)::bigint)), '[]')
        from team_members o
        where o.team_id = t.team_id and o.ended_at is null and o.customer_id <> c.id) else '[]' end))
    from team_members t join team_roles r on r.member_id = t.id and r.ended_at is null
    where t.customer_id = c.id and t.ended_at is null), '[]')`;

/** `now` is the product's: when rights hold. */
const accountFacts = (now: Instant) => sql`
  a.id as account_id, a.name, a.email, a.email_verified, a.language, m.id as admin_id,
  coalesce((select json_agg(json_build_object('role', r.role, 'locationId', r.location_id,
      'name', d.name, 'permissions', d.permissions))
    from admin_roles r left join roles d on d.id = r.own_role_id and d.archived_at is null
    where r.admin_id = m.id and r.ended_at is null), '[]') as roles,
  c.id as customer_id, c.language as customer_language, c.home_location_id,
  coalesce((select p.allowed from portal_access_changes p
    where p.customer_id = c.id and p.from_at <= ${at(now)}
    order by p.from_at desc limit 1), false) as portal_access,
  exists (select from archivings v where v.customer_id = c.id and v.started_at <= ${at(now)}
    and (v.ended_at is null or v.ended_at > ${at(now)})) as archived,
  exists (select from suspensions s where s.customer_id = c.id and s.started_at <= ${at(now)}
    and (s.ended_at is null or s.ended_at > ${at(now)})) as suspended,
  ${placesInTeams} as teams`;

const joins = sql`left join admins m on m.account_id = a.id left join customers c on c.account_id = a.id`;

/** Machine time ends sessions, product time gives rights. */
export async function findSessionFacts(
  db: Database, tokenHash: string, times: { now: Instant; machineNow: Instant },
): Promise<SessionFacts | null> {
  const { rows } = await sql<SessionFacts>`
    select n.id as session_id, n.created_at, n.updated_at, n.expires_at, n.ip_address, n.user_agent,
      ${accountFacts(times.now)},
      case when m.id is null then null
        else (select json_object_agg(l.id, l.parent_id) from locations l) end as parents
    from sessions n join accounts a on a.id = n.account_id ${joins}
    where n.token = ${tokenHash} and n.expires_at > ${at(times.machineNow)}`.execute(db);
  return rows[0] ?? null;
}

export async function findAccountFacts(
  db: Database, accountId: Id<'acc'>, now: Instant,
): Promise<AccountFacts | null> {
  const { rows } = await sql<AccountFacts>`
    select ${accountFacts(now)} from accounts a ${joins} where a.id = ${accountId}`.execute(db);
  return rows[0] ?? null;
}

/** A role, or permissions that the key names instead. */
export type KeyGrant = Omit<RoleHeld, 'role' | 'name'> & { readonly role: string | null };

export interface KeyFacts {
  readonly keyId: Id<'key'>;
  readonly grants: readonly KeyGrant[];
  readonly parents: Record<Id<'loc'>, Id<'loc'> | null>;
  readonly lastUsedAt: Instant | null;
}

/** Neither revoked nor past its last day, by a secret that still works. */
export async function findKeyFacts(
  db: Database, secretHash: string, now: Instant,
): Promise<KeyFacts | null> {
  const { rows } = await sql<KeyFacts>`
    select k.id as key_id, s.last_used_at,
      (select json_agg(json_build_object('role', g.role, 'locationId', g.location_id,
          'permissions', case when g.role is null then g.permissions else d.permissions end))
        from api_key_grants g left join roles d on d.id = g.own_role_id and d.archived_at is null
        where g.key_id = k.id) as grants,
      (select json_object_agg(l.id, l.parent_id) from locations l) as parents
    from api_key_secrets s join api_keys k on k.id = s.key_id
    where s.secret_hash = ${secretHash} and k.ended_at is null
      and (s.ends_at is null or s.ends_at > ${at(now)})
      and (k.expires_at is null or k.expires_at > ${at(now)})`.execute(db);
  return rows[0] ?? null;
}

export async function noteKeyUse(db: Database, secretHash: string, now: Instant): Promise<void> {
  await db.updateTable('apiKeySecrets').set({ lastUsedAt: at(now) }).where('secretHash', '=', secretHash)
    .execute();
}
