import { sql } from 'kysely';
import type { Day } from '../../domain/kernel/day.ts';
import { formatInstant, type Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { at } from '../platform/database/sql.ts';

/** Each location with its own today: what has begun and what is overdue depends on it. */
export interface PlaceToday {
  readonly locationId: string;
  readonly today: Day;
  readonly todayStartsAt: Instant;
  readonly endsBy: Day;
}

const placed = (places: readonly PlaceToday[]) => sql`jsonb_to_recordset(${JSON.stringify(
  places.map((one) => ({ ...one, todayStartsAt: formatInstant(one.todayStartsAt) })),
)}::jsonb) as p("locationId" text, today date, "todayStartsAt" timestamptz, "endsBy" date)`;

export async function countInside(
  tx: Database, places: readonly PlaceToday[],
): Promise<readonly { locationId: string; inside: number; arrived: number }[]> {
  const { rows } = await sql<{ locationId: string; inside: number; arrived: number }>`
    select p."locationId" as location_id,
      (select count(*)::int from check_ins c where c.location_id = p."locationId" and c.ended_at is null)
        as inside,
      (select count(distinct c.customer_id)::int from check_ins c where c.location_id = p."locationId"
        and c.started_at >= p."todayStartsAt") as arrived
    from ${placed(places)}`.execute(tx);
  return rows;
}

export async function countOwed(
  tx: Database, places: readonly PlaceToday[],
): Promise<readonly { currency: string; open: number; overdue: number; outstanding: number }[]> {
  const { rows } = await sql<{ currency: string; open: number; overdue: number; outstanding: number }>`
    select i.currency, count(*)::int as open, (count(*) filter (where i.due_day < p.today))::int as overdue,
      sum(i.total - i.paid - i.credited)::bigint as outstanding
    from invoices i join ${placed(places)} on p."locationId" = i.location_id
    where i.state in ('issued', 'partlyPaid') and i.total > i.paid + i.credited
    group by i.currency order by i.currency`.execute(tx);
  return rows;
}

export async function countContracts(
  tx: Database, places: readonly PlaceToday[], now: Instant,
): Promise<{ ending: number; frozen: number }> {
  const { rows } = await sql<{ ending: number; frozen: number }>`
    select (count(*) filter (where c.end_day <= p."endsBy"))::int as ending,
      (count(*) filter (where exists (select 1 from contract_freezes f where f.contract_id = c.id
        and f.starts_at <= ${at(now)} and (f.ends_at is null or ${at(now)} < f.ends_at))))::int as frozen
    from contracts c join ${placed(places)} on p."locationId" = c.location_id
    where c.start_day <= p.today and (c.end_day is null or c.end_day > p.today)`.execute(tx);
  return rows[0] ?? { ending: 0, frozen: 0 };
}
