import { CELL, type Period, periodOf } from './grid-model.ts';
import type { BookingRow } from '../use-calendar.ts';

/** A booking on its way to another time, another length or another line: nothing is decided yet. */
export interface Adjusting {
  readonly booking: BookingRow;
  /** The line that it would stand on. */
  readonly row: number;
  readonly edge: 'move' | 'start' | 'end';
  /** Cells forward; back below zero. */
  readonly by: number;
}

const SHORTEST = CELL / 2;

/** The period that is wished for; never turned over by pulling one end past the other. */
export function adjusted({ booking, edge, by }: Pick<Adjusting, 'booking' | 'edge' | 'by'>): Period {
  const { start, end } = periodOf(booking);
  const shift = by * CELL;
  if (edge === 'start') return { start: Math.min(start + shift, end - SHORTEST), end };
  if (edge === 'end') return { start, end: Math.max(end + shift, start + SHORTEST) };
  return { start: start + shift, end: end + shift };
}

/** Whether anything would change. */
export function isElsewhere(of: Adjusting, resourceId: string | undefined): boolean {
  const [wished, before] = [adjusted(of), periodOf(of.booking)];
  return wished.start !== before.start || wished.end !== before.end || resourceId !== of.booking.resourceId;
}
