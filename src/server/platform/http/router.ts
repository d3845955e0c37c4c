import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isPermission } from '../../../domain/staff/permission.ts';
import { AnsweredBefore, type Claim, keepRefusal } from '../work/idempotency.ts';
import { type Shell, shellOf } from '../work/shell.ts';
import { type Caller, callerOf, type Identity, refusal } from './caller.ts';
import { type Form, readForm } from './form.ts';
import { Problem } from './problem.ts';
import { problemAnswer, problemOf } from './problem-answer.ts';
import type { Asked, File, Route } from './serve.ts';
import { validated } from './validate.ts';

export interface Routing {
  readonly shell: Shell;
  /** Who sent this request, read from the database each time. */
  readonly identify: (request: FastifyRequest) => Promise<Identity>;
  /** What more can be said of a refusal, by words that know who could lift it. */
  readonly explain: (problem: Problem, caller: Caller) => Promise<Problem>;
  /** In tests: each answer must fit its schema. */
  readonly checkAnswers: boolean;
}

/** Serves every endpoint below `/api/v1`: who asks, may they, is it valid, what is the answer. */
export function serveRoutes(app: FastifyInstance, routes: readonly Route[], routing: Routing): void {
  for (const route of routes) {
    app.route({
      method: route.endpoint.method,
      url: `/api/v1${route.endpoint.path}`,
      handler: (request, reply) => handle(route, routing, { request, reply }),
    });
  }
}

interface Turn {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

async function handle(route: Route, routing: Routing, { request, reply }: Turn): Promise<unknown> {
  let claim: Claim | null = null;
  let caller: Caller | null = null;
  try {
    caller = callerOf(await routing.identify(request), request.ip);
    mustEnter(route, caller);
    claim = await claimOf(route, request, caller);
    const asked = askedOf(route, routing, { request, reply }, { caller, claim });
    const answer = await route.answer(asked as unknown as Asked<never>);
    if (claim) await asked.finish(withoutOnce(route, answer));
    return send(route, routing, reply, answer);
  } catch (error) {
    if (error instanceof AnsweredBefore) return resend(route, reply, error);
    const problem = await explained(problemOf(error), routing, caller);
    if (problem.status >= 500) request.log.error({ err: error }, 'a request failed');
    const answer = problemAnswer(problem, request);
    if (claim && [403, 404, 409, 422].includes(problem.status) && !isAboutTheKey(problem)) {
      const kept = { status: problem.status, answer, now: routing.shell.clock.now() };
      await keepRefusal(routing.shell.connection.db, claim, kept);
    }
    return sendProblem(reply, problem, answer);
  }
}

/**
 * What is missing, in words, for staff and keys; customers know of no permissions. The refusal stands, also
 * where nobody can be asked for words about it.
 */
async function explained(problem: Problem, { explain }: Routing, caller: Caller | null): Promise<Problem> {
  if (caller === null || problem.code !== 'notPermitted') return problem;
  const { with: { permission, ...others } = {}, ...more } = problem.more;
  if (caller.kind === 'customer') return new Problem(problem.code, { ...more, with: others });
  const named = typeof permission === 'string' && isPermission(permission);
  const missing = more.missing ?? (named ? { permission, locationId: null } : undefined);
  if (missing === undefined) return problem;
  const whole = new Problem(problem.code, { ...problem.more, missing });
  return explain(whole, caller).catch(() => whole);
}

const isAboutTheKey = ({ code }: Problem): boolean => code === 'keyReused' || code === 'stillWorking';

/**
 * The first look: somebody signed in at all, or somebody with the permission anywhere. Verbs look again, at
 * the place.
 */
export function mustEnter({ endpoint }: Route, caller: Caller): void {
  if (endpoint.permission === 'public') return;
  if (caller.kind === 'nobody') throw new Problem('notSignedIn');
  if (endpoint.permission === 'signedIn') return;
  if (endpoint.ownCustomer && caller.customerId !== null) return;
  if (endpoint.orPermission !== undefined && caller.may(endpoint.orPermission, null)) return;
  if (!caller.may(endpoint.permission, null)) throw refusal(caller, endpoint.permission);
}

function askedOf(
  { endpoint }: Route,
  { shell }: Routing,
  { request, reply }: Turn,
  by: { caller: Caller; claim: Claim | null },
) {
  const exchange = {
    claim: by.claim,
    ifMatch: headerOf(request, 'if-match'),
    status: endpoint.status ?? 200,
  };
  const mine = shellOf(shell, exchange);
  return {
    params: validated(endpoint.params, request.params, 'params'),
    query: validated(endpoint.query, request.query, 'query'),
    body: endpoint.accepts === 'multipart' ? undefined : validated(endpoint.body, request.body, 'body'),
    caller: by.caller,
    shell: mine,
    request,
    reply,
    finish: mine.finish,
  };
}

async function claimOf({ endpoint }: Route, request: FastifyRequest, caller: Caller): Promise<Claim | null> {
  const key = headerOf(request, 'idempotency-key');
  if (key === null || endpoint.method !== 'POST' || endpoint.takesSecrets === true) return null;
  if (key.length > 200)
    throw new Problem('notValid', { detail: 'An Idempotency-Key has 200 characters at most.' });
  const body = endpoint.accepts === 'multipart' ? withFileHashed(await readForm(request)) : request.body;
  const asked = writtenOut([request.url, body ?? null]);
  const from = caller.actorId ?? caller.accountId ?? `nobody ${request.ip}`;
  return { caller: from, key, requestHash: hashOf(asked) };
}

const hashOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('base64url');

/** Another file under the same name is another body. */
const withFileHashed = ({ fields, file }: Form): unknown =>
  ({ fields, file: file && { name: file.name, hash: hashOf(file.content) } });

function writtenOut(asked: readonly unknown[]): string {
  try {
    return JSON.stringify(asked, inOrder);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Problem('notValid', { detail: 'The body is nested too deeply to be read.' });
  }
}

/** The same fields in another order are the same body. */
const inOrder = (_name: string, value: unknown): unknown =>
  (typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);

/** What is kept for a repeat: secrets are not. */
const withoutOnce = ({ endpoint }: Route, answer: unknown): unknown =>
  (endpoint.shownOnce === undefined ? answer
    : { ...(answer as object), ...Object.fromEntries(endpoint.shownOnce.map((name) => [name, null])) });

function send({ endpoint }: Route, { checkAnswers }: Routing, reply: FastifyReply, answer: unknown): unknown {
  if (endpoint.answers === 'file') {
    const file = answer as File;
    return reply.type(file.type).header('content-disposition', dispositionOf(file.name)).send(file.content);
  }
  if (checkAnswers) endpoint.answer.parse(answer);
  tagged(reply, answer);
  if (endpoint.status === 204) return reply.code(204).send();
  return reply
    .code(endpoint.status ?? 200)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify(answer ?? null));
}

function tagged(reply: FastifyReply, answer: unknown): void {
  const version = (answer as { version?: unknown } | null | undefined)?.version;
  if (typeof version === 'number') reply.header('etag', `"${version}"`);
}

function resend({ endpoint }: Route, reply: FastifyReply, { kept }: AnsweredBefore): unknown {
  const type = kept.status >= 400 ? 'application/problem+json' : 'application/json';
  reply.code(kept.status).header('idempotency-replayed', 'true');
  if (kept.status < 400) tagged(reply, kept.answer);
  return endpoint.status === 204 && kept.status < 400 ? reply.send()
    : reply.type(`${type}; charset=utf-8`).send(JSON.stringify(kept.answer));
}

export function sendProblem(reply: FastifyReply, problem: Problem, answer: unknown): unknown {
  if (problem.more.retryAfterSeconds !== undefined)
    reply.header('retry-after', problem.more.retryAfterSeconds);
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(answer));
}

function headerOf(request: FastifyRequest, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : null;
}

const dispositionOf = (name: string): string =>
  `inline; filename="${name.replace(/[^\w.-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name)}`;
