import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { TeamRole } from '../../domain/teams/team.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface InvitationRow {
  readonly id: Id<'itn'>;
  readonly email: string;
  readonly name: string;
  /** Null for customers and for teams. */
  readonly role: string | null;
  readonly locationId: Id<'loc'>;
  readonly customerId: Id<'cus'> | null;
  readonly teamId: Id<'tea'> | null;
  readonly teamRole: TeamRole | null;
  readonly sentAt: Instant;
  readonly expiresAt: Instant;
}

type NewInvitation = InvitationRow & { readonly tokenHash: string; readonly by: string | null };

const columns = [
  'id', 'email', 'name', 'role', 'locationId', 'customerId', 'teamId', 'teamRole', 'sentAt', 'expiresAt',
] as const;

export async function insertInvitation(tx: Database, { by, ...row }: NewInvitation): Promise<void> {
  await tx.insertInto('invitations')
    .values({ ...row, sentAt: at(row.sentAt), expiresAt: at(row.expiresAt), sentBy: by }).execute();
}

/** Neither accepted nor withdrawn nor too old. */
export async function findOpenInvitation(
  tx: Database,
  tokenHash: string,
  now: Instant,
): Promise<InvitationRow | null> {
  const row = await tx
    .selectFrom('invitations')
    .select(columns)
    .where('tokenHash', '=', tokenHash)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', at(now))
    .executeTakeFirst();
  return (row as InvitationRow | undefined) ?? null;
}

/** Uses the invitation up: of two who come with it at once, one gets it. */
export async function takeInvitation(
  tx: Database,
  tokenHash: string,
  now: Instant,
): Promise<InvitationRow | null> {
  const row = await tx
    .updateTable('invitations')
    .set({ acceptedAt: at(now) })
    .where('tokenHash', '=', tokenHash)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('expiresAt', '>', at(now))
    .returning(columns)
    .executeTakeFirst();
  return (row as InvitationRow | undefined) ?? null;
}

/** Colleagues' invitations that wait for an answer, those too old as well; the newest first. */
export async function listWaitingInvitations(tx: Database): Promise<InvitationRow[]> {
  const rows = await tx
    .selectFrom('invitations')
    .select(columns)
    .where('role', 'is not', null)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .orderBy('sentAt', 'desc')
    .limit(500)
    .execute();
  return rows as InvitationRow[];
}

/** Invitations to a team that wait for an answer, those too old as well; the newest first. */
export async function listTeamInvitations(tx: Database, teamId: Id<'tea'>): Promise<InvitationRow[]> {
  const rows = await tx.selectFrom('invitations').select(columns).where('teamId', '=', teamId)
    .where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null)
    .orderBy('sentAt', 'desc').orderBy('id', 'desc').limit(1000).execute();
  return rows as InvitationRow[];
}

export async function findWaitingInvitation(tx: Database, id: Id<'itn'>): Promise<InvitationRow | null> {
  const row = await tx.selectFrom('invitations').select(columns).where('id', '=', id)
    .where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).forUpdate().executeTakeFirst();
  return (row as InvitationRow | undefined) ?? null;
}

export async function markWithdrawn(tx: Database, id: Id<'itn'>, now: Instant): Promise<void> {
  await tx.updateTable('invitations').set({ withdrawnAt: at(now) }).where('id', '=', id).execute();
}

interface Same {
  readonly email: string;
  readonly role: string | null;
  readonly locationId: Id<'loc'>;
  readonly customerId: Id<'cus'> | null;
  readonly teamId: Id<'tea'> | null;
}

/** A new letter voids the older one for the same thing. */
export async function withdrawOlder(tx: Database, same: Same, now: Instant): Promise<void> {
  await sql`update invitations set withdrawn_at = ${at(now)}
    where accepted_at is null and withdrawn_at is null
    and email = ${same.email} and location_id = ${same.locationId} and role is not distinct from ${same.role}
    and customer_id is not distinct from ${same.customerId}
    and team_id is not distinct from ${same.teamId}`.execute(tx);
}

/** Whoever no longer works here has invited nobody. */
export async function withdrawSentBy(tx: Database, adminId: Id<'adm'>, now: Instant): Promise<void> {
  await tx.updateTable('invitations').set({ withdrawnAt: at(now) }).where('sentBy', '=', adminId)
    .where('role', 'is not', null).where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).execute();
}

/** The same for a team that somebody is no longer in. */
export async function withdrawSentTo(
  tx: Database, { teamId, sentBy, now }: { teamId: Id<'tea'>; sentBy: string; now: Instant },
): Promise<void> {
  await tx.updateTable('invitations').set({ withdrawnAt: at(now) }).where('sentBy', '=', sentBy)
    .where('teamId', '=', teamId).where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).execute();
}
