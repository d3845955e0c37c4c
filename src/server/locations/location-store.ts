import { sql } from 'kysely';
import type { Closure } from '../../domain/locations/closure.ts';
import type { Location } from '../../domain/locations/location.ts';
import type { SettingChange } from '../../domain/locations/setting.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, json } from '../platform/database/sql.ts';

export interface LocationRow extends Location {
  readonly createdAt: Instant;
  readonly version: number;
}

export async function listLocations(tx: Database): Promise<LocationRow[]> {
  const rows = await tx.selectFrom('locations').selectAll().orderBy('createdAt').orderBy('id').execute();
  return rows.map(({ timeZone, ...row }) => ({ ...row, zone: timeZone }) as LocationRow);
}

export async function listSettingChanges(tx: Database): Promise<SettingChange[]> {
  const rows = await tx.selectFrom('locationSettings').select(['locationId', 'name', 'inForceFrom', 'value'])
    .select(sql<boolean>`value is null`.as('inherits')).orderBy('inForceFrom').execute();
  return rows.map(({ inherits, value, ...row }) =>
    ({ ...row, value: inherits ? undefined : value }) as SettingChange);
}

export const listClosures = async (tx: Database): Promise<Closure[]> =>
  await tx.selectFrom('closures').select(['id', 'locationId', 'reason', 'startDay', 'endDay'])
    .orderBy('startDay').orderBy('id').execute() as Closure[];

export async function insertLocation(tx: Database, { zone, createdAt, ...row }: LocationRow): Promise<void> {
  await tx.insertInto('locations').values({ ...row, timeZone: zone, createdAt: at(createdAt) }).execute();
}

/** The version before: until the end of the transaction nobody else edits this location. */
export async function raiseVersion(tx: Database, id: Id<'loc'>): Promise<number> {
  const { version } = await tx.updateTable('locations').set({ version: sql`version + 1` })
    .where('id', '=', id).returning('version').executeTakeFirstOrThrow();
  return version - 1;
}

export async function updateLocation(
  tx: Database,
  id: Id<'loc'>,
  changed: Partial<Pick<Location, 'name' | 'slug' | 'zone' | 'currency' | 'parentId'>>,
): Promise<void> {
  const { zone, ...rest } = changed;
  const row = { ...rest, ...(zone !== undefined && { timeZone: zone }) };
  if (Object.keys(row).length === 0) return;
  await tx.updateTable('locations').set(row).where('id', '=', id).execute();
}

/** One row a setting and instant: setting twice within an instant keeps the last. */
export async function insertSettingChange(
  tx: Database, { value, ...change }: SettingChange, setBy: string | null,
): Promise<void> {
  await tx
    .insertInto('locationSettings')
    .values({
      ...change,
      inForceFrom: at(change.inForceFrom),
      value: value === undefined ? null : json(value),
      setBy,
    })
    .onConflict((same) =>
      same.columns(['locationId', 'name', 'inForceFrom']).doUpdateSet({ value: sql`excluded.value`, setBy }),
    )
    .execute();
}

export async function insertClosure(tx: Database, closure: Closure, createdAt: Instant): Promise<void> {
  await tx.insertInto('closures').values({ ...closure, createdAt: at(createdAt) }).execute();
}

export async function deleteClosure(
  tx: Database,
  where: { id: Id<'clo'>; locationId: Id<'loc'> },
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('closures')
    .where('id', '=', where.id)
    .where('locationId', '=', where.locationId)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
