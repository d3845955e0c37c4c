import type { RoomGroup } from '../islands/book/book.tsx';
import { formatFor } from '../frame/format.ts';
import { cityOf, isolate } from '../parts/isolate.ts';
import type { PortalPlace } from '../readers.ts';
import { linksAt } from '../urls.ts';
import type { BookAsked } from './book.ts';
import { roomProps } from './rooms.ts';
import type { Asked } from './route.ts';

/** VIS-1: the rooms of other places that are shown here too, each booked where it is, by its own rules. */
export async function roomsBeside(asked: Asked<'book'>, wish: BookAsked): Promise<readonly RoomGroup[]> {
  if (wish.room !== null) return [];
  const places = await asked.visit.placesBeside(asked.place);
  const groups = await Promise.all(places.map((place) => groupAt(asked, wish, place)));
  return groups.filter((group) => group !== null && group.rooms.length > 0) as RoomGroup[];
}

async function groupAt(
  asked: Asked<'book'>, wish: BookAsked, place: PortalPlace,
): Promise<RoomGroup | null> {
  const { visit, language, phrase, preview } = asked;
  const sections = await visit.sections(place.id);
  if (!sections.bookings.allowed) return null;
  const { date: day, min: minutes, cap: people } = wish;
  const rooms = await visit.rooms({ place, day, minutes, people, resourceId: null });
  const there: Asked<'book'> = {
    ...asked, place, sections, format: formatFor(language, place.zone),
    link: linksAt({ language, slug: place.slug, under: preview?.under ?? '' }),
  };
  return {
    id: place.id,
    heading: phrase('portal-book.alsoAt', { place: isolate(place.name) }),
    note: place.zone === asked.place.zone
      ? null
      : phrase('portal-book.timesIn', { zone: isolate(cityOf(place.zone)) }),
    rooms: roomProps(there, wish, rooms).map((room) => ({ ...room, first: false })),
  };
}
