import type { z } from 'zod';
import type { Permission } from '../domain/staff/permission.ts';
import type { ProblemCode } from './problem.ts';

/**
 * An endpoint as a value: the router, the OpenAPI document, the typed client and the tests all read this.
 * Paths are written below `/api/v1`, with `:names` for their parameters.
 */
export interface Endpoint<
  P extends Shape = Shape,
  Q extends Shape = Shape,
  B extends Shape = Shape,
  A extends z.ZodType = z.ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  /** What the caller needs; `public` asks nothing, `signedIn` any account or key. */
  readonly permission: Permission | 'public' | 'signedIn';
  /** Lets in as well: the verb asks for the one, the other or both, by what is sent. */
  readonly orPermission?: Permission;
  /** A signed-in customer may call it too, about itself: the verb checks about whom. */
  readonly ownCustomer?: boolean;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** `multipart`: the handler reads the parts itself; the body schema then describes the fields. */
  readonly accepts?: 'json' | 'multipart';
  /** `file`: the handler answers with a {@link File} instead of JSON. */
  readonly answers?: 'json' | 'file';
  readonly answer: A;
  readonly status?: 200 | 201 | 202 | 204;
  /**
   * Members of the answer that are shown once: a repeat by idempotency key finds them null, nothing keeps
   * them.
   */
  readonly shownOnce?: readonly string[];
  /**
   * The body holds a password or what signs somebody in: not even a hash of it is kept, so an idempotency key
   * is not heard here. Each of these either does the same twice or refuses the second time.
   */
  readonly takesSecrets?: true;
  readonly problems?: readonly ProblemCode[];
}

/** Absent parts of an endpoint are undefined. */
export type Shape = z.ZodType | undefined;
type Parsed<S extends Shape> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<S extends Shape> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler is given, and what it must answer. */
export type ParamsOf<E> = E extends Endpoint<infer P, Shape, Shape, z.ZodType> ? Parsed<P> : never;
export type QueryOf<E> = E extends Endpoint<Shape, infer Q, Shape, z.ZodType> ? Parsed<Q> : never;
export type BodyOf<E> = E extends Endpoint<Shape, Shape, infer B, z.ZodType> ? Parsed<B> : never;
export type AnswerOf<E> = E extends Endpoint<Shape, Shape, Shape, infer A> ? z.input<A> : never;

/** What a client sends and reads. */
export type SentParams<E> = E extends Endpoint<infer P, Shape, Shape, z.ZodType> ? Sent<P> : never;
export type SentQuery<E> = E extends Endpoint<Shape, infer Q, Shape, z.ZodType> ? Sent<Q> : never;
export type SentBody<E> = E extends Endpoint<Shape, Shape, infer B, z.ZodType> ? Sent<B> : never;
export type ReadAnswer<E> = E extends Endpoint<Shape, Shape, Shape, infer A> ? z.output<A> : never;

export const endpoint = <
  A extends z.ZodType, P extends Shape = undefined, Q extends Shape = undefined, B extends Shape = undefined,
>(value: Endpoint<P, Q, B, A>): Endpoint<P, Q, B, A> => value;
