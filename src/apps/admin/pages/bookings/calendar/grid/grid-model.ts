import { type Instant, instant, MINUTE } from '../../../../../../domain/kernel/instant.ts';

/**
 * A day over resources, in cells of half an hour counted from the first hour drawn; the hours a day really
 * has.
 */
export interface GridDay {
  readonly start: Instant;
  readonly cells: number;
}

export const CELL = 30 * MINUTE;

/** What is drawn of a period: where it begins and how long it is, in cells, cut to the day. */
export interface Drawn {
  readonly s: number;
  readonly d: number;
}

export interface Period {
  readonly start: number;
  readonly end: number;
}

/** From the first open or booked hour to the last, whole hours; 8 to 18 where nothing says otherwise. */
export function gridDay(
  day: { readonly start: number; readonly end: number; readonly eight: number; readonly six: number },
  used: readonly Period[],
): GridDay {
  const inside = used.filter(({ start, end }) => end > day.start && start < day.end);
  const first = Math.max(day.start, Math.min(day.eight, ...inside.map(({ start }) => start)));
  const last = Math.min(day.end, Math.max(day.six, ...inside.map(({ end }) => end)));
  const start = day.start + Math.floor((first - day.start) / (2 * CELL)) * 2 * CELL;
  return { start: instant(start), cells: Math.ceil((last - start) / (2 * CELL)) * 2 };
}

/** Null where nothing of it lies in what is drawn. */
export function drawn({ start, cells }: GridDay, period: Period): Drawn | null {
  const from = Math.max(0, (period.start - start) / CELL);
  const until = Math.min(cells, (period.end - start) / CELL);
  return until <= from ? null : { s: from, d: until - from };
}

/** What lies between periods, within what is drawn: when it is closed, from when it is open. */
export function gaps({ start, cells }: GridDay, open: readonly Period[]): Period[] {
  const end = start + cells * CELL;
  const all: Period[] = [];
  let last: number = start;
  for (const period of [...open].sort((a, b) => a.start - b.start)) {
    if (period.start > last) all.push({ start: last, end: Math.min(period.start, end) });
    last = Math.max(last, period.end);
  }
  if (last < end) all.push({ start: last, end });
  return all.filter((period) => period.end > period.start);
}

export const cellStart = (day: GridDay, cell: number): Instant => instant(day.start + cell * CELL);

/** The one that covers the beginning of a cell, or begins within it. */
export const inCell = <P extends Period>(
  day: GridDay,
  cell: number,
  periods: readonly P[],
): P | undefined => {
  const start = cellStart(day, cell);
  return (
    periods.find((period) => period.start <= start && start < period.end)
    ?? periods.find((period) => start < period.start && period.start < start + CELL)
  );
};

/** Why a cell cannot be had by whom the calendar is painted for; undefined where it can. */
export const refusedIn = <P extends { readonly startAt: string; readonly endAt: string }>(
  day: GridDay, cell: number, refused: readonly P[],
): P | undefined => {
  const start = cellStart(day, cell);
  return refused.find((of) => Date.parse(of.startAt) <= start && start < Date.parse(of.endAt));
};

/** As the API writes it, in milliseconds. */
export const periodOf = ({ startAt, endAt }: { readonly startAt: string; readonly endAt: string }) =>
  ({ start: Date.parse(startAt), end: Date.parse(endAt) });
