import { addDays, type Day, parseDay } from '../../../domain/kernel/day.ts';
import { type Asked, type Outcome, route, show } from './route.ts';
import { dayAt, wallTime, type Zone } from '../../../domain/kernel/zone.ts';
import { cityOf, isolate } from '../parts/isolate.ts';
import type { BookProps } from '../islands/book/book.tsx';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PortalPlace, Room } from '../readers.ts';
import { forWhom } from './teams/for-whom.ts';
import { roomProps } from './rooms.ts';
import { roomsBeside } from './rooms-beside.ts';

export const bookRoutes = [
  route<'book'>({ page: 'book', section: 'bookings', signedIn: false, get: book }),
];

/** The whole state of the page stands in its address: `?date=2026-12-02&min=60&cap=2`. */
export interface BookAsked {
  readonly date: Day;
  readonly min: number;
  readonly cap: number | null;
  /** The one room to show with all its times; null: all of them. */
  readonly room: string | null;
  readonly today: Day;
}

export const lengths = [30, 60, 90, 120, 180, 240, 480] as const;
const sizes = [1, 2, 4, 6, 8, 10, 15, 20] as const;

async function book(given: Asked<'book'>): Promise<Outcome> {
  const wish = bookAsked(given);
  const { date, min, cap, room } = wish;
  const { asked, picker } = await forWhom(given, (link) => link('book', { date, min, cap, room }));
  const { visit, place, phrase } = asked;
  const asks = { place, day: wish.date, minutes: wish.min, people: wish.cap, resourceId: wish.room };
  const [rooms, beside] = await Promise.all([visit.rooms(asks), roomsBeside(asked, wish)]);
  const own = bookProps(asked, wish, rooms);
  const pickers = picker === null ? own.pickers : [picker, ...own.pickers];
  const props = { ...own, pickers, beside, empty: beside.length > 0 ? null : own.empty };
  return show('book', phrase('portal-book.title'), props, { island: props });
}

/** What the address says, and what we take where it says nothing, or nonsense. */
export function bookAsked({ query, visit, place }: Pick<Asked, 'query' | 'visit' | 'place'>): BookAsked {
  const today = dayAt(visit.now, place.zone as Zone);
  const asked = parseDay(query['date'] ?? '');
  const min = Number(query['min'] ?? 60);
  const cap = Number(query['cap'] ?? 0);
  return {
    today,
    room: /^res_\w+$/.test(query['room'] ?? '') ? (query['room'] ?? null) : null,
    date: asked === null || asked < today ? today : asked,
    min: Number.isInteger(min) && min >= 5 && min <= 1440 ? min : 60,
    cap: Number.isInteger(cap) && cap > 1 && cap <= 1000 ? cap : null,
  };
}

function bookProps(
  asked: Asked<'book'>, wish: BookAsked, rooms: readonly Room[],
): Omit<BookProps, 'beside'> {
  const { phrase, format, link, place } = asked;
  const { date, min, cap, today } = wish;
  const to = (change: { date?: Day; min?: number; cap?: number | null }) =>
    link('book', { date, min, cap, room: wish.room, ...change });
  const start = startOfStrip(date, today);
  const nothing = rooms.length === 0;
  return {
    heading: phrase('portal-book.title'),
    dayLabel: phrase('portal-book.day'),
    days: Array.from({ length: 7 }, (_, index) => addDays(start, index)).map((day) => ({
      weekday: format.weekday(day),
      number: format.dayNumber(day),
      name: format.fullDay(day),
      href: to({ date: day }),
      current: day === date,
    })),
    earlier:
      start > today
        ? {
            label: phrase('portal-book.earlier'),
            href: to({ date: addDays(start, -7) < today ? today : addDays(start, -7) }),
          }
        : null,
    later: { label: phrase('portal-book.later'), href: to({ date: addDays(start, 7) }) },
    pickers: [
      {
        id: 'lengths',
        name: phrase('portal-book.length'),
        label: format.minutes(min),
        choices: lengths.map((choice) => ({
          label: lengthText(asked, choice),
          href: to({ min: choice }),
          current: choice === min,
        })),
      },
      {
        id: 'sizes',
        name: phrase('portal-book.people'),
        label: phrase('portal-book.atLeast', { count: cap ?? 1 }),
        choices: sizes.map((choice) => ({
          label: phrase('portal-book.atLeast', { count: choice }),
          href: to({ cap: choice === 1 ? null : choice }),
          current: choice === (cap ?? 1),
        })),
      },
    ],
    all:
      wish.room === null
        ? null
        : { label: phrase('portal-book.allRooms'), href: link('book', { date, min, cap }) },
    rooms: roomProps(asked, wish, rooms),
    empty: nothing
      ? phrase(cap === null ? 'portal-book.nothing' : 'portal-book.empty', { place: isolate(place.name) })
      : null,
    note: phrase('portal-book.note', {
      place: isolate(place.name),
      zone: isolate(cityOf(place.zone)),
      tax: place.taxName,
    }),
    loading: phrase('kit.loading'),
  };
}

/** `HHmm` of a day at a location; null for anything else. */
export function startAsked(text: string | undefined, day: Day, place: PortalPlace): Instant | null {
  const clock = /^([01]\d|2[0-3])([0-5]\d)$/.exec(text ?? '');
  if (clock === null) return null;
  return wallTime(day, Number(clock[1]) * 60 + Number(clock[2]), place.zone as Zone);
}

/** Up to two hours in minutes, as people say it; then hours. */
export const lengthText = (
  { phrase, format }: Pick<Asked, 'phrase' | 'format'>,
  minutes: number,
): string => (minutes <= 90 ? phrase('portal-book.minutes', { count: minutes }) : format.minutes(minutes));

/** The strip begins today, and moves by weeks to hold the day asked for. */
function startOfStrip(date: Day, today: Day): Day {
  let start = today;
  while (addDays(start, 6) < date) start = addDays(start, 7);
  return start;
}
