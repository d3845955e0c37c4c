import { type RawBuilder, sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Resource, ResourceState } from '../../domain/resources/resource.ts';
import type { Database } from '../platform/database/connect.ts';
import { at, json } from '../platform/database/sql.ts';

/** A resource as it is kept. */
export interface ResourceRow extends Resource {
  readonly typeName: string;
  readonly description: string;
  readonly amenities: readonly string[];
  readonly sortOrder: number;
  readonly createdAt: Instant;
  readonly version: number;
}

/** What may be set after a resource is made. */
export type ResourceFields = Omit<ResourceRow,
  'id' | 'locationId' | 'state' | 'typeName' | 'createdAt' | 'version' | 'linkedIds'>;

/** Every column of {@link ResourceRow}, for a table `r` of resources and `t` of their types. */
const resourceColumns = sql`r.id, r.type_id, t.name as type_name, r.location_id, r.name, r.description,
  r.capacity,
  r.amenities, r.hours, r.buffer_before_minutes, r.buffer_after_minutes, r.minutes_min, r.minutes_max,
  r.step_minutes, r.notice_minutes_min, r.horizon_days, r.cancel_free_minutes,
  r.late_cancel_percent, r.audience,
  r.customer_ids, r.state, r.visible, r.publish_at, r.needs_approval, r.units, r.sort_order, r.created_at,
  r.version,
  coalesce((select array_agg(k.other_id order by k.other_id) from (
     select linked_id as other_id from resource_links where resource_id = r.id
     union select resource_id from resource_links where linked_id = r.id) k), '{}') as linked_ids`;

export interface ResourceFilter {
  readonly ids?: readonly Id<'res'>[];
  readonly locationIds?: readonly Id<'loc'>[] | undefined;
  readonly typeId?: Id<'rty'> | undefined;
  readonly states?: readonly ResourceState[];
  /** Only those that customers see at that instant. */
  readonly shownAt?: Instant;
  readonly capacityMin?: number | undefined;
  readonly after?: readonly (string | number | null)[] | null;
  readonly limit?: number;
}

/** In the order in which they are shown. */
export async function listResources(tx: Database, filter: ResourceFilter): Promise<ResourceRow[]> {
  const { rows } = await sql<ResourceRow>`
    select ${resourceColumns} from resources r join resource_types t on t.id = r.type_id
    where ${sql.join(conditions(filter), sql` and `)}
    order by r.sort_order, r.name, r.id limit ${filter.limit ?? 2000}`.execute(tx);
  return rows;
}

export async function lockResource(tx: Database, id: Id<'res'>): Promise<void> {
  await sql`select 1 from resources where id = ${id} for update`.execute(tx);
}

export async function findResource(tx: Database, id: Id<'res'>): Promise<ResourceRow | undefined> {
  const [row] = await listResources(tx, { ids: [id] });
  return row;
}

function conditions(filter: ResourceFilter): RawBuilder<unknown>[] {
  const { ids, locationIds, typeId, states, shownAt, capacityMin, after } = filter;
  const list: RawBuilder<unknown>[] = [sql`true`];
  if (ids) list.push(sql`r.id = any(${[...ids]})`);
  if (locationIds) list.push(sql`r.location_id = any(${[...locationIds]})`);
  if (typeId) list.push(sql`r.type_id = ${typeId}`);
  if (states) list.push(sql`r.state = any(${[...states]})`);
  if (shownAt !== undefined) list.push(isShown(shownAt));
  if (capacityMin) list.push(sql`r.capacity >= ${capacityMin}`);
  if (after) list.push(sql`(r.sort_order, r.name, r.id) > (${after[0]}::int, ${after[1]}, ${after[2]})`);
  return list;
}

/** VIS-3: visible, and past its publish instant. */
const isShown = (now: Instant): RawBuilder<unknown> =>
  sql`r.visible and (r.publish_at is null or r.publish_at <= ${at(now)})`;

const written = (fields: ResourceFields): Record<string, RawBuilder<unknown>> => ({
  type_id: sql`${fields.typeId}`,
  name: sql`${fields.name}`,
  description: sql`${fields.description}`,
  capacity: sql`${fields.capacity}`,
  amenities: sql`${[...fields.amenities]}`,
  hours: fields.hours === null ? sql`null` : json(fields.hours),
  buffer_before_minutes: sql`${fields.bufferBeforeMinutes}`,
  buffer_after_minutes: sql`${fields.bufferAfterMinutes}`,
  minutes_min: sql`${fields.minutesMin}`,
  minutes_max: sql`${fields.minutesMax}`,
  step_minutes: sql`${fields.stepMinutes}`,
  notice_minutes_min: sql`${fields.noticeMinutesMin}`,
  horizon_days: sql`${fields.horizonDays}`,
  cancel_free_minutes: sql`${fields.cancelFreeMinutes}`,
  late_cancel_percent: sql`${fields.lateCancelPercent}`,
  audience: json(fields.audience),
  customer_ids: sql`${fields.customerIds === null ? null : [...fields.customerIds]}::text[]`,
  visible: sql`${fields.visible}`,
  publish_at: fields.publishAt === null ? sql`null` : at(fields.publishAt),
  needs_approval: sql`${fields.needsApproval}`,
  units: sql`${fields.units}`,
  sort_order: sql`${fields.sortOrder}`,
});

export async function insertResource(
  tx: Database, row: { id: Id<'res'>; locationId: Id<'loc'>; fields: ResourceFields; now: Instant },
): Promise<void> {
  const values = written(row.fields);
  await sql`insert into resources (id, location_id, created_at, changed_at,
      ${sql.join(Object.keys(values).map((name) => sql.id(name)))})
    values (${row.id}, ${row.locationId}, ${at(row.now)}, ${at(row.now)},
      ${sql.join(Object.values(values))})`.execute(
    tx,
  );
}

export async function updateResource(
  tx: Database, id: Id<'res'>, { fields, now }: { fields: ResourceFields; now: Instant },
): Promise<void> {
  const assignments = Object.entries(written(fields)).map(([name, value]) => sql`${sql.id(name)} = ${value}`);
  await sql`update resources set ${sql.join(assignments)}, changed_at = ${at(now)}, version = version + 1
    where id = ${id}`.execute(tx);
}

export async function setState(
  tx: Database,
  id: Id<'res'>,
  { state, now }: { state: ResourceState; now: Instant },
): Promise<void> {
  await sql`update resources set state = ${state}, changed_at = ${at(now)}, version = version + 1
    where id = ${id}`.execute(tx);
}

/** Links go both ways; they are kept once, and replaced as a whole. */
export async function replaceLinks(
  tx: Database,
  id: Id<'res'>,
  linkedIds: readonly Id<'res'>[],
): Promise<void> {
  await sql`delete from resource_links where resource_id = ${id} or linked_id = ${id}`.execute(tx);
  if (linkedIds.length === 0) return;
  await sql`insert into resource_links (resource_id, linked_id)
    select ${id}, linked from unnest(${[...linkedIds]}::text[]) linked`.execute(tx);
}

/** The highest unit that a booking from now on holds. */
export async function highestUnitTaken(tx: Database, id: Id<'res'>, now: Instant): Promise<number> {
  const { rows } = await sql<{ unit: number | null }>`select max(unit) as unit from occupancies
    where resource_id = ${id} and blocked && tstzrange(${at(now)}, null)`.execute(tx);
  return rows[0]?.unit ?? 0;
}
