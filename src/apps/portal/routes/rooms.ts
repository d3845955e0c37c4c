import type { Asked } from './route.ts';
import type { BookAsked } from './book.ts';
import { addMinutes, type Instant, MINUTE } from '../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../domain/kernel/zone.ts';
import { isolate } from '../parts/isolate.ts';
import type { Room, RoomRefusal } from '../readers.ts';
import type { RoomProps } from '../islands/book/room.tsx';
import type { WhyProps } from '../parts/why.tsx';
import { whyLayers } from './why.ts';

const shownAtFirst = 8;

/** Rooms in words: those that can be booked, and those that say why not. */
export function roomProps(
  asked: Asked<'book'>,
  wish: BookAsked,
  rooms: readonly Room[],
): readonly RoomProps[] {
  const firstOpen = rooms.findIndex((room) => room.refusal === null && room.starts.length > 0);
  return rooms.map((room, index) => {
    const slots = (starts: readonly Instant[]) => starts.map((start) => slotOf(asked, wish, room, start));
    const [shown, folded] = room.refusal === null ? foldedStarts(room.starts) : [[], []];
    return {
      id: room.id,
      name: room.name,
      capacity: room.capacity === null ? null : asked.phrase('portal-book.seats', { count: room.capacity }),
      price: priceOf(asked, room),
      slots: slots(shown),
      more:
        folded.length === 0
          ? null
          : {
              label: asked.phrase('portal-book.moreTimes', { count: folded.length }),
              slots: slots(folded),
            },
      why: room.refusal === null ? null : whyOf(asked, wish, room, room.refusal),
      elsewhere: room.refusal === null && room.starts.length === 0 ? elsewhereOf(asked, wish, room) : null,
      first: index === firstOpen,
    };
  });
}

/** Of a long day the half hours are shown first, the rest is folded away. */
function foldedStarts(starts: readonly Instant[]): readonly [readonly Instant[], readonly Instant[]] {
  if (starts.length <= shownAtFirst) return [starts, []];
  const halves = starts.filter((start) => start % (30 * MINUTE) === 0);
  const shown = new Set((halves.length >= shownAtFirst ? halves : starts).slice(0, shownAtFirst));
  return [[...shown], starts.filter((start) => !shown.has(start))];
}

function slotOf({ phrase, format, link }: Asked<'book'>, { min }: BookAsked, room: Room, start: Instant) {
  const time = format.time(start);
  const end = addMinutes(start, min);
  return {
    label: time,
    name: phrase('portal-book.slot', {
      room: isolate(room.name),
      day: format.dayAt(start),
      times: format.times(start, end),
    }),
    href: link('review', { resourceId: room.id }, addressOf(start, min, format)),
  };
}

/** `date`, `start` (HHmm at the location) and `min`, as every booking address has them. */
export function addressOf(start: Instant, min: number, format: Asked['format']) {
  return { date: format.isoDay(start), start: format.clock(start), min };
}

function priceOf({ phrase, format }: Asked<'book'>, room: Room): RoomProps['price'] {
  if (room.rate === null) return null;
  const { yours, standard } = room.rate;
  const better = yours.amount < standard.amount;
  return {
    amount: format.shortMoney(yours),
    rest: phrase(better ? 'portal-book.yourRate' : 'portal-book.anHour'),
    strong: better || room.refusal === null,
  };
}

function whyOf(asked: Asked<'book'>, wish: BookAsked, room: Room, refusal: RoomRefusal): WhyProps {
  const { phrase, format, link, place } = asked;
  const acts: { label: string; href: string; quiet: boolean }[] = [];
  if (refusal.resume !== null) {
    acts.push({
      label: phrase('portal-home.resume'),
      href: link('resumeContract', refusal.resume),
      quiet: false,
    });
  }
  if (refusal.fix === 'signIn') {
    acts.push({
      label: phrase('portal-frame.menu.signIn'),
      href: link('signIn', { next: asked.address }),
      quiet: false,
    });
  }
  if (refusal.fix === 'plans' && asked.sections.plans.allowed) {
    acts.push({ label: phrase('portal-plans.see'), href: link('plans'), quiet: false });
  }
  if (refusal.allowedFrom !== null && dayAt(refusal.allowedFrom, place.zone as Zone) > wish.date) {
    const day = dayAt(refusal.allowedFrom, place.zone as Zone);
    acts.push({
      label: phrase('portal-book.seeDay', { day: format.day(day) }),
      href: link('book', { ...wish, today: null, date: day }),
      quiet: true,
    });
  }
  return {
    id: `${room.id}-why`,
    verdict: refusal.status,
    text: refusal.text,
    label: phrase('portal-closed.why'),
    layers: whyLayers(refusal.decision, phrase),
    acts,
  };
}

function elsewhereOf(
  { phrase, format, link }: Asked<'book'>,
  wish: BookAsked,
  room: Room,
): RoomProps['elsewhere'] {
  return {
    text: phrase(room.nextFree.length === 0 ? 'portal-book.full' : 'portal-book.fullNext'),
    links: room.nextFree.map((start) => ({
      label: format.dayAndTime(start),
      href: link('book', { date: format.isoDay(start), min: wish.min, cap: wish.cap }),
    })),
  };
}
