import type { z } from 'zod';
import type { Shape } from '../../../api/endpoint.ts';
import { Problem } from './problem.ts';

/** Parsed by the endpoint's schema, or a 422 that names each field and says what it needs. */
export function validated(schema: Shape, value: unknown, where: 'params' | 'query' | 'body'): unknown {
  if (schema === undefined) return undefined;
  const { success, data, error } = schema.safeParse(value ?? {});
  if (success) {
    refuseZeroBytes(data, where);
    return data;
  }
  if (where === 'params') throw new Problem('notFound');
  throw new Problem('notValid', { errors: error.issues.map(fieldError) });
}

/** PostgreSQL keeps no zero byte in a text; a field that has one is answered, not let fall. */
function refuseZeroBytes(value: unknown, where: string): void {
  if (!JSON.stringify(value ?? null).includes('\\u0000')) return;
  throw new Problem(where === 'params' ? 'notFound' : 'notValid', {
    detail: 'A text has a zero byte in it.',
  });
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
