import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerPage } from './glue/answer.ts';
import { servePreviews } from './glue/previews.ts';
import { assetsPath, iconPath, paths, patternsOf, themePath } from './urls.ts';
import { faultPage } from './frame/fault.ts';
import { isOurOwnForm } from './glue/own-form.ts';
import { chooseLanguage, languages } from '../../api/texts/phrase.ts';
import { openWeb, type Web, type WebFile } from './glue/web.ts';
import { themeCss } from '../../kit/tokens/brand.ts';
import type { PageName } from './urls.ts';
import type { PortalPreviews, PortalReaders } from './readers.ts';
import { routes } from './routes/routes.ts';

export interface PortalOptions {
  readonly readers: PortalReaders;
  /** Left out: nobody looks at the portal as somebody else. */
  readonly previews?: PortalPreviews;
}

/**
 * The Members Portal as a Fastify plugin: the server gives it readers, and it gives pages. Every page works
 * without script; forms post, and a form from elsewhere is refused.
 */
export async function mountPortal(app: FastifyInstance, options: PortalOptions): Promise<void> {
  await app.register(async (inside) => servePages(inside, options));
}

async function servePages(app: FastifyInstance, { readers, previews }: PortalOptions): Promise<void> {
  let web: Web | null = null;
  const opened = async (): Promise<Web | null> => (web ??= await openWeb());

  if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) {
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: 65_536 },
      (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
  }
  app.setErrorHandler<Error & { status?: number; statusCode?: number }>(async (error, request, reply) => {
    const status = error.status ?? error.statusCode ?? 500;
    if (status >= 500) request.log.error({ err: error }, 'a page of the portal failed');
    const { language = 'en' } = (request.params ?? {}) as { language?: string };
    const sheet = web?.sheet ?? null;
    const html = faultPage({ language, status, reference: request.id, sheet });
    return reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html);
  });
  app.addHook('onRequest', async (request, reply) => guard(request, reply));

  app.get(`${assetsPath}:name`, async (request, reply) => {
    const file = (await opened())?.files.get((request.params as { name: string }).name);
    return file === undefined ? reply.code(404).send() : sendFile(request, reply, file);
  });
  app.get(iconPath, async (_, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('image/svg+xml').send(icon),
  );
  app.get(themePath(':colour'), async (request, reply) => {
    const sheet = themeCss({ colour: `#${(request.params as { colour: string }).colour}` });
    if (sheet === '') return reply.code(404).send();
    return reply.header('cache-control', forGood).type('text/css; charset=utf-8').send(sheet);
  });
  app.get('/', async (request, reply) => {
    const visit = await readers.visit(request);
    const wished = [
      visit.customer?.language ?? '',
      ...acceptedLanguages(request.headers['accept-language']),
    ];
    const language = chooseLanguage(wished, languages);
    return reply
      .header('vary', 'accept-language, cookie')
      .header('cache-control', 'no-store')
      .redirect(`/${language}`, 302);
  });

  for (const page of Object.keys(paths) as PageName[]) {
    const route = routes.find((candidate) => candidate.page === page);
    if (route === undefined) continue;
    for (const pattern of patternsOf(page)) {
      const url = pattern.replace('/:language', `/:language(^(?:${languages.join('|')})$)`);
      const handler = async (request: FastifyRequest, reply: FastifyReply) =>
        answerPage(readers, { web: await opened(), route, request, reply });
      app.route({ method: route.post === undefined ? ['GET'] : ['GET', 'POST'], url, handler });
    }
  }
  app.get(`/:language(^(?:${languages.join('|')})$)/*`, async (request, reply) =>
    answerPage(readers, { web: await opened(), route: null, request, reply }),
  );
  if (previews !== undefined) servePreviews(app, { previews, web: opened });
}

const icon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">',
  '<rect width="28" height="28" rx="7" fill="#0B6B5F"/>',
  '<path d="M8.5 6.5v15M19.5 6.5v15M8.5 14.5c1.8-2 3.7-2 5.5 0s3.7 2 5.5 0" fill="none" stroke="#fff"',
  ' stroke-width="2.3" stroke-linecap="round"/></svg>',
].join('');

/** Tags in the order of wish; qualities below one come later, as browsers send them. */
const acceptedLanguages = (header: string | undefined): string[] =>
  (header ?? '')
    .split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '')
    .filter((tag) => tag !== '');

const forGood = 'public, max-age=31536000, immutable';

/** No script, style or frame but our own files; nothing in between may keep a page. */
async function guard(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  reply.header('content-security-policy', policy);
  reply.header('referrer-policy', 'same-origin').header('x-content-type-options', 'nosniff');
  if (request.method === 'POST' && !isOurOwnForm(request.headers))
    return reply.code(403).type('text/plain').send('This form came from another site.');
  return undefined;
}

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

function sendFile(request: FastifyRequest, reply: FastifyReply, file: WebFile): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  reply.header('cache-control', forGood).header('vary', 'accept-encoding').type(file.type);
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.plain);
}
