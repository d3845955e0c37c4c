import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problems } from '../../../api/problem.ts';
import { chooseLanguage, languages } from '../../../api/texts/phrase.ts';
import { previewNotePage } from '../frame/fault.ts';
import type { PortalPreviews } from '../readers.ts';
import { routes } from '../routes/routes.ts';
import type { PageRoute } from '../routes/route.ts';
import { endPreviewPath, patternsOf, previewPath } from '../urls.ts';
import { answerPreview } from './answer.ts';
import type { Web } from './web.ts';

interface Previewing {
  readonly previews: PortalPreviews;
  readonly web: () => Promise<Web | null>;
}

/** Every page of the portal once more, below the address of a preview: the only ones that may be framed. */
export function servePreviews(app: FastifyInstance, { previews, web }: Previewing): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!isPreview(request.url)) return;
    const policy = String(reply.getHeader('content-security-policy') ?? '');
    reply.headers({
      'content-security-policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
      'x-frame-options': 'SAMEORIGIN', 'x-robots-tag': 'noindex, nofollow', 'cache-control': 'no-store',
    });
  });
  const inWords = (answer: (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
      answer(request, reply).catch(async (error: unknown) =>
        sayWhy(error, { request, reply, sheet: (await web())?.sheet ?? null }));
  const page = (route: PageRoute | null) => inWords(async (request, reply) =>
    answerPreview(previews, { web: await web(), route, request, reply }));
  const method = ['GET', 'POST'];
  const at = `${previewPath}/:language(^(?:${languages.join('|')})$)`;

  for (const route of routes) {
    for (const pattern of patternsOf(route.page))
      app.route({ method, url: pattern.replace('/:language', at), handler: page(route) });
  }
  app.route({ method, url: `${at}/*`, handler: page(null) });
  app.get(previewPath, inWords(async (request, reply) => {
    const own = await previews.language(request, idOf(request));
    const language = chooseLanguage([own ?? '', ...acceptedBy(request)], languages);
    return reply.redirect(`/preview/${idOf(request)}/${language}`, 302);
  }));
  app.post(endPreviewPath, inWords(async (request, reply) => {
    const { adminHref } = await previews.end(request, idOf(request));
    const { language = 'en' } = (request.body ?? {}) as { language?: string };
    const html = previewNotePage({ language, key: 'portal-preview.ended', adminHref,
      sheet: (await web())?.sheet ?? null });
    return reply.type('text/html; charset=utf-8').send(html);
  }));
}

const isPreview = (url: string): boolean => /^\/preview(\/|\?|$)/.test(url);

const acceptedBy = (request: FastifyRequest): string[] =>
  String(request.headers['accept-language'] ?? '').split(',')
    .map((part) => part.split(';')[0]?.trim() ?? '');

const idOf = (request: FastifyRequest): string => (request.params as { previewId: string }).previewId;

interface Saying {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly sheet: string | null;
}

/** A preview that cannot be shown says why, in the frame in which it would stand. */
function sayWhy(error: unknown, { request, reply, sheet }: Saying): FastifyReply {
  const { code, status } = error as { code?: unknown; status?: unknown };
  const isKnown = typeof code === 'string' && Object.hasOwn(problems, code);
  if (!isKnown || typeof status !== 'number' || status >= 500) throw error;
  const { language = chooseLanguage(acceptedBy(request), languages) } =
    request.params as { language?: string };
  const html = previewNotePage({ language, key: `problems.${code}`, adminHref: '/admin', sheet });
  return reply.code(status).type('text/html; charset=utf-8').send(html);
}
