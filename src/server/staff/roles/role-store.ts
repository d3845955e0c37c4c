import { sql } from 'kysely';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import type { Database } from '../../platform/database/connect.ts';
import { at } from '../../platform/database/sql.ts';

/** A role of the operator's own, as its row says it. */
export interface OwnRoleRow {
  readonly id: Id<'rle'>;
  readonly name: string;
  readonly description: string;
  readonly permissions: readonly string[];
  readonly version: number;
  readonly changedAt: Instant;
  readonly archivedAt: Instant | null;
}

const columns = ['id', 'name', 'description', 'permissions', 'version', 'changedAt', 'archivedAt'] as const;

/** All that ever were: who held one keeps its name. */
export async function listOwnRoles(tx: Database): Promise<OwnRoleRow[]> {
  const rows = await tx.selectFrom('roles').select(columns).orderBy('nameKey').orderBy('id').execute();
  return rows as unknown as OwnRoleRow[];
}

/** One that can be given, held still against changes and archiving until this transaction ends. */
export async function holdOwnRole(tx: Database, id: Id<'rle'>): Promise<OwnRoleRow | null> {
  const row = await tx.selectFrom('roles').select(columns).where('id', '=', id)
    .where('archivedAt', 'is', null).forShare().executeTakeFirst();
  return (row as OwnRoleRow | undefined) ?? null;
}

/** One that is about to be changed: nobody gives it meanwhile. */
export async function lockOwnRole(tx: Database, id: Id<'rle'>): Promise<OwnRoleRow | null> {
  const row = await tx.selectFrom('roles').select(columns).where('id', '=', id)
    .where('archivedAt', 'is', null).forUpdate().executeTakeFirst();
  return (row as OwnRoleRow | undefined) ?? null;
}

interface Said {
  readonly id: Id<'rle'>;
  readonly name: string;
  readonly nameKey: string;
  readonly description: string;
  readonly permissions: readonly Permission[];
  readonly now: Instant;
}

export async function insertOwnRole(
  tx: Database, { now, permissions, by, ...said }: Said & { readonly by: string | null },
): Promise<void> {
  await tx.insertInto('roles').values({
    ...said, permissions: [...permissions], createdAt: at(now), createdBy: by, changedAt: at(now),
  }).execute();
}

export async function updateOwnRole(tx: Database, { now, permissions, ...role }: Said): Promise<void> {
  const { id, ...said } = role;
  await tx.updateTable('roles')
    .set({ ...said, permissions: [...permissions], changedAt: at(now), version: sql`version + 1` })
    .where('id', '=', id).execute();
}

export async function markRoleArchived(
  tx: Database, id: Id<'rle'>, archiving: { now: Instant; by: string | null },
): Promise<void> {
  await tx.updateTable('roles').set({ archivedAt: at(archiving.now), archivedBy: archiving.by })
    .where('id', '=', id).execute();
}
