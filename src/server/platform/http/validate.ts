import type { z } from 'zod';
import type { Shape } from '../../../api/endpoint.ts';
import { Problem } from './problem.ts';

/** Parsed by the endpoint's schema, or a 422 that names each field and says what it needs. */
export function validated(schema: Shape, value: unknown, where: 'params' | 'query' | 'body'): unknown {
  if (schema === undefined) return undefined;
  const { success, data, error } = schema.safeParse(value ?? {});
  if (success) {
    refuseUnkept(data, where);
    return data;
  }
  if (where === 'params') throw new Problem('notFound');
  throw new Problem('notValid', { errors: error.issues.map(fieldError) });
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

const fieldError = (issue: z.core.$ZodIssue) => ({
  field: issue.path.join('.'),
  code: issue.code === 'invalid_type' && issue.input === undefined ? 'missing' : codeOf(issue),
  detail: issue.message,
});

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return 'unknown';
  if (issue.code === 'too_small') return 'tooSmall';
  if (issue.code === 'too_big') return 'tooLarge';
  return 'notValid';
}
