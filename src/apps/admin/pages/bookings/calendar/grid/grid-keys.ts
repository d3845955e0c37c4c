import type { KeyboardEvent } from 'react';
import { type Adjusting, adjusted } from './adjusting.ts';
import type { GridProps } from './calendar-grid.tsx';
import { CELL, type GridDay } from './grid-model.ts';
import type { BookingRow, Line } from '../use-calendar.ts';

/** A cell of the grid: its line and its half hour. */
export interface Cell {
  readonly row: number;
  readonly cell: number;
}

interface Keys extends Pick<GridProps, 'chosen' | 'onChoose' | 'adjusting' | 'onAdjust' | 'onCancel'> {
  readonly at: Cell;
  readonly lines: readonly Line[];
  readonly grid: GridDay;
  readonly bookingAt: (row: number, cell: number) => BookingRow | undefined;
  readonly focus: (row: number, cell: number) => void;
  readonly act: (row: number, cell: number) => void;
  readonly why: (row: number, cell: number) => void;
}

/** Everything that a pointer can do, by keys alone (WCAG 2.5.7). */
export function onGridKey(event: KeyboardEvent, keys: Keys): void {
  if (!(event.target as HTMLElement).matches('[data-cell]') || event.ctrlKey || event.metaKey) return;
  const did = keys.adjusting === null ? onCell(event, keys) : onAdjusting(event, keys, keys.adjusting);
  if (!did) return;
  event.preventDefault();
  event.stopPropagation();
}

/** Lines and cells to go by an arrow; forward is to the left where texts run to the left. */
function stepOf(key: string): Cell | undefined {
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const steps: Record<string, Cell> = {
    [forward]: { row: 0, cell: 1 }, [back]: { row: 0, cell: -1 },
    ArrowDown: { row: 1, cell: 0 }, ArrowUp: { row: -1, cell: 0 },
    Home: { row: 0, cell: -1000 }, End: { row: 0, cell: 1000 },
  };
  return steps[key];
}

function onCell(event: KeyboardEvent, keys: Keys): boolean {
  const { at, focus, act, why, onChoose, onAdjust, onCancel, bookingAt } = keys;
  const step = stepOf(event.key);
  if (step !== undefined) {
    const to = inside(keys, { row: at.row + step.row, cell: at.cell + step.cell });
    if (event.shiftKey && step.row === 0) extend(keys, to.cell, step.cell);
    focus(to.row, to.cell);
    return true;
  }
  if (event.key === 'Enter' || event.key === ' ') act(at.row, at.cell);
  else if (event.key === 'Escape') onChoose(null, true);
  else if (event.key === '?') why(at.row, at.cell);
  else {
    const edge = ({ m: 'move', e: 'end' } as const)[event.key.toLowerCase()];
    const booking = bookingAt(at.row, at.cell);
    if (booking === undefined || onAdjust === undefined) return false;
    if (edge !== undefined) onAdjust({ booking, row: at.row, edge, by: 0 }, false);
    else if (event.key === 'Delete' || event.key === 'Backspace') onCancel(booking);
    else return false;
  }
  return true;
}

/** On its way: arrows take it along, Enter asks for it, Escape leaves it where it was. */
function onAdjusting(event: KeyboardEvent, keys: Keys, adjusting: Adjusting): boolean {
  const { focus, grid, lines, onAdjust } = keys;
  const step = stepOf(event.key);
  if (event.key === 'Escape') onAdjust?.(null, true);
  else if (event.key === 'Enter' || event.key === ' ') {
    const cell = Math.floor((adjusted(adjusting).start - grid.start) / CELL);
    const to = inside(keys, { row: adjusting.row, cell });
    focus(to.row, to.cell);
    onAdjust?.(adjusting, true);
  } else if (step !== undefined && Math.abs(step.cell) <= 1) {
    const { row } = inside(keys, { row: adjusting.row + step.row, cell: 0 });
    const mayStand = adjusting.edge === 'move' && lines[row]?.resource.units === 1;
    onAdjust?.({ ...adjusting, by: adjusting.by + step.cell, row: mayStand ? row : adjusting.row }, false);
  } else return false;
  return true;
}

function extend({ at, chosen, onChoose }: Keys, cell: number, forward: number): void {
  const isHere = chosen !== null && chosen.row === at.row;
  const from = !isHere ? at.cell : forward > 0 ? chosen.from : Math.min(chosen.from, cell);
  onChoose({ row: at.row, from: Math.min(from, cell), until: Math.max(from, cell) + 1 }, false);
}

const inside = ({ lines, grid }: Pick<Keys, 'lines' | 'grid'>, { row, cell }: Cell): Cell => ({
  row: Math.max(0, Math.min(lines.length - 1, row)),
  cell: Math.max(0, Math.min(grid.cells - 1, cell)),
});
