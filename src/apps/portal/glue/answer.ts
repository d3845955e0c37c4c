import type { FastifyReply, FastifyRequest } from 'fastify';
import { closedPage } from '../routes/closed.ts';
import { formatFor } from '../frame/format.ts';
import { frameOf } from '../frame/frame-of.ts';
import {
  go,
  missing,
  type Asked,
  type Outcome,
  type PageRoute,
  type ShowPage,
  show,
} from '../routes/route.ts';
import { linksAt } from '../urls.ts';
import { sendPacked } from './packed.ts';
import { phrasesFor } from '../../../api/texts/phrase.ts';
import type {
  PortalPlace, PortalPreviews, PortalReaders, PreviewShown, SectionKey, Visit,
} from '../readers.ts';
import type { Web } from './web.ts';

interface Turn {
  readonly web: Web | null;
  /** Null: no page has this address. */
  readonly route: PageRoute | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The type under which a woken island asks for its props again, at the address of its page. */
const islandType = 'application/vnd.foyer.island+json';

export async function answerPage(readers: PortalReaders, turn: Turn): Promise<FastifyReply> {
  return turn.web === null ? notBuilt(turn) : answerVisit(await readers.visit(turn.request), null, turn);
}

/** The same page as somebody else sees it (PER-4). */
export async function answerPreview(previews: PortalPreviews, turn: Turn): Promise<FastifyReply> {
  if (turn.web === null) return notBuilt(turn);
  const { previewId } = turn.request.params as { previewId: string };
  return previews.show(turn.request, previewId, (visit, shown) => answerVisit(visit, shown, turn));
}

const notBuilt = ({ reply }: Turn): FastifyReply =>
  reply.code(503).type('text/plain').send('The portal is being built. Try again in a moment.');

/** From a request to a page: who asks and where, what is open to them, what the route says. */
async function answerVisit(
  visit: Visit, preview: PreviewShown | null, { web, route, request, reply }: Turn,
): Promise<FastifyReply> {
  const where = await placeAsked(visit, preview, request);
  if (where.kind === 'go') return reply.header('cache-control', 'no-store').redirect(where.to, 302);
  const asked = await askedOf(visit, preview, { where, request });
  const outcome = where.kind === 'missing' ? missing : await outcomeOf(route, asked, request);
  return send(outcome, { asked, web: web!, request, reply, route });
}

type Where =
  | {
      readonly kind: 'at' | 'missing';
      readonly place: PortalPlace;
      readonly places: readonly PortalPlace[];
    }
  | { readonly kind: 'go'; readonly to: string };

/** With several locations each has its slug in the address; with one, none has. */
async function placeAsked(
  visit: Visit, preview: PreviewShown | null, request: FastifyRequest,
): Promise<Where> {
  const { language, slug = slugOf(request) } = request.params as { language: string; slug?: string };
  const places = await visit.places();
  const homeId = preview?.placeId ?? visit.customer?.homeLocationId;
  const home = places.find(({ id }) => id === homeId) ?? oldest(places);
  // Nothing is set up yet: whoever started it is shown the way.
  if (home === undefined) return { kind: 'go', to: '/admin/setup' };
  const place = places.find((candidate) => candidate.slug === slug);
  if (slug === undefined && places.length === 1) return { kind: 'at', place: home, places };
  if (slug === undefined && request.method === 'GET' && request.routeOptions.url?.endsWith('/*') !== true) {
    const here = `${preview?.under ?? ''}/${language}`;
    const rest = request.url.slice(here.length);
    return { kind: 'go', to: `${here}/${home.slug}${rest === '/' ? '' : rest}` };
  }
  if (place === undefined) return { kind: 'missing', place: home, places };
  return { kind: 'at', place, places };
}

/** An address without a page still begins with its location. */
const slugOf = (request: FastifyRequest): string | undefined =>
  (request.params as { '*'?: string })['*']?.split('/')[0];

/** Whoever comes without a wish meets the first location that there was. */
const oldest = (places: readonly PortalPlace[]): PortalPlace | undefined =>
  places.toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];

async function askedOf(
  visit: Visit,
  preview: PreviewShown | null,
  { where, request }: { where: Exclude<Where, { kind: 'go' }>; request: FastifyRequest },
): Promise<Asked> {
  const { language, slug: _, previewId: __, ...params } =
    request.params as { language: string; slug?: string; previewId?: string };
  const { place, places } = where;
  return {
    visit,
    params,
    place,
    places,
    language,
    query: request.query as Record<string, string>,
    form: (request.body ?? {}) as Record<string, string>,
    sections: await visit.sections(place.id),
    phrase: phrasesFor(language),
    format: formatFor(language, place.zone),
    link: linksAt({
      language, slug: places.length === 1 ? null : place.slug, under: preview?.under ?? '',
    }),
    preview,
    address: request.url,
    origin: `${request.protocol}://${request.host}`,
  };
}

/** The section first, then signing in, then the page: a closed page says why, it is not left out (SEC-6). */
async function outcomeOf(route: PageRoute | null, asked: Asked, request: FastifyRequest): Promise<Outcome> {
  if (asked.preview !== null && request.method !== 'GET') return lookedOnly(asked);
  if (route === null) return withoutPage(asked, request);
  const decision = route.section === null ? null : asked.sections[route.section];
  if (decision !== null && !decision.allowed) return closedPage(asked, route.section as string, decision);
  if (route.signedIn && asked.visit.customer === null) {
    return asked.visit.accountEmail !== null
      ? show('staffOnly', asked.phrase('portal-frame.staffOnly.title'), {}, { status: 403 })
      : go(asked.link('signIn', { next: asked.address }));
  }
  const answer = request.method === 'POST' ? route.post : route.get;
  return answer === undefined ? missing : answer(asked);
}

/** A form of a preview goes nowhere: nothing that could do something is even asked. */
const lookedOnly = ({ phrase, address }: Asked): Outcome =>
  show('message', phrase('portal-preview.done.heading'), {
    icon: 'alert', heading: phrase('portal-preview.done.heading'), text: phrase('portal-preview.done.text'),
    act: { label: phrase('portal-preview.done.back'), href: address },
  }, { status: 403 });

/** Sections that have no page yet, by the address they will have: while closed, they say so all the same. */
const sectionsAhead: Readonly<Record<string, SectionKey>> = {
  about: 'about',
  help: 'helpDesk',
  events: 'events',
  directory: 'directory',
  board: 'discussions',
  news: 'articles',
  contact: 'contact',
  store: 'store',
  perks: 'perks',
  faq: 'faq',
};

async function withoutPage(asked: Asked, request: FastifyRequest): Promise<Outcome> {
  const rest = (request.params as { '*'?: string })['*']?.split('/') ?? [];
  const section = sectionsAhead[(rest[0] === asked.place.slug ? rest[1] : rest[0]) ?? ''];
  const decision = section === undefined ? undefined : asked.sections[section];
  return section === undefined || decision === undefined || decision.allowed
    ? missing
    : closedPage(asked, section, decision);
}

interface Sending {
  readonly asked: Asked;
  readonly web: Web;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly route: PageRoute | null;
}

async function send(outcome: Outcome, sending: Sending): Promise<FastifyReply> {
  const { asked, reply } = sending;
  reply.header('cache-control', 'no-store');
  if (outcome.kind === 'go') {
    const cookies = asked.preview === null ? outcome.cookies : undefined;
    if (cookies !== undefined) reply.header('set-cookie', [...cookies]);
    return reply.redirect(outcome.to, 303);
  }
  if (outcome.kind === 'file') {
    return reply
      .type(outcome.type)
      .header('content-disposition', `attachment; filename="${outcome.name}"`)
      .send(outcome.body);
  }
  if (outcome.kind === 'missing')
    return sendPage(
      show('notFound', asked.phrase('portal-frame.notFound.title'), {}, { status: 404 }),
      sending,
    );
  if (outcome.island !== undefined && sending.request.headers.accept === islandType) {
    reply.code(outcome.status ?? 200).type(islandType);
    return sendPacked(
      sending.request,
      reply,
      JSON.stringify({ title: outcome.title, props: outcome.island }),
    );
  }
  return sendPage(outcome, sending);
}

async function sendPage(outcome: ShowPage, sending: Sending): Promise<FastifyReply> {
  const { asked, web, reply, route, request } = sending;
  const frame = frameOf({
    asked, outcome, page: route?.page ?? null, section: route?.section ?? null, web,
  });
  const view = { page: outcome.page, facts: outcome.facts, frame } as Parameters<Web['render']>[0];
  reply.code(outcome.status ?? 200).header('vary', 'accept, accept-encoding, cookie');
  return sendPacked(request, reply.type('text/html; charset=utf-8'), web.render(view));
}
