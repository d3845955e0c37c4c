import type { z } from 'zod';
import type { Shape } from '../../../api/endpoint.ts';
import type { FieldError } from '../../../api/problem.ts';
import { Problem } from './problem.ts';

/** Parsed by the endpoint's schema, or a 422 that names each field and says what it needs. */
export function validated(schema: Shape, value: unknown, where: 'params' | 'query' | 'body'): unknown {
  if (schema === undefined) return undefined;
  const { success, data, error } = schema.safeParse(value === undefined ? {} : value);
  if (success) {
    refuseUnkept(data, where);
    return data;
  }
  if (where === 'params') throw new Problem('notFound');
  throw new Problem('notValid', { errors: error.issues.flatMap((issue) => fieldErrors(issue, value)) });
}

/**
 * PostgreSQL keeps neither a zero byte nor half a character; a text that has one is answered, not let fall.
 */
function refuseUnkept(value: unknown, where: string): void {
  if (canBeKept(value)) return;
  throw new Problem(where === 'params' ? 'notFound' : 'notValid', {
    detail: 'A text has a zero byte or half a character in it.',
  });
}

function canBeKept(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([name, part]) => canBeKept(name) && canBeKept(part));
}

/** One for each field: of names that are not known each is a field of its own. */
function fieldErrors(issue: z.core.$ZodIssue, value: unknown): FieldError[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      ({ field: [...path, key].join('.'), code: 'unknown', detail: 'is not a field here' }));
  }
  const isMissing = issue.code === 'invalid_type' && path.length > 0 && sentAt(value, path) === undefined;
  return [{ field: path.join('.'), code: isMissing ? 'missing' : codeOf(issue), detail: issue.message }];
}

const sentAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((part, name) =>
    (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[name] : undefined), value);

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'too_small') return 'tooSmall';
  if (issue.code === 'too_big') return 'tooLarge';
  return 'notValid';
}
