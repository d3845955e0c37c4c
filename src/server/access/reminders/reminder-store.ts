import { sql } from 'kysely';
import type { Action } from '../../../domain/access/decision.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { Span } from '../../../domain/kernel/interval.ts';
import type { Database } from '../../platform/database/connect.ts';
import { among, at, during } from '../../platform/database/sql.ts';

export type EndedHow = 'told' | 'noDate' | 'takenBack';

export interface ReminderRow {
  readonly id: Id<'rmd'>;
  readonly customerId: Id<'cus'>;
  readonly locationId: Id<'loc'>;
  readonly action: Action;
  readonly target: string | null;
  readonly askedDuring: Span | null;
  readonly question: string;
  readonly madeAt: Instant;
  readonly dueAt: Instant;
  readonly endedAt: Instant | null;
  readonly endedHow: EndedHow | null;
}

const columns = sql`id, customer_id, location_id, action, target, asked_during, question, made_at, due_at,
  ended_at, ended_how`;

/** Nothing where the same question waits already: one per question, whoever asks at once. */
export async function insertReminder(
  tx: Database, row: Omit<ReminderRow, 'endedAt' | 'endedHow'>, by: string | null,
): Promise<ReminderRow | undefined> {
  const { rows } = await sql<ReminderRow>`
    insert into reminders (id, customer_id, location_id, action, target, asked_during, question, made_at,
      made_by, due_at)
    values (${row.id}, ${row.customerId}, ${row.locationId}, ${row.action}, ${row.target},
      ${row.askedDuring === null ? null : during(row.askedDuring)}, ${row.question}, ${at(row.madeAt)},
      ${by}, ${at(row.dueAt)})
    on conflict (customer_id, question) where ended_at is null do nothing returning ${columns}`.execute(tx);
  return rows[0];
}

export async function findWaiting(
  tx: Database, { customerId, question }: Pick<ReminderRow, 'customerId' | 'question'>,
): Promise<ReminderRow | undefined> {
  const { rows } = await sql<ReminderRow>`select ${columns} from reminders
    where customer_id = ${customerId} and question = ${question} and ended_at is null`.execute(tx);
  return rows[0];
}

/** Locked, because it may be taken back while it falls due. */
export async function findReminder(tx: Database, id: string): Promise<ReminderRow | undefined> {
  const { rows } = await sql<ReminderRow>`
    select ${columns} from reminders where id = ${id} for update`.execute(tx);
  return rows[0];
}

export interface ReminderFilter {
  /** Null: everywhere. */
  readonly locationIds: readonly string[] | null;
  readonly customerId?: Id<'cus'> | undefined;
  readonly waiting?: boolean | undefined;
}

/** With whom and what it is about by name. */
export type ListedReminder = ReminderRow & {
  readonly customerName: string;
  readonly targetName: string | null;
};

/** The newest first. */
export async function listReminders(
  tx: Database, { locationIds, customerId, waiting }: ReminderFilter,
  { after, limit }: { after: readonly (string | number | null)[] | null; limit: number },
): Promise<readonly ListedReminder[]> {
  const asked = [after === null ? sql`true` : sql`m.id < ${after[0]}`];
  if (locationIds !== null) asked.push(among('m.location_id', locationIds));
  if (customerId !== undefined) asked.push(sql`m.customer_id = ${customerId}`);
  if (waiting !== undefined) asked.push(sql`(m.ended_at is null) = ${waiting}`);
  const { rows } = await sql<ListedReminder>`
    select m.*, u.name as customer_name, coalesce(r.name, p.name) as target_name
    from reminders m join customers u on u.id = m.customer_id
      left join resources r on r.id = m.target left join plans p on p.id = m.target
    where ${sql.join(asked, sql` and `)} order by m.id desc limit ${limit + 1}`.execute(tx);
  return rows;
}

export async function putOffReminder(tx: Database, id: Id<'rmd'>, dueAt: Instant): Promise<void> {
  await sql`update reminders set due_at = ${at(dueAt)} where id = ${id}`.execute(tx);
}

export async function endReminder(
  tx: Database, id: Id<'rmd'>, { now, how }: { now: Instant; how: EndedHow },
): Promise<void> {
  await sql`update reminders set ended_at = ${at(now)}, ended_how = ${how} where id = ${id}`.execute(tx);
}

export async function countWaiting(tx: Database, customerId: Id<'cus'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from reminders
    where customer_id = ${customerId} and ended_at is null`.execute(tx);
  return rows[0]?.count ?? 0;
}

export interface Receiver {
  readonly email: string;
  /** Null: never said; the location's first. */
  readonly language: string | null;
}

export async function findReceiver(tx: Database, customerId: Id<'cus'>): Promise<Receiver | undefined> {
  const { rows } = await sql<Receiver>`
    select email, language from customers where id = ${customerId}`.execute(tx);
  return rows[0];
}
