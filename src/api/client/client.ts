import type { Decision } from '../../domain/access/decision.ts';
import type { ReadAnswer, SentBody, SentParams, SentQuery } from '../endpoint.ts';
import type { FieldError, ProblemCode } from '../problem.ts';
import { table } from './table.generated.ts';
import type { Endpoints } from './types.generated.ts';

/**
 * The typed client of the screens. It knows methods and paths from a generated table and everything else from
 * types, so that no schema library reaches the browser.
 */
export type EndpointName = keyof Endpoints;

type Part<K extends string, T> = [T] extends [undefined] ? object
  : Record<string, never> extends T ? { readonly [key in K]?: T } : { readonly [key in K]: T };

/** What a call sends: the parts that its endpoint has. */
export type Sent<N extends EndpointName> = Part<'params', SentParams<Endpoints[N]>>
  & Part<'query', SentQuery<Endpoints[N]>> & Part<'body', SentBody<Endpoints[N]>> & CallOptions;

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The version that was seen, for If-Match. */
  readonly version?: number;
  readonly idempotencyKey?: string;
  /** A file and its fields, for endpoints that accept multipart. */
  readonly form?: FormData;
}

export type AnswerTo<N extends EndpointName> = ReadAnswer<Endpoints[N]>;

/** A no from the API, as the screens read it. */
export class Refused extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldError[];
  readonly decision: Decision | null;
  readonly requestId: string | null;
  /** The whole answer, for what a problem adds, such as free alternatives. */
  readonly answer: Readonly<Record<string, unknown>>;

  constructor(status: number, answer: Record<string, unknown>) {
    super(String(answer.detail ?? answer.title ?? status));
    this.status = status;
    this.code = (answer.code ?? 'fault') as ProblemCode;
    this.title = String(answer.title ?? '');
    this.detail = String(answer.detail ?? '');
    this.errors = (answer.errors ?? []) as readonly FieldError[];
    this.decision = (answer.decision ?? null) as Decision | null;
    this.requestId = (answer.requestId ?? null) as string | null;
    this.answer = answer;
  }
}

export interface Client {
  /** Throws {@link Refused} for a problem, and a TypeError when the server cannot be reached. */
  call<N extends EndpointName>(name: N, sent: Sent<N>): Promise<AnswerTo<N>>;
  /** The address of a GET, for links to files. */
  hrefOf<N extends EndpointName>(name: N, sent: Sent<N>): string;
}

export interface ClientOptions {
  readonly base?: string;
  readonly language?: () => string;
}

export function makeClient({ base = '/api/v1', language }: ClientOptions = {}): Client {
  const hrefOf = (name: EndpointName, sent: Anything): string => base + pathOf(table[name][1], sent.params)
    + queryOf(sent.query);
  return {
    hrefOf: (name, sent) => hrefOf(name, sent as Anything),
    call: async (name, sent) => {
      const any = sent as Anything;
      const response = await fetch(hrefOf(name, any), {
        method: table[name][0],
        credentials: 'same-origin',
        headers: headersOf(any, language),
        ...(any.signal && { signal: any.signal }),
        ...(any.form ? { body: any.form } : any.body !== undefined && { body: JSON.stringify(any.body) }),
      });
      return await read(response) as AnswerTo<typeof name>;
    },
  };
}

interface Anything extends CallOptions {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

function headersOf(
  { body, form, version, idempotencyKey }: Anything,
  language?: () => string,
): Record<string, string> {
  return {
    accept: 'application/json',
    ...(language && { 'accept-language': language() }),
    ...(body !== undefined && !form && { 'content-type': 'application/json' }),
    ...(version !== undefined && { 'if-match': `"${version}"` }),
    ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
  };
}

const pathOf = (path: string, params: Readonly<Record<string, string>> = {}): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));

function queryOf(query: Readonly<Record<string, unknown>> = {}): string {
  const named = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  );
  return named.length === 0
    ? ''
    : `?${new URLSearchParams(named.map(([name, value]) => [name, String(value)]))}`;
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const answer: unknown = isJson && text !== '' ? JSON.parse(text) : undefined;
  if (response.ok) return answer;
  throw new Refused(response.status, (answer ?? {}) as Record<string, unknown>);
}
