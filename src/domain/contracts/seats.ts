import type { Id } from '../kernel/id.ts';
import { holds, type Interval, overlaps } from '../kernel/interval.ts';

/**
 * Places on a contract (TEM-2). A contract has so many, each for one customer at a time; who has one, and
 * when, are periods. Places are numbered only so that the database can see that two do not overlap.
 */
export interface Seat {
  readonly id: Id<'sea'>;
  readonly number: number;
  readonly customerId: Id<'cus'>;
  readonly during: Interval;
}

/** What must be written so that somebody has a place: its number, and others that move to make room. */
export interface Seating {
  readonly number: number;
  readonly moved: readonly { readonly id: Id<'sea'>; readonly number: number }[];
}

/**
 * A place for a period, or null where all are taken at some instant of it. What has begun before stays on its
 * place; what begins later may move to another one, so that room is found whenever there is room.
 */
export function seatingFor(seats: readonly Seat[], wished: Interval, total: number): Seating | null {
  const before = seats.filter(({ during }) => during.start <= wished.start && overlaps(during, wished));
  const later = seats.filter(({ during }) => during.start > wished.start && !isEmpty(during));
  const placed: { during: Interval; number: number }[] = before.map(({ during, number }) =>
    ({ during, number }));
  const number = freeNumber(placed, wished);
  placed.push({ during: wished, number });
  const moved: { id: Id<'sea'>; number: number }[] = [];
  for (const seat of later.toSorted((a, b) => a.during.start - b.during.start)) {
    const found = freeNumber(placed, seat.during);
    placed.push({ during: seat.during, number: found });
    if (found > total) return null;
    if (found !== seat.number) moved.push({ id: seat.id, number: found });
  }
  return number > total ? null : { number, moved };
}

/**
 * The places that change their number so that all taken from now on are among the first ones: what is open
 * longest is placed first, and what is over long since may keep any number.
 */
export function renumbered(seats: readonly Seat[]): Seating['moved'] {
  const placed: { during: Interval; number: number }[] = [];
  const byEnd = seats.filter(({ during }) => !isEmpty(during)).toSorted((a, b) =>
    (b.during.end ?? Number.MAX_VALUE) - (a.during.end ?? Number.MAX_VALUE));
  return byEnd.flatMap(({ id, number, during }) => {
    const found = freeNumber(placed, during);
    placed.push({ during, number: found });
    return found === number ? [] : [{ id, number: found }];
  });
}

/** How many are taken at an instant. */
export const seatsTakenAt = (seats: readonly Seat[], at: Interval['start']): number =>
  seats.filter(({ during }) => holds(during, at)).length;

/** The most that are taken at once from an instant on. */
export const mostSeatsTaken = (seats: readonly Seat[], from: Interval['start']): number =>
  Math.max(0, ...[from, ...seats.map(({ during }) => during.start).filter((start) => start > from)]
    .map((at) => seatsTakenAt(seats, at)));

/** The lowest number that nobody has at the beginning of a period or in it. */
function freeNumber(placed: readonly { during: Interval; number: number }[], wished: Interval): number {
  const taken = new Set(placed.filter(({ during }) => overlaps(during, wished)).map(({ number }) => number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

const isEmpty = ({ start, end }: Interval): boolean => end !== null && end <= start;
