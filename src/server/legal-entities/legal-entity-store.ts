import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

export interface LegalEntity {
  readonly id: Id<'ent'>;
  readonly name: string;
  readonly address: string;
  readonly taxNumber: string | null;
  /** Where a transfer goes; empty: nothing is said. */
  readonly bankDetails: string;
  readonly invoicePrefix: string;
  readonly createdAt: Instant;
}

export const listLegalEntities = async (tx: Database): Promise<LegalEntity[]> =>
  (await tx
    .selectFrom('legalEntities')
    .selectAll()
    .orderBy('createdAt')
    .orderBy('id')
    .execute()) as LegalEntity[];

export async function insertLegalEntity(tx: Database, { createdAt, ...row }: LegalEntity): Promise<void> {
  await tx.insertInto('legalEntities').values({ ...row, createdAt: at(createdAt) }).execute();
}

export const lockLegalEntity = async (tx: Database, id: Id<'ent'>): Promise<LegalEntity | undefined> =>
  await tx.selectFrom('legalEntities').selectAll().where('id', '=', id).forUpdate().executeTakeFirst() as
    LegalEntity | undefined;

export async function updateLegalEntity(
  tx: Database,
  { id, createdAt: _, ...row }: LegalEntity,
): Promise<void> {
  await tx.updateTable('legalEntities').set(row).where('id', '=', id).execute();
}
