import { type RawBuilder, sql } from 'kysely';
import type { CustomerKind } from '../../domain/customers/customer.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { among, at } from '../platform/database/sql.ts';
import { planNamesAt, stateAt } from './customer-state-sql.ts';

/** A customer as it is kept, with its five facts at an instant. */
export interface CustomerRecord {
  readonly id: Id<'cus'>;
  readonly kind: CustomerKind;
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly language: string | null;
  readonly homeLocationId: Id<'loc'>;
  readonly accountId: Id<'acc'> | null;
  readonly tags: readonly string[];
  readonly customFields: Readonly<Record<string, unknown>>;
  readonly billingName: string;
  readonly billingAddress: string;
  readonly taxId: string;
  readonly contactName: string;
  readonly contactEmail: string;
  readonly contactPhone: string;
  readonly dueDays: number | null;
  readonly createdAt: Instant;
  readonly version: number;
  readonly sortedName: string;
  readonly portalAccess: boolean;
  readonly member: boolean;
  readonly frozen: boolean;
  readonly suspended: boolean;
  readonly archived: boolean;
  readonly archivedAt: Instant | null;
  readonly planNames: readonly string[];
  readonly lastCheckInAt: Instant | null;
}

/** The columns a verb writes. */
export interface CustomerFields {
  kind: CustomerKind;
  name: string;
  email: string;
  phone: string;
  language: string | null;
  homeLocationId: Id<'loc'>;
  tags: readonly string[];
  customFields: RawBuilder<unknown>;
  billingName: string;
  billingAddress: string;
  taxId: string;
  contactName: string;
  contactEmail: string;
  contactPhone: string;
  dueDays: number | null;
}

const shown = (now: Instant) => {
  const { member, frozen, suspended, archived, portalAccess } = stateAt(now);
  return sql`u.id, u.kind, u.name, u.email, u.phone, u.language, u.home_location_id, u.account_id, u.tags,
    u.custom_fields, u.billing_name, u.billing_address, u.tax_id, u.contact_name, u.contact_email,
    u.contact_phone,
    u.due_days, u.created_at, u.version, u.sorted_name,
    ${member} as member, ${frozen} as frozen, ${suspended} as suspended, ${archived} as archived,
    ${portalAccess} as portal_access, ${planNamesAt(now)} as plan_names,
    (select max(a.started_at) from archivings a where a.customer_id = u.id and a.started_at <= ${at(now)}
      and (a.ended_at is null or a.ended_at > ${at(now)})) as archived_at,
    (select i.started_at from check_ins i where i.customer_id = u.id order by i.started_at desc limit 1)
      as last_check_in_at`;
};

/** By an address as it is kept: trimmed, in small letters (CUS-2). */
export async function findCustomerIdByEmail(tx: Database, email: string): Promise<Id<'cus'> | null> {
  const row = await tx.selectFrom('customers').select('id').where('email', '=', email).executeTakeFirst();
  return (row?.id ?? null) as Id<'cus'> | null;
}

export async function findCustomer(
  tx: Database,
  id: Id<'cus'>,
  now: Instant,
): Promise<CustomerRecord | null> {
  const { rows } =
    await sql<CustomerRecord>`select ${shown(now)} from customers u where u.id = ${id}`.execute(tx);
  return rows[0] ?? null;
}

/** Keeps the row from other changes until this transaction ends. */
export async function lockCustomer(tx: Database, id: Id<'cus'>): Promise<boolean> {
  const { rows } = await sql`select 1 from customers where id = ${id} for no key update`.execute(tx);
  return rows.length > 0;
}

/** False when the e-mail address is taken (CUS-2); nothing is written then. */
export async function insertCustomer(
  tx: Database,
  id: Id<'cus'>,
  fields: CustomerFields,
  now: Instant,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('customers')
    .values({ id, ...fields, tags: [...fields.tags], createdAt: at(now), changedAt: at(now) } as never)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateCustomer(
  tx: Database,
  id: Id<'cus'>,
  fields: Partial<CustomerFields>,
  now: Instant,
): Promise<void> {
  await tx
    .updateTable('customers')
    .set({ ...fields, changedAt: at(now), version: sql`version + 1` } as never)
    .where('id', '=', id)
    .execute();
}

export async function appendPortalAccess(
  tx: Database,
  change: { customerId: Id<'cus'>; fromAt: Instant; allowed: boolean; byId: string | null },
): Promise<void> {
  await sql`insert into portal_access_changes (customer_id, from_at, allowed, by_id)
    values (${change.customerId}, ${at(change.fromAt)}, ${change.allowed}, ${change.byId})
    on conflict (customer_id, from_at)
    do update set allowed = excluded.allowed, by_id = excluded.by_id`.execute(
    tx,
  );
}

export interface CustomerFilter {
  readonly now: Instant;
  /** Null: everywhere. */
  readonly homeLocationIds: readonly string[] | null;
  readonly words: readonly string[];
  readonly states: Partial<Record<StateFilter, boolean>>;
  readonly kind?: CustomerKind | undefined;
  readonly tag?: string | undefined;
  readonly email?: string | undefined;
  readonly order: { readonly by: 'name' | 'createdAt'; readonly descending: boolean };
  readonly after: readonly (string | number | null)[] | null;
  readonly limit: number;
}

export type StateFilter = 'member' | 'frozen' | 'suspended' | 'archived' | 'portalAccess';

/** One page by key, one row more than wished: never counts and never skips. */
export async function listCustomers(
  tx: Database,
  filter: CustomerFilter,
): Promise<readonly CustomerRecord[]> {
  const key = filter.order.by === 'name' ? sql`u.sorted_name` : sql`u.created_at`;
  const direction = filter.order.descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<CustomerRecord>`
    with page as materialized (
      select u.id from customers u where ${sql.join(conditions(filter, key), sql` and `)}
      order by ${key} ${direction}, u.id ${direction} limit ${filter.limit + 1})
    select ${shown(filter.now)} from page join customers u on u.id = page.id
    order by ${key} ${direction}, u.id ${direction}`.execute(tx);
  return rows;
}

function conditions(filter: CustomerFilter, key: RawBuilder<unknown>): RawBuilder<unknown>[] {
  const state = stateAt(filter.now);
  const found: RawBuilder<unknown>[] = [sql`true`];
  if (filter.homeLocationIds !== null)
    found.push(among('u.home_location_id', filter.homeLocationIds));
  for (const word of filter.words) found.push(sql`u.sought like '%' || ${like(word)} || '%'`);
  if (filter.kind) found.push(sql`u.kind = ${filter.kind}`);
  if (filter.tag) found.push(sql`(u.tags @> ${[filter.tag]}::text[] and u.tags <> '{}')`);
  if (filter.email) found.push(sql`u.email = ${filter.email}`);
  for (const [name, wished] of Object.entries(filter.states)) {
    if (wished !== undefined)
      found.push(wished ? state[name as StateFilter] : sql`not ${state[name as StateFilter]}`);
  }
  if (filter.states.frozen === true) found.push(sql`u.id in (${withFreeze(filter.now)})`);
  if (filter.after !== null) {
    const [last, id] = filter.after;
    const after = filter.order.by === 'name' ? sql`${last}` : sql`${at(Number(last) as Instant)}`;
    found.push(
      filter.order.descending
        ? sql`(${key}, u.id) < (${after}, ${id})`
        : sql`(${key}, u.id) > (${after}, ${id})`,
    );
  }
  return found;
}

/** Few have a freeze in force: the list begins with those instead of asking everybody. */
const withFreeze = (now: Instant): RawBuilder<unknown> => sql`
  select c.customer_id from contract_freezes f join contracts c on c.id = f.contract_id
  where f.starts_at <= ${at(now)} and (f.ends_at is null or f.ends_at > ${at(now)})
  union all
  select s.customer_id from contract_freezes f join contract_seats s on s.contract_id = f.contract_id
  where f.starts_at <= ${at(now)} and (f.ends_at is null or f.ends_at > ${at(now)})`;

const like = (word: string): RawBuilder<string> =>
  sql`folded(${word.replaceAll(/[\\%_]/g, (character) => `\\${character}`)})`;
