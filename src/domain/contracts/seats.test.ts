import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../kernel/instant.ts';
import { type Interval, overlaps } from '../kernel/interval.ts';
import { mostSeatsTaken, renumbered, type Seat, seatingFor, seatsTakenAt } from './seats.ts';

const period = (start: number, end: number | null): Interval =>
  ({ start: start as Instant, end: end as Instant | null });
const seat = (id: string, number: number, during: Interval): Seat =>
  ({ id: id as never, number, customerId: `cus_${id}` as never, during });

test.each([
  ['an empty contract', [], period(5, null), 1, 1],
  ['the second of two', [seat('a', 1, period(0, null))], period(5, null), 2, 2],
  ['none left', [seat('a', 1, period(0, null))], period(5, null), 1, null],
  ['after the one before', [seat('a', 1, period(0, 5))], period(5, null), 1, 1],
  ['until the next one', [seat('a', 1, period(5, null))], period(0, 5), 1, 1],
  ['only for a part of it', [seat('a', 1, period(5, null))], period(0, 6), 1, null],
  ['taken back at once, it takes nothing', [seat('a', 1, period(5, 5))], period(0, null), 1, 1],
  ['no seats at all', [], period(5, null), 0, null],
] as const)('TEM-2 a seat: %s', (_, seats, wished, total, number) => {
  expect(seatingFor(seats, wished, total)?.number ?? null).toBe(number);
});

test('TEM-2 what begins later moves, so that room is found where there is room', () => {
  const seats = [seat('now', 1, period(0, 10)), seat('later', 2, period(10, null))];
  expect(seatingFor(seats, period(5, null), 2)).toEqual({ number: 2, moved: [{ id: 'later', number: 1 }] });
});

const anyPeriod = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }))
  .map(([start, length]) => period(start, length === null ? null : start + length));

test('TEM-2 seats never overlap and never exceed; one is refused only where all are taken', () => {
  fc.assert(fc.property(fc.array(anyPeriod, { maxLength: 12 }), fc.integer({ min: 0, max: 4 }),
    (wishes, total) => {
      let seats: readonly Seat[] = [];
      for (const [index, wished] of wishes.entries()) {
        if (wished.end === wished.start) continue;
        const one = seat(String(index), 0, wished);
        const starts = [...seats, one].map(({ during }) => during.start).filter((at) =>
          at >= wished.start && (wished.end === null || at < wished.end));
        const isRoom = starts.every((at) => seatsTakenAt(seats, at) < total);
        const found = seatingFor(seats, wished, total);
        expect(found !== null).toBe(isRoom);
        if (found === null) continue;
        const moved = new Map(found.moved.map(({ id, number }) => [id, number]));
        seats = [...seats.map((of) => ({ ...of, number: moved.get(of.id) ?? of.number })),
          { ...one, number: found.number }];
        mustNotOverlap(seats);
        expect(Math.max(...seats.map(({ number }) => number))).toBeLessThanOrEqual(total);
      }
      const from = 10 as Instant;
      const most = mostSeatsTaken(seats, from);
      const fewer = new Map(renumbered(seats).map(({ id, number }) => [id, number]));
      const after = seats.map((of) => ({ ...of, number: fewer.get(of.id) ?? of.number }));
      mustNotOverlap(after);
      for (const { number, during: { end } } of after)
        if (end === null || end > from) expect(number).toBeLessThanOrEqual(most);
    }));
});

function mustNotOverlap(seats: readonly Seat[]): void {
  for (const a of seats) {
    for (const b of seats)
      if (a.id < b.id && a.number === b.number) expect(overlaps(a.during, b.during)).toBe(false);
  }
}
