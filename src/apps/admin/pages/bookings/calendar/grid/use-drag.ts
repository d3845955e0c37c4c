import { type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { Adjusting } from './adjusting.ts';
import type { GridProps } from './calendar-grid.tsx';
import type { Cell } from './grid-keys.ts';
import type { Selection } from './grid-row.tsx';
import type { BookingRow, Line } from '../use-calendar.ts';

interface Dragging extends Pick<GridProps, 'onChoose' | 'onAdjust'> {
  readonly lines: readonly Line[];
  readonly bookingAt: (row: number, cell: number) => BookingRow | undefined;
  readonly setAt: (cell: Cell) => void;
  readonly act: (row: number, cell: number, anew: boolean) => void;
}

interface Held {
  readonly from: Cell;
  readonly booking: BookingRow | undefined;
  readonly edge: Adjusting['edge'];
  /** Where it has been dragged to so far; a press that went nowhere is a press. */
  last: Adjusting | null;
}

/**
 * By pointer: free cells of one row are chosen, a booking is moved by its body and lengthened by its ends. A
 * press without a drag acts on its cell; Escape lets go.
 */
export function useDrag(of: Dragging): (event: PointerEvent) => void {
  const { bookingAt, lines, setAt, act, onChoose, onAdjust } = of;
  const held = useRef<Held | null>(null);
  useLettingGo(held);
  const hold = (event: PointerEvent) => {
    const pressed = cellUnder(event);
    if (pressed === null || event.button !== 0) return;
    const edge = edgeUnder(event);
    const booking =
      edge === null
        ? bookingAt(pressed.row, pressed.cell)
        : lines[edge.row]?.bookings.find(({ id }) => id === edge.bookingId);
    held.current = { from: pressed, booking, edge: edge?.edge ?? 'move', last: null };
    setAt(pressed);
    if (booking === undefined)
      onChoose({ row: pressed.row, from: pressed.cell, until: pressed.cell + 1 }, false);
  };
  const drag = (event: PointerEvent) => {
    const now = held.current;
    const over = cellUnder(event);
    if (now === null || over === null) return;
    const { from, booking, edge } = now;
    if (booking === undefined) {
      if (over.row === from.row) onChoose(between(from, over.cell), false);
    } else if (onAdjust !== undefined && event.pointerType !== 'touch') {
      const by = over.cell - from.cell;
      const row = edge === 'move' && (lines[over.row]?.resource.units ?? 2) === 1 ? over.row : from.row;
      if (by === 0 && row === from.row && now.last === null) return;
      now.last = { booking, row, edge, by };
      onAdjust(now.last, false);
    }
  };
  const drop = (event: PointerEvent) => {
    const now = held.current;
    held.current = null;
    if (now === null) return;
    const over = cellUnder(event);
    if (now.booking !== undefined) {
      if (now.last === null) act(now.from.row, now.from.cell, true);
      else onAdjust?.(now.last, true);
    } else if (over === null || over.row !== now.from.row || over.cell === now.from.cell)
      act(now.from.row, now.from.cell, true);
    else onChoose(between(now.from, over.cell), true);
  };
  return (event) => {
    if (event.type === 'pointerdown') hold(event);
    else if (event.type === 'pointermove') drag(event);
    else if (event.type === 'pointerup') drop(event);
    else held.current = null;
  };
}

/** Escape in the middle of a drag: whatever the pointer does then is no drop. */
function useLettingGo(held: RefObject<Held | null>) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') held.current = null;
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [held]);
}

function between(from: Cell, cell: number): Selection {
  return { row: from.row, from: Math.min(from.cell, cell), until: Math.max(from.cell, cell) + 1 };
}

/** The ends of bookings lie over the cells: what counts is the cell beneath. */
function cellUnder({ clientX, clientY }: PointerEvent): Cell | null {
  const all = document.elementsFromPoint(clientX, clientY) as HTMLElement[];
  const found = all.find(({ dataset }) => dataset?.cell !== undefined);
  return found === undefined ? null : { row: Number(found.dataset.row), cell: Number(found.dataset.cell) };
}

function edgeUnder({ target }: PointerEvent) {
  const { edge, booking, row } = (target as HTMLElement).dataset;
  if (edge === undefined || booking === undefined) return null;
  return { edge: edge as 'start' | 'end', bookingId: booking, row: Number(row) };
}
