import type { z } from 'zod';
import type { AnswerOf, BodyOf, Endpoint, ParamsOf, QueryOf, Shape } from '../../../api/endpoint.ts';
import type { Shell } from '../work/shell.ts';
import type { Caller } from './caller.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A file as an answer. */
export interface File {
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
}

export interface Asked<E> {
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly caller: Caller;
  /** Bound to this request: the first `write` honours its idempotency key. */
  readonly shell: Shell;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Route {
  readonly endpoint: Endpoint<Shape, Shape, Shape, z.ZodType>;
  readonly answer: (asked: Asked<never>) => Promise<unknown>;
}

/** Ties an endpoint to what answers it. */
export const serve = <P extends Shape, Q extends Shape, B extends Shape, A extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, A>,
  answer: (asked: Asked<Endpoint<P, Q, B, A>>) => Promise<AnswerOf<Endpoint<P, Q, B, A>> | File>,
): Route => ({ endpoint, answer: answer as Route['answer'] }) as unknown as Route;
