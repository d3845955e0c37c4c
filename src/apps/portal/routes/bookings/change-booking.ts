import { addMinutes, type Instant, MINUTE } from '../../../../domain/kernel/instant.ts';
import { type Asked, go, missing, type Outcome, route, show } from '../route.ts';
import { addressOf, onHalfHours } from '../rooms.ts';
import { lengths, lengthText, startAsked } from '../book.ts';
import { type Day, parseDay } from '../../../../domain/kernel/day.ts';
import { formatFor } from '../../frame/format.ts';
import { whyLayers } from '../why.ts';
import type { Booking, BookingChange, PortalPlace, Refusal } from '../../readers.ts';
import type { ChangeBookingFacts } from '../../pages/facts.ts';
import type { WhyProps } from '../../parts/why.tsx';

export const changeBookingRoutes = [
  route<'changeBooking'>({
    page: 'changeBooking',
    section: 'bookings',
    signedIn: true,
    get: ask,
    post: change,
  }),
];

/** What the address asks for: a day and a length to look at, and, once chosen, a start. */
interface Wish {
  readonly booking: Booking;
  readonly place: PortalPlace;
  readonly day: Day;
  readonly minutes: number;
  readonly start: Instant | null;
}

async function ask(asked: Asked<'changeBooking'>): Promise<Outcome> {
  const wish = await wishOf(asked, asked.query);
  return wish === null ? missing : showChange(asked, wish, null);
}

async function change(asked: Asked<'changeBooking'>): Promise<Outcome> {
  const wish = await wishOf(asked, asked.form);
  if (wish === null) return missing;
  const wanted = changeOf(wish);
  if (wanted === null) return showChange(asked, wish, null);
  const answer = await asked.visit.changeBooking(wanted);
  if (!answer.ok) return showChange(asked, wish, answer.problem);
  return go(asked.link('booking', { bookingId: wish.booking.id }, { done: 'changed' }));
}

async function wishOf(
  { visit, params, places, place }: Asked<'changeBooking'>,
  sent: Readonly<Record<string, string>>,
): Promise<Wish | null> {
  const booking = await visit.booking(params.bookingId);
  if (booking === null) return null;
  const at = places.find(({ id }) => id === booking.locationId) ?? place;
  const lasts = Math.round((booking.end - booking.start) / MINUTE);
  const min = Number(sent['min'] ?? lasts);
  const day = parseDay(sent['date'] ?? '') ?? formatFor('en', at.zone).isoDay(booking.start);
  return {
    booking,
    place: at,
    day,
    minutes: Number.isInteger(min) && min >= 5 && min <= 1440 ? min : lasts,
    start: startAsked(sent['start'], day, at),
  };
}

const changeOf = ({ booking, start, minutes }: Wish): BookingChange | null =>
  start === null ? null : { bookingId: booking.id, start, end: addMinutes(start, minutes) };

async function showChange(
  asked: Asked<'changeBooking'>,
  wish: Wish,
  refused: Refusal | null,
): Promise<Outcome> {
  const { visit, phrase, language, link } = asked;
  const { booking, place, day, minutes, start } = wish;
  const wanted = changeOf(wish);
  const format = formatFor(language, place.zone);
  const [effect, free] = await Promise.all([
    wanted === null || refused !== null ? null : visit.changeEffect(wanted),
    booking.mayChange ? startsOn(asked, wish) : { starts: [], why: null },
  ]);
  const problem = refused ?? (effect !== null && !effect.ok ? effect.problem : null);
  const facts: ChangeBookingFacts = {
    booking,
    day,
    lengths: [...new Set([...lengths, minutes])]
      .toSorted((a, b) => a - b)
      .map((value) => ({ value, label: lengthText({ phrase, format }, value), current: value === minutes })),
    starts: free.starts.map((one) => ({
      label: format.time(one),
      current: one === start,
      href: link('changeBooking', { bookingId: booking.id }, addressOf(one, minutes, format)),
    })),
    why: problem === null ? free.why : whyOf(asked, problem),
    problem: booking.mayChange
      ? problem === null || problem.decision !== null
        ? null
        : problem.detail
      : phrase('problems.bookingOver.detail'),
    wish:
      wanted === null || effect === null || !effect.ok
        ? null
        : {
            ...wanted,
            ...effect.value,
            fields: Object.entries(addressOf(wanted.start, minutes, format)).map(([name, value]) => ({
              name,
              value: String(value),
            })),
          },
  };
  return show('changeBooking', phrase('portal-bookings.change.title'), facts, {
    status: problem?.status ?? 200,
  });
}

interface Free {
  readonly starts: readonly Instant[];
  readonly why: WhyProps | null;
}

/** Free starts of the room on the day, and those that only the booking itself stands in the way of. */
async function startsOn(asked: Asked<'changeBooking'>, wish: Wish): Promise<Free> {
  const { visit } = asked;
  const { booking, place, day, minutes } = wish;
  const [[room], own] = await Promise.all([
    visit.rooms({ place, day, minutes, people: null, resourceId: booking.resourceId }),
    ownStarts(asked, wish),
  ]);
  const starts = [...new Set([...onHalfHours(room?.starts ?? []), ...own])].toSorted((a, b) => a - b);
  const refusal = room?.refusal ?? null;
  if (refusal === null || own.length > 0) return { starts, why: null };
  return { starts, why: whyOf(asked, { decision: refusal.decision, detail: refusal.text }) };
}

const halfHour = 30 * MINUTE;

/** Half hours around the booking as it is, each judged as the change that it would be. */
async function ownStarts({ visit }: Asked<'changeBooking'>, wish: Wish): Promise<readonly Instant[]> {
  const { booking, place, day, minutes } = wish;
  const format = formatFor('en', place.zone);
  const lasts = booking.end - booking.start;
  const before = Math.ceil((minutes * MINUTE) / halfHour) - 1;
  const after = Math.ceil(lasts / halfHour) - 1;
  const near = Array.from({ length: Math.min(before + after + 1, 9) }, (_, index) =>
    addMinutes(booking.start, 30 * (index - Math.min(before, 4))),
  ).filter((start) => start > visit.now && format.isoDay(start) === day);
  const judged = await Promise.all(
    near.map((start) =>
      visit.changeEffect({ bookingId: booking.id, start, end: addMinutes(start, minutes) }),
    ),
  );
  return near.filter((_, index) => judged[index]?.ok === true);
}

const whyOf = (
  { phrase }: Asked<'changeBooking'>,
  { decision, detail }: Pick<Refusal, 'decision' | 'detail'>,
): WhyProps | null =>
  decision === null
    ? null
    : {
        id: 'why',
        verdict: 'deny',
        text: detail,
        label: phrase('portal-closed.why'),
        layers: whyLayers(decision, phrase),
        acts: [],
      };
