import { sql } from 'kysely';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, atOrNull } from '../platform/database/sql.ts';

/** A role, or permissions, that a key holds at a place and below. */
export interface GrantRow {
  readonly role: string | null;
  readonly permissions: readonly string[];
  readonly locationId: Id<'loc'>;
  readonly locationName: string;
}

export interface ApiKeyRow {
  readonly id: Id<'key'>;
  readonly name: string;
  /** The first letters of its secret, to recognise it by. */
  readonly hint: string;
  readonly grants: readonly GrantRow[];
  readonly createdAt: Instant;
  readonly lastUsedAt: Instant | null;
  readonly endedAt: Instant | null;
  /** The first day, in the network's time zone, on which it does not work any more, and when that begins. */
  readonly expiresDay: Day | null;
  readonly expiresAt: Instant | null;
  /** Exchanged secrets that still work; epoch milliseconds. */
  readonly older: readonly {
    readonly hint: string;
    readonly endsAt: number;
    readonly lastUsedAt: number | null;
  }[];
  /** Who made it: a colleague or another key; null for the command line. */
  readonly madeBy: { readonly id: string; readonly name: string; readonly isGone: boolean } | null;
}

type Expiry = Pick<ApiKeyRow, 'expiresDay' | 'expiresAt'>;
type NewKey = Pick<ApiKeyRow, 'id' | 'name' | 'createdAt'> & Expiry & { readonly by: string | null };

export async function insertApiKey(
  tx: Database,
  { by, createdAt, expiresAt, ...key }: NewKey,
): Promise<void> {
  await tx
    .insertInto('apiKeys')
    .values({ ...key, createdAt: at(createdAt), createdBy: by, expiresAt: atOrNull(expiresAt) })
    .execute();
}

export async function insertGrants(
  tx: Database, keyId: Id<'key'>, grants: readonly Omit<GrantRow, 'locationName'>[],
): Promise<void> {
  await tx.insertInto('apiKeyGrants').values(grants.map(({ role, permissions, locationId }) =>
    ({ keyId, role, permissions: [...permissions], locationId }))).execute();
}

interface NewSecret {
  readonly keyId: Id<'key'>;
  readonly secretHash: string;
  readonly hint: string;
  readonly now: Instant;
  readonly by: string | null;
}

export async function insertSecret(tx: Database, { now, by, ...secret }: NewSecret): Promise<void> {
  await tx.insertInto('apiKeySecrets').values({ ...secret, createdAt: at(now), createdBy: by }).execute();
}

/** Those that the key has end then; one that would end earlier anyway does. */
export async function endSecrets(tx: Database, keyId: Id<'key'>, endsAt: Instant): Promise<void> {
  await sql`update api_key_secrets set ends_at = least(coalesce(ends_at, ${at(endsAt)}), ${at(endsAt)})
    where key_id = ${keyId}`.execute(tx);
}

export async function setExpiry(
  tx: Database,
  id: Id<'key'>,
  { expiresDay, expiresAt }: Expiry,
): Promise<void> {
  await tx
    .updateTable('apiKeys')
    .set({ expiresDay, expiresAt: atOrNull(expiresAt) })
    .where('id', '=', id)
    .execute();
}

/** Of two who exchange or revoke one key at once, the second finds what the first one did. */
export async function lockApiKey(tx: Database, id: Id<'key'>): Promise<void> {
  await tx.selectFrom('apiKeys').select('id').where('id', '=', id).forUpdate().execute();
}

const columns = (now: Instant) => sql`k.id, k.name, k.created_at, k.ended_at, k.expires_day, k.expires_at,
  (select s.hint from api_key_secrets s where s.key_id = k.id and s.ends_at is null) as hint,
  (select max(s.last_used_at) from api_key_secrets s where s.key_id = k.id) as last_used_at,
  coalesce((select json_agg(json_build_object('hint', s.hint,
      'endsAt', (extract(epoch from s.ends_at) * 1000)::bigint,
      'lastUsedAt', (extract(epoch from s.last_used_at) * 1000)::bigint) order by s.ends_at)
    from api_key_secrets s where s.key_id = k.id and s.ends_at > ${at(now)}), '[]') as older,
  (select json_agg(json_build_object('role', g.role, 'permissions', g.permissions,
      'locationId', g.location_id, 'locationName', l.name) order by lower(l.name), l.id, g.role)
    from api_key_grants g join locations l on l.id = g.location_id where g.key_id = k.id) as grants,
  (select json_build_object('id', k.created_by, 'name', coalesce(a.name, maker.name, ''), 'isGone',
      case when m.id is not null
        then not exists (select from admin_roles r where r.admin_id = m.id and r.ended_at is null)
        else maker.id is null or maker.ended_at is not null end)
    from (select 1) one left join admins m on m.id = k.created_by left join accounts a on a.id = m.account_id
      left join api_keys maker on maker.id = k.created_by
    where k.created_by is not null) as made_by`;

interface Page {
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
  readonly ended: boolean | null;
  readonly now: Instant;
}

/** The newest first. */
export async function listApiKeys(tx: Database, { after, limit, ended, now }: Page): Promise<ApiKeyRow[]> {
  const before = after?.[0] ?? null;
  const { rows } = await sql<ApiKeyRow>`select ${columns(now)} from api_keys k
    where (${before}::text is null or k.id < ${before})
      and (${ended}::boolean is null or (k.ended_at is not null) = ${ended})
    order by k.id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findApiKey(tx: Database, id: Id<'key'>, now: Instant): Promise<ApiKeyRow | null> {
  const { rows } =
    await sql<ApiKeyRow>`select ${columns(now)} from api_keys k where k.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

export async function markEnded(
  tx: Database, id: Id<'key'>, ending: { now: Instant; by: string | null },
): Promise<void> {
  await tx.updateTable('apiKeys').set({ endedAt: at(ending.now), endedBy: ending.by })
    .where('id', '=', id).where('endedAt', 'is', null).execute();
}
