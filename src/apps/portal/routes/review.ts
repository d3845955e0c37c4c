import { type Asked, go, missing, type Outcome, route, show } from './route.ts';
import { addMinutes, type Instant, parseInstant } from '../../../domain/kernel/instant.ts';
import { addressOf } from './rooms.ts';
import { cityOf } from '../parts/isolate.ts';
import { type ForWhom, forWhom } from './teams/for-whom.ts';
import { bookAsked, lengths, lengthText, startAsked } from './book.ts';
import type { BookingAsked, Decision, Quote, Refusal } from '../readers.ts';
import type { ReviewProps } from '../islands/review/review.tsx';
import { whyLayers } from './why.ts';

export const reviewRoutes = [
  route<'review'>({ page: 'review', section: 'bookings', signedIn: true, get: review, post: confirm }),
];

async function review(given: Asked<'review'>): Promise<Outcome> {
  const whom = await bookingFor(given);
  const wish = bookingAsked(whom.asked);
  return wish === null ? go(whom.asked.link('book')) : showReview(whom, wish, null);
}

/** The same form without script: it either books, or comes back with the reason. */
async function confirm(given: Asked<'review'>): Promise<Outcome> {
  const whom = await bookingFor(given);
  const { asked, person } = whom;
  const wish = bookingAsked({ ...asked, query: asked.form });
  if (wish === null) return go(asked.link('book'));
  const answer = await asked.visit.book(wish);
  if (answer.ok && person !== null) return go(asked.link('teams', { done: 'booked' }));
  if (answer.ok) return go(asked.link('booking', { bookingId: answer.value.bookingId }, { new: 1 }));
  return showReview(whom, wish, answer.problem);
}

const bookingFor = (asked: Asked<'review'>) =>
  forWhom(asked, (link) => link('review', asked.params, asked.query));

function bookingAsked(
  asked: Pick<Asked<'review'>, 'query' | 'visit' | 'place' | 'params'>,
): BookingAsked | null {
  const { date, min } = bookAsked(asked);
  const start = startAsked(asked.query['start'], date, asked.place);
  if (start === null) return null;
  return { resourceId: asked.params.resourceId, start, end: addMinutes(start, min) };
}

async function showReview(
  { asked, person, picker }: ForWhom<Asked<'review'>>,
  wish: BookingAsked,
  refused: Refusal | null,
): Promise<Outcome> {
  const quoted = await asked.visit.quote(wish);
  if (!quoted.ok && quoted.problem.status === 404) return missing;
  const problem = refused ?? (quoted.ok ? null : quoted.problem);
  const room = await roomName(asked, wish, quoted.ok ? quoted.value : null);
  if (room === null) return missing;
  const own = reviewProps(asked, wish, { quote: quoted.ok ? quoted.value : null, problem, room });
  const note = person === null ? own.confirm?.note : asked.phrase('portal-teams.bookFor.note');
  const props = {
    ...own,
    pickers: picker === null ? own.pickers : [picker, ...own.pickers],
    confirm: own.confirm === null ? null : { ...own.confirm, note: note ?? own.confirm.note },
  };
  return show('review', asked.phrase('portal-book.review.title'), props, {
    island: props,
    status: problem === null ? 200 : problem.status,
  });
}

async function roomName(
  asked: Asked<'review'>,
  wish: BookingAsked,
  quote: Quote | null,
): Promise<string | null> {
  if (quote !== null) return quote.resourceName;
  const { date, min } = bookAsked(asked);
  const rooms = await asked.visit.rooms({
    place: asked.place,
    day: date,
    minutes: min,
    people: null,
    resourceId: wish.resourceId,
  });
  return rooms.find((room) => room.id === wish.resourceId)?.name ?? null;
}

interface Reviewed {
  readonly quote: Quote | null;
  readonly problem: Refusal | null;
  readonly room: string;
}

function reviewProps(
  asked: Asked<'review'>,
  wish: BookingAsked,
  { quote, problem, room }: Reviewed,
): ReviewProps {
  const { phrase, format, link, place } = asked;
  const minutes = Math.round((wish.end - wish.start) / 60_000);
  const at = addressOf(wish.start, minutes, format);
  const bookable = quote !== null && problem === null;
  const back = {
    label: phrase('portal-book.review.back'),
    href: link('book', { date: at.date, min: minutes }),
  };
  return {
    room,
    back,
    when: phrase('portal-book.when', {
      day: format.dayAt(wish.start),
      times: format.times(wish.start, wish.end),
    }),
    zone: phrase('portal-book.zone', { place: cityOf(place.zone) }),
    pickers: [
      {
        id: 'lengths',
        name: phrase('portal-book.length'),
        label: lengthText(asked, minutes),
        choices: (quote?.minutesChoices ?? lengths).map((choice) => ({
          label: lengthText(asked, choice),
          current: choice === minutes,
          href: link('review', { resourceId: wish.resourceId }, { ...at, min: choice }),
        })),
      },
    ],
    problem:
      problem === null || problem.decision !== null ? null : problemOf(asked, wish, problem, minutes),
    why:
      problem === null || problem.decision === null
        ? null
        : {
            id: 'why',
            verdict: 'deny',
            text: problem.detail,
            label: phrase('portal-closed.why'),
            layers: whyLayers(problem.decision, phrase),
            acts: mayBeTold(asked, problem.decision, wish) ? [{
              label: phrase('portal-remind.ask'), quiet: true,
              href: link('remind', { target: wish.resourceId }, at),
            }] : [],
          },
    quote: bookable ? quoteOf(asked, quote) : null,
    confirm: bookable ? confirmOf(asked, wish, quote, minutes) : null,
    loading: phrase('kit.loading'),
  };
}

/** Only a change before it begins can still let it be had. */
const mayBeTold = (
  { visit }: Asked<'review'>, { nextChange }: Decision, { start }: BookingAsked,
): boolean => visit.customer !== null && nextChange !== null && parseInstant(nextChange)! < start;

function problemOf(
  asked: Asked<'review'>,
  wish: BookingAsked,
  problem: Refusal,
  minutes: number,
): ReviewProps['problem'] {
  const { phrase, format, link } = asked;
  return {
    text: problem.detail,
    links: problem.alternatives.slice(0, 3).map((start) => ({
      label: phrase('portal-book.review.take', { time: format.time(start) }),
      href: link('review', { resourceId: wish.resourceId }, addressOf(start, minutes, format)),
    })),
  };
}

function quoteOf({ phrase, format, place, visit }: Asked<'review'>, quote: Quote): ReviewProps['quote'] {
  const facts = [];
  if (quote.freeCancelUntil !== null && quote.freeCancelUntil > visit.now) {
    facts.push({
      icon: 'undo' as const,
      title: phrase('portal-book.fact.freeUntil', { at: format.dayAndTime(quote.freeCancelUntil) }),
      text: phrase('portal-book.fact.freeUntilText'),
    });
  }
  if (quote.toPay.amount > 0) {
    const desk = quote.payAt === 'desk';
    facts.push({
      icon: desk ? ('desk' as const) : ('wallet' as const),
      title: phrase(desk ? 'portal-book.fact.desk' : 'portal-book.fact.nextInvoice', {
        tax: place.taxName,
      }),
      text: phrase(desk ? 'portal-book.fact.deskText' : 'portal-book.fact.nextInvoiceText'),
    });
  }
  if (quote.needsApproval) {
    facts.push({
      icon: 'info' as const,
      title: phrase('portal-book.fact.approval'),
      text: phrase('portal-book.fact.approvalText'),
    });
  }
  return {
    title: phrase('portal-book.review.cost'),
    steps: quote.steps.map((step) => ({
      label: step.label,
      basis: step.basis,
      amount: format.money(step.amount),
      less: step.amount.amount < 0,
    })),
    totalLabel: phrase('portal-book.review.toPay'),
    total: format.money(quote.toPay),
    facts,
  };
}

function confirmOf(
  { phrase, format, link }: Asked<'review'>,
  wish: BookingAsked,
  quote: Quote,
  minutes: number,
): ReviewProps['confirm'] {
  const at = addressOf(wish.start as Instant, minutes, format);
  return {
    action: link('review', { resourceId: wish.resourceId }, at),
    label: phrase(quote.needsApproval ? 'portal-book.review.ask' : 'portal-book.review.confirm', {
      amount: format.money(quote.toPay),
    }),
    note: phrase('portal-book.review.note'),
    busy: phrase('portal-book.review.busy'),
    fields: Object.entries(at).map(([name, value]) => ({ name, value: String(value) })),
  };
}
