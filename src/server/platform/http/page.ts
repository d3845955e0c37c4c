import { parseInstant } from '../../../domain/kernel/instant.ts';
import { Problem } from './problem.ts';

/** A page of a list: the rows asked for and where the next begins. */
export interface Page<T> {
  readonly data: T[];
  readonly nextCursor: string | null;
}

/** Rows were read one more than wished; the key of the last one kept is the cursor. */
export function pageFrom<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => readonly (string | number | null)[],
  present: (row: R) => T,
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = rows.length > limit ? kept.at(-1) : undefined;
  return { data: kept.map(present), nextCursor: last === undefined ? null : writeCursor(keyOf(last)) };
}

const writeCursor = (key: readonly (string | number | null)[]): string =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/**
 * The key in a cursor of ours, with as many parts as the list's order has and, where they are named, of the
 * kinds that its first parts have; anything else is refused.
 */
export function readCursor(
  cursor: string | undefined,
  parts: number,
  ...kinds: readonly (keyof typeof isOfKind)[]
): readonly (string | number | null)[] | null {
  if (cursor === undefined) return null;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === parts && key.every(isKeyPart)
      && kinds.every((kind, n) => isOfKind[kind](key[n]))) return key;
  } catch {
    /* said below */
  }
  const detail = 'This cursor is not from this list. Begin again without one.';
  throw new Problem('notValid', { detail, errors: [{ field: 'cursor', code: 'unknown', detail }] });
}

const latest = 253_402_300_799_999;

/** What the database takes where a list's order has a text, an instant of ours or one of its integers. */
const isOfKind = {
  string: (part: unknown) => typeof part === 'string',
  number: (part: unknown) => typeof part === 'number' && Math.abs(part) <= latest,
  time: (part: unknown) => typeof part === 'string' && parseInstant(part) !== null,
  integer: (part: unknown) => Number.isInteger(part) && Math.abs(part as number) < 2 ** 31,
};

const isKeyPart = (part: unknown): part is string | number | null =>
  part === null || typeof part === 'number' || (typeof part === 'string' && !part.includes('\0'));
