import { sql } from 'kysely';
import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Database } from '../platform/database/connect.ts';
import { among, at, json } from '../platform/database/sql.ts';
import type { Statement } from '../platform/database/statement.ts';

export interface RefusalRow {
  readonly id: Id<'rfs'>;
  readonly customerId: Id<'cus'>;
  readonly customerName: string;
  readonly locationId: Id<'loc'>;
  readonly source: string;
  readonly at: Instant;
  readonly code: string;
  readonly layer: string;
  readonly decision: Record<string, unknown>;
}

export const refusalKept = (
  row: Omit<RefusalRow, 'customerName'> & { readonly by: string | null },
): Statement => sql`insert into refused_check_ins (id, customer_id, location_id, source, at, code, layer,
  decision, made_by)
    values (${row.id}, ${row.customerId}, ${row.locationId}, ${row.source}, ${at(row.at)}, ${row.code},
    ${row.layer},
      ${json(row.decision)}, ${row.by})`;

export async function listRefusals(
  tx: Database,
  filter: {
    locationIds: readonly string[] | null;
    customerId?: Id<'cus'> | undefined;
    after: readonly (string | number | null)[] | null;
    limit: number;
  },
): Promise<readonly RefusalRow[]> {
  const asked = [sql`true`];
  if (filter.locationIds !== null) asked.push(among('r.location_id', filter.locationIds));
  if (filter.customerId !== undefined) asked.push(sql`r.customer_id = ${filter.customerId}`);
  if (filter.after !== null) {
    asked.push(sql`(r.at, r.id) < (${at(Number(filter.after[0]) as Instant)}, ${filter.after[1]})`);
  }
  const { rows } = await sql<RefusalRow>`
    select r.id, r.customer_id, u.name as customer_name, r.location_id, r.source, r.at, r.code, r.layer,
    r.decision
    from refused_check_ins r join customers u on u.id = r.customer_id where ${sql.join(asked, sql` and `)}
    order by r.at desc, r.id desc limit ${filter.limit + 1}`.execute(tx);
  return rows;
}
