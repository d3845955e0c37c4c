import type { Asked } from './route.ts';
import type { BookAsked } from './book.ts';
import { type Instant, MINUTE } from '../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../domain/kernel/zone.ts';
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
  const paused = rooms.findIndex(({ refusal }) => refusal?.status === 'suspended');
  const firstOpen = rooms.findIndex((room) => room.refusal === null && room.starts.length > 0);
  return rooms.map((room, index) => {
    const starts = room.refusal === null ? room.starts : [];
    const shown = wish.room === null ? startsShown(starts) : starts;
    const { format, link } = asked;
    return {
      id: room.id,
      name: room.name,
      capacity: room.capacity === null ? null : asked.phrase('portal-book.seats', { count: room.capacity }),
      price: priceOf(asked, room),
      review: `${link('review', { resourceId: room.id }, { date: wish.date, min: wish.min })}&start=`,
      slots: shown.map((start) => [format.time(start), format.clock(start)] as const),
      more: shown.length === starts.length ? null : moreOf(asked, wish, room, starts.length - shown.length),
      ...(room.refusal?.status === 'suspended' && index > paused
        ? { why: null, elsewhere: { text: blockOf(room.refusal), links: [] } }
        : reasonsOf(asked, wish, room)),
      first: index === firstOpen,
    };
  });
}

/** A refusal with its reasons, or where else in time the room is free. */
const reasonsOf = (
  asked: Asked<'book'>,
  wish: BookAsked,
  room: Room,
): Pick<RoomProps, 'why' | 'elsewhere'> => ({
  why: room.refusal === null ? null : whyOf(asked, wish, room, room.refusal),
  elsewhere: room.refusal === null && room.starts.length === 0 ? elsewhereOf(asked, wish, room) : null,
});

/** What holds for every room is explained in full once. */
const blockOf = ({ decision, text }: RoomRefusal): string =>
  decision.layers.find(
    ({ outcome, layer }) => outcome === 'deny' && layer === decision.firstDenial?.layer,
  )?.text ?? text;

/** Of a long day the first half hours; the room's own address shows all. */
const startsShown = (starts: readonly Instant[]): readonly Instant[] =>
  onHalfHours(starts).slice(0, shownAtFirst);

/** Of many starts those on the half hour, where they are enough to choose from. */
export function onHalfHours(starts: readonly Instant[]): readonly Instant[] {
  if (starts.length <= shownAtFirst) return starts;
  const halves = starts.filter((start) => start % (30 * MINUTE) === 0);
  return halves.length >= shownAtFirst ? halves : starts;
}

const moreOf = (
  { phrase, link }: Asked<'book'>,
  { date, min, cap }: BookAsked,
  room: Room,
  count: number,
) => ({
  label: phrase('portal-book.moreTimes', { count }),
  href: link('book', { date, min, cap, room: room.id }),
});

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
      href: link('book', { date: day, min: wish.min, cap: wish.cap }),
      quiet: true,
    });
  }
  if (refusal.allowedFrom !== null && asked.visit.customer !== null) {
    acts.push({
      label: phrase('portal-remind.ask'), href: link('remind', { target: room.id }), quiet: true,
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
