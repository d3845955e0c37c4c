import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Identity } from './platform/http/caller.ts';
import { Problem } from './platform/http/problem.ts';
import { problemAnswer, problemOf } from './platform/http/problem-answer.ts';
import { sendProblem, serveRoutes } from './platform/http/router.ts';
import { serveHealth } from './platform/http/health.ts';
import { serveReference } from './platform/http/reference.ts';
import { secureHeaders } from './platform/http/secure-headers.ts';
import { serveMetrics } from './platform/metrics/metrics.ts';
import type { Shell } from './platform/work/shell.ts';
import { clockRoutes } from './clock/routes.ts';
import { deadlines, explainer, identifier, mounts, routes } from './words.ts';

export interface AppParts {
  readonly shell: Shell;
  /** Who sent a request; the accounts' own way unless a test says otherwise. */
  readonly identify?: (request: FastifyRequest) => Promise<Identity>;
  /** In tests: each answer must fit its schema. */
  readonly checkAnswers?: boolean;
  /** Without the web apps: for tests of the API alone. */
  readonly apiOnly?: boolean;
}

/** The whole product on one Fastify: API, portal, admin panel, health. */
export async function makeApp(parts: AppParts): Promise<FastifyInstance> {
  const { shell } = parts;
  const app: FastifyInstance = Fastify({
    loggerInstance: shell.log as FastifyBaseLogger, bodyLimit: 1_048_576,
    trustProxy: proxiesOf(shell), forceCloseConnections: 'idle',
    genReqId: () => crypto.randomUUID(), logController: new LogController({ disableRequestLogging: true }),
    routerOptions: { maxParamLength: 500 }, schemaController: { compilersFactory: endpointsCheckThemselves },
    frameworkErrors: (_error, request, reply) => answerNotFound(request, reply),
  });
  await app.register(cookie);
  await app.register(formbody);
  await app.register(multipart, { limits: { fileSize: 100 * 1_048_576, files: 1 } });
  emptyBodiesAreFine(app);
  secureHeaders(app);
  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.status >= 500) request.log.error({ err: error }, 'a request failed');
    return sendProblem(reply, problem, problemAnswer(problem, request));
  });
  app.setNotFoundHandler(answerNotFound);
  serveHealth(app, shell);
  serveMetrics(app, shell.connection);
  const all = [...routes, ...clockRoutes(shell.clock, deadlines, shell)];
  const identify = parts.identify ?? identifier(shell);
  serveRoutes(app, all, {
    shell, identify, explain: explainer(shell), checkAnswers: parts.checkAnswers ?? false,
  });
  serveReference(app, all.map(({ endpoint }) => endpoint), shell.settings.url);
  for (const mount of mounts) if (!parts.apiOnly || mount.api) await mount.on(app, shell);
  return app;
}

/** No route has a schema of Fastify's, so that its compilers need not even be loaded. */
const endpointsCheckThemselves = { buildValidator: unneeded, buildSerializer: unneeded };

function unneeded(): never {
  throw new Error('A route came with a schema of its own: endpoints are checked by their zod schemas.');
}

/** Also for an address that cannot be read, such as half an escape. */
function answerNotFound(request: FastifyRequest, reply: FastifyReply): unknown {
  const problem = new Problem('notFound');
  return sendProblem(reply, problem, problemAnswer(problem, request));
}

/**
 * An https address means that somebody in front of us ends TLS: on this machine or network, and only such a
 * neighbour is believed when it says who asks. Else everybody would share one count of guesses.
 */
const proxiesOf = ({ settings }: Shell): string[] | false =>
  (settings.url.startsWith('https:') ? ['loopback', 'linklocal', 'uniquelocal'] : false);

/** A POST that says JSON and sends nothing is an empty object: the schema then says what is missing. */
function emptyBodiesAreFine(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser(
    ['application/json', 'application/merge-patch+json'],
    { parseAs: 'string' },
    (_request, body, done) => {
      try {
        done(null, body === '' ? {} : JSON.parse(String(body)));
      } catch {
        done(new Problem('notValid', { detail: 'The body is not JSON that can be read.' }));
      }
    },
  );
}
