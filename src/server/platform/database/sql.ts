import { type RawBuilder, sql } from 'kysely';
import { formatInstant, type Instant } from '../../../domain/kernel/instant.ts';
import type { Interval } from '../../../domain/kernel/interval.ts';

/** How our own types are written into a statement, always as parameters. */
export const at = (instant: Instant): RawBuilder<Instant> =>
  sql<Instant>`${formatInstant(instant)}::timestamptz`;

export const atOrNull = (instant: Instant | null): RawBuilder<Instant | null> =>
  sql<Instant | null>`${instant === null ? null : formatInstant(instant)}::timestamptz`;

export const during = ({ start, end }: Interval): RawBuilder<Interval> =>
  sql<Interval>`tstzrange(${formatInstant(start)}, ${end === null ? null : formatInstant(end)})`;

export const json = (value: unknown): RawBuilder<unknown> => sql<unknown>`${JSON.stringify(value)}::jsonb`;

export const jsonOrNull = (value: unknown): RawBuilder<unknown> =>
  sql<unknown>`${value === null ? null : JSON.stringify(value)}::jsonb`;

/**
 * One of some ids. A single one is asked for as such: PostgreSQL knows more ways to find it, and keeps its
 * plan from one time to the next.
 */
export function among(column: string, ids: readonly string[]): RawBuilder<boolean> {
  const name = sql.raw(column);
  return ids.length === 1 ? sql<boolean>`${name} = ${ids[0]}` : sql<boolean>`${name} = any(${[...ids]})`;
}

/** The name of the constraint that refused a statement, or null when something else went wrong. */
export function refusedBy(error: unknown): string | null {
  const { code, constraint } = error as { code?: string; constraint?: string };
  return code?.startsWith('23') === true && constraint !== undefined ? constraint : null;
}
