import type { FastifyRequest } from 'fastify';
import { DatabaseError } from 'pg';
import { Problem } from './problem.ts';
import { textOfProblem } from './problem-text.ts';

/** Whatever was thrown, as a problem: faults become a 500 that tells nothing about the inside. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, code } = error as { statusCode?: number; code?: string };
  if (isDatabaseGone(error)) return new Problem('unavailable', { retryAfterSeconds: 2, cause: error });
  if (statusCode === 413) return new Problem('tooLarge');
  if (statusCode === 415) return new Problem('notAcceptable');
  if (statusCode === 429) return new Problem('tooMany', { retryAfterSeconds: 60 });
  if (statusCode === 400 && code?.startsWith('FST_')) {
    return new Problem('notValid', { detail: 'The body is not JSON that can be read.' });
  }
  if (code === '22003') return new Problem('notValid', { detail: 'A number is too large.', cause: error });
  return new Problem('fault', { cause: error });
}

/** The body of a problem answer: standard members first, then what this problem adds. */
export function problemAnswer(problem: Problem, request: FastifyRequest): Record<string, unknown> {
  const { detail, errors, decision, with: more } = problem.more;
  const text = textOfProblem(problem, request.headers['accept-language']);
  return {
    type: `/api/docs#${problem.code}`, code: problem.code, title: text.title, status: problem.status,
    detail: detail ?? text.detail, instance: request.url.split('?')[0], requestId: request.id,
    ...(errors && { errors }), ...(decision && { decision }), ...more, ...text.named,
  };
}

const gone = new Set(['57P01', '57P02', '57P03', '08006', '08001', '08003', '53300']);
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOTFOUND', 'ETIMEDOUT']);

function isDatabaseGone(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof DatabaseError) return gone.has(code ?? '');
  return unreachable.has(code ?? '') || message?.startsWith('Connection terminated') === true;
}
