import type { FastifyRequest } from 'fastify';
import type { Answer, PortalPlace, Refusal } from '../../apps/portal/readers.ts';
import type { Endpoint, ReadAnswer, SentBody, SentParams, SentQuery, Shape } from '../../api/endpoint.ts';
import type { AnsweredDecision } from '../../api/decision.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, parseInstant } from '../../domain/kernel/instant.ts';
import { phrasesFor, type Phrase } from '../../api/texts/phrase.ts';
import { type Caller, callerOf } from '../platform/http/caller.ts';
import { Problem } from '../platform/http/problem.ts';
import { problemOf } from '../platform/http/problem-answer.ts';
import { problemText } from '../platform/http/problem-text.ts';
import { mustEnter } from '../platform/http/router.ts';
import type { Asked, Route } from '../platform/http/serve.ts';
import { validated } from '../platform/http/validate.ts';
import type { Shell } from '../platform/work/shell.ts';
import { decisionInWords } from './decision-words.ts';
import { loadPlaces } from './places.ts';

/** One request of one visitor, as the portal's readers see it. */
export interface Visiting {
  readonly shell: Shell;
  readonly request: FastifyRequest;
  readonly caller: Caller;
  readonly customerId: Id<'cus'> | null;
  readonly language: string;
  readonly phrase: Phrase;
  readonly now: Instant;
  readonly ask: Ask;
  /** The same request, asked by another customer. */
  readonly as: (customerId: Id<'cus'>) => Visiting;
  /** Read once, however often it is asked for. */
  readonly places: () => Promise<readonly PortalPlace[]>;
}

type Any = Endpoint<Shape, Shape, Shape>;
interface Sent<E> {
  readonly params?: SentParams<E>;
  readonly query?: SentQuery<E>;
  readonly body?: SentBody<E>;
}

/** Asks one of our own endpoints without a network between: same checks, same answer, same problems. */
export type Ask = <E extends Any>(endpoint: E, sent?: Sent<E>) => Promise<ReadAnswer<E>>;

export function visitingOf(
  parts: Pick<Visiting, 'shell' | 'request' | 'caller'>,
  routes: readonly Route[],
): Visiting {
  const { shell, request, caller } = parts;
  const { language = 'en' } = (request.params ?? {}) as { language?: string };
  const ask: Ask = async (endpoint, sent = {}) => {
    const route = routes.find((candidate) => candidate.endpoint === (endpoint as unknown));
    if (route === undefined) throw new Problem('notFound');
    mustEnter(route, caller);
    return (await route.answer({
      params: validated(endpoint.params, sent.params, 'params'),
      query: validated(endpoint.query, sent.query, 'query'),
      body: validated(endpoint.body, sent.body, 'body'),
      caller,
      shell,
      request,
      reply: null,
    } as unknown as Asked<never>)) as ReadAnswer<typeof endpoint>;
  };
  let places: Promise<readonly PortalPlace[]> | null = null;
  const now = shell.clock.now();
  return {
    ...parts,
    customerId: caller.customerId,
    language,
    phrase: phrasesFor(language),
    now,
    ask,
    as: (customerId) => {
      const { fromAddress, ...identity } = caller;
      const them = { ...identity, kind: 'customer', customerId, adminId: null, teams: [] } as const;
      return visitingOf({ shell, request, caller: callerOf(them, fromAddress) }, routes);
    },
    places: () => (places ??= loadPlaces(shell, caller, now)),
  };
}

/** What was asked for, or the problem in the visitor's words; a fault of ours stays a fault. */
export async function answered<T>(visiting: Visiting, body: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await body() };
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500) throw error;
    return { ok: false, problem: await refusalIn(visiting, problem) };
  }
}

/** Null where there is nothing that this visitor may see. */
export async function orNull<T>(body: () => Promise<T>): Promise<T | null> {
  try {
    return await body();
  } catch (error) {
    if ([404, 403, 422].includes(problemOf(error).status)) return null;
    throw error;
  }
}

async function refusalIn(visiting: Visiting, problem: Problem): Promise<Refusal> {
  const { errors = [], with: more = {} } = problem.more;
  const { decision, alternatives = [] } = more as {
    decision?: AnsweredDecision;
    alternatives?: { startAt: string }[];
  };
  // Of a time just taken the free ones nearby say more than the reason.
  const isTold = decision !== undefined && alternatives.length === 0;
  const words = isTold ? await decisionInWords(visiting, decision) : null;
  return {
    status: problem.status,
    code: problem.code,
    decision: words,
    detail: words === null ? problemText(problem.code, visiting.language).detail : words.verdict,
    errors: errors.map(({ field, code }) => ({ field, message: fieldText(visiting, field, code) })),
    alternatives: alternatives.flatMap(({ startAt }) => parseInstant(startAt) ?? []),
  };
}

const known = new Set([
  'missing', 'tooSmall', 'tooLarge', 'tooCommon', 'taken', 'wrong', 'freezeEmpty', 'freezeOutsideContract',
  'freezeInThePast',
]);

const fieldText = ({ phrase }: Visiting, field: string, code: string): string =>
  phrase(`portal-frame.field.${known.has(code) ? code : field === 'email' ? 'email' : 'other'}`);
