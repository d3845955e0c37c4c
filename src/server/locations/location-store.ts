import { sql } from 'kysely';
import type { Closure } from '../../domain/locations/closure.ts';
import type { Location } from '../../domain/locations/location.ts';
import type { SettingChange } from '../../domain/locations/setting.ts';
import type { Day } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { parseRecurrence, writeRecurrence } from '../../domain/kernel/recurrence-text.ts';
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

/** A rule is kept as its text. One that this version does not read closes once, on its first days. */
export async function listClosures(tx: Database): Promise<Closure[]> {
  const rows = await tx.selectFrom('closures')
    .select(['id', 'locationId', 'reason', 'startDay', 'endDay', 'repeats'])
    .select(sql<Day[]>`except_days::text[]`.as('exceptDays'))
    .orderBy('startDay').orderBy('id').execute();
  return rows.map(({ repeats, exceptDays, ...row }) => {
    const rule = repeats === null ? null : parseRecurrence(repeats, row.startDay as Day);
    return { ...row, repeats: rule && { ...rule, exceptDays } } as Closure;
  });
}

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

export async function insertClosure(
  tx: Database, { repeats = null, ...closure }: Closure, createdAt: Instant,
): Promise<void> {
  await tx.insertInto('closures').values({
    ...closure, createdAt: at(createdAt),
    repeats: repeats && writeRecurrence(repeats, closure.startDay),
    exceptDays: sql`${[...repeats?.exceptDays ?? []]}::date[]`,
  }).execute();
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
