import { sql } from 'kysely';
import { type Statement } from '../database/statement.ts';

/** A write that waits for the others. */
export interface PutOff {
  readonly statement: Statement;
  /** How many rows it writes; else nothing of the transaction is kept, and this is thrown. */
  readonly must: { readonly rows: number; readonly orElse: () => unknown } | null;
}

/**
 * Several writes, and queries that do something, as one statement. Each write that must write some rows is
 * counted in it, so that PostgreSQL takes everything back where it did not.
 */
export function asOne(writes: readonly PutOff[], doing: readonly Statement[] = []): Statement | null {
  if (writes.length + doing.length === 0) return null;
  const parts = writes.map(({ statement, must }, index) =>
    sql`${part(index)} as (${statement}${must === null ? sql`` : sql` returning 1`})`,
  );
  const results = [
    ...writes.flatMap(({ must }, index) => (must === null ? []
      : [sql`must_write(${index}, (select count(*) from ${part(index)}), ${must.rows})`])),
    ...doing.map((query) => sql`(${query})`),
  ];
  return sql`${parts.length === 0 ? sql`` : sql`with ${sql.join(parts)}`}
    select ${results.length === 0 ? sql`1` : sql.join(results)}`;
}

const part = (index: number): Statement => sql.raw(`w${index}`);

/** What to throw where one of the writes did not write what it must. */
export function refusedWrite(error: unknown, writes: readonly PutOff[]): unknown {
  const { code, detail } = error as { code?: string; detail?: string };
  const refused = code === 'FY001' ? writes[Number(detail)] : undefined;
  return refused?.must?.orElse() ?? error;
}
