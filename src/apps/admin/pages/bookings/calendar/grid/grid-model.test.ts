import { expect, test } from 'vitest';
import { CELL, cellStart, drawn, gaps, gridDay, inCell } from './grid-model.ts';

const HOUR = 2 * CELL;
const midnight = Date.parse('2026-12-01T00:00:00+01:00');
const at = (hour: number): number => midnight + hour * HOUR;
const day = { start: at(0), end: at(24), eight: at(8), six: at(18) };

test('CAL-1 the day is drawn from eight to six, and wider where something is open or booked', () => {
  expect(gridDay(day, [])).toEqual({ start: at(8), cells: 20 });
  expect(
    gridDay(day, [
      { start: at(6.5), end: at(7) },
      { start: at(19), end: at(20.25) },
    ]),
  ).toEqual({ start: at(6), cells: 30 });
  expect(gridDay(day, [{ start: at(-3), end: at(30) }])).toEqual({ start: at(0), cells: 48 });
});

test('BKG-6 a day of 25 hours has 50 cells', () => {
  const long = { ...day, end: at(25) };
  expect(gridDay(long, [{ start: at(0), end: at(25) }]).cells).toBe(50);
});

test('CAL-1 a booking is drawn where it is, cut to the day', () => {
  const grid = gridDay(day, []);
  expect(drawn(grid, { start: at(9), end: at(10.5) })).toEqual({ s: 2, d: 3 });
  expect(drawn(grid, { start: at(6), end: at(9) })).toEqual({ s: 0, d: 2 });
  expect(drawn(grid, { start: at(5), end: at(7) })).toBeNull();
});

test('CAL-1 what is not open is closed', () => {
  const grid = gridDay(day, []);
  expect(gaps(grid, [{ start: at(9), end: at(12) }, { start: at(13), end: at(17) }])).toEqual([
    { start: at(8), end: at(9) }, { start: at(12), end: at(13) }, { start: at(17), end: at(18) },
  ]);
  expect(gaps(grid, [{ start: at(0), end: at(24) }])).toEqual([]);
});

test('CAL-1 a cell shows what covers it, or begins in it', () => {
  const grid = gridDay(day, []);
  const bookings = [{ start: at(9.25), end: at(10), id: 'a' }];
  expect(cellStart(grid, 2)).toBe(at(9));
  expect([1, 2, 3, 4].map((cell) => inCell(grid, cell, bookings)?.id)).toEqual([
    undefined,
    'a',
    'a',
    undefined,
  ]);
});
