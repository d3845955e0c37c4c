import {
  type CSSProperties, type FocusEvent, type KeyboardEvent, type PointerEvent, useRef, useState,
} from 'react';
import { Icon, icons, useSpeech } from '../../../../../kit/plain/index.ts';
import { useNow } from '../../../data/now.ts';
import { CELL, cellStart, type GridDay, inCell } from './grid-model.ts';
import { GridRow, type Selection } from './grid-row.tsx';
import { type BookingRow, type Line, periodOf } from './use-calendar.ts';

interface Cell {
  readonly row: number;
  readonly cell: number;
}

export interface GridProps {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly grid: GridDay;
  readonly zone: string;
  readonly personId: string | undefined;
  readonly chosen: Selection | null;
  readonly onChoose: (selection: Selection | null, isDone: boolean) => void;
  readonly onOpen: (booking: BookingRow) => void;
}

/**
 * Resources as rows, half hours as cells. One tab stop; arrows move, Shift and arrows extend, Enter books or
 * opens.
 */
export function CalendarGrid(props: GridProps) {
  const { label, lines, grid, zone, personId, chosen, onChoose, onOpen } = props;
  const [at, setAt] = useState({ row: 0, cell: 0 });
  const place = useRef<HTMLDivElement>(null);
  const now = useNow();
  const bookingAt = (row: number, cell: number): BookingRow | undefined => {
    const line = lines[row];
    if (line === undefined || line.resource.units > 1) return undefined;
    return inCell(grid, cell, line.bookings.map((one) => ({ ...one, ...periodOf(one) })));
  };
  const act = (row: number, cell: number, anew = false) => {
    const booking = bookingAt(row, cell);
    if (booking !== undefined) return onOpen(booking);
    const isChosen =
      !anew && chosen !== null && chosen.row === row && chosen.from <= cell && cell < chosen.until;
    return onChoose(isChosen ? chosen : { row, from: cell, until: Math.min(cell + 2, grid.cells) }, true);
  };
  const focus = (row: number, cell: number) => {
    setAt({ row, cell });
    place.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-cell="${cell}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) =>
    onGridKey(event, { at, lines, grid, chosen, focus, act, onChoose });
  const onFocus = (event: FocusEvent) => {
    const { row, cell } = (event.target as HTMLElement).dataset;
    if (row !== undefined && cell !== undefined) setAt({ row: Number(row), cell: Number(cell) });
  };
  const onPointer = useDrag({ bookingAt, setAt, act, onChoose });
  return (
    <div
      className="cal cal--day"
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      ref={place}
      style={{ '--cols': grid.cells, '--hours': grid.cells / 2 } as CSSProperties}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onPointerDown={onPointer}
      onPointerMove={onPointer}
      onPointerUp={onPointer}
    >
      <HoursRow count={lines.length} grid={grid} zone={zone} now={now} />
      {groupsOf(lines).map(([name, group]) => (
        <div key={name} role="rowgroup" aria-label={name}>
          <TypeRow name={name} />
          {group.map(({ line, row }) => (
            <GridRow
              key={line.resource.id}
              line={line}
              row={row}
              grid={grid}
              zone={zone}
              now={now}
              personId={personId}
              focused={at.row === row ? Math.min(at.cell, grid.cells - 1) : null}
              chosen={chosen}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The hours over the columns, with the line of now. */
function HoursRow({
  count,
  grid,
  zone,
  now,
}: {
  readonly count: number;
  readonly grid: GridDay;
  readonly zone: string;
  readonly now: number;
}) {
  const { phrase, formats } = useSpeech();
  const share = (now - grid.start) / CELL;
  return (
    <div className="cal__row cal__row--head" role="row">
      <div className="cal__name" role="columnheader">
        <span>{phrase('admin-calendar.count', { count })}</span>
      </div>
      <div className="cal__lane" role="columnheader" aria-label={phrase('admin-calendar.hours')}>
        {Array.from({ length: grid.cells / 2 }, (_, hour) => (
          <span key={hour} className="cal__hour" style={{ '--s': hour * 2 } as CSSProperties}>
            {formats.time(cellStart(grid, hour * 2), zone).slice(0, 2)}
          </span>
        ))}
        {share >= 0 && share <= grid.cells ? (
          <span
            className="cal__now cal__now--head"
            data-t={formats.time(now, zone)}
            style={{ '--s': share } as CSSProperties}
          />
        ) : null}
      </div>
    </div>
  );
}

function TypeRow({ name }: { readonly name: string }) {
  return (
    <div className="cal__row cal__row--group" role="row">
      <div className="cal__name" role="rowheader">
        <Icon of={icons.down} size={14} />
        <bdi>{name}</bdi>
      </div>
      <div className="cal__lane" role="gridcell" aria-hidden="true" />
    </div>
  );
}

interface Dragging {
  readonly bookingAt: (row: number, cell: number) => BookingRow | undefined;
  readonly setAt: (cell: Cell) => void;
  readonly act: (row: number, cell: number, anew: boolean) => void;
  readonly onChoose: GridProps['onChoose'];
}

/** Free cells of one row are chosen by dragging; a press without a drag acts on its cell. */
function useDrag({ bookingAt, setAt, act, onChoose }: Dragging): (event: PointerEvent) => void {
  const drag = useRef<Cell | null>(null);
  return (event) => {
    const cell = cellOf(event);
    if (cell === null) return;
    if (event.type === 'pointerdown') {
      if (event.button !== 0) return;
      drag.current = cell;
      setAt(cell);
      if (bookingAt(cell.row, cell.cell) === undefined)
        onChoose({ row: cell.row, from: cell.cell, until: cell.cell + 1 }, false);
    } else if (event.type === 'pointermove' && drag.current !== null && drag.current.row === cell.row) {
      if (bookingAt(cell.row, drag.current.cell) === undefined)
        onChoose(between(drag.current, cell.cell), false);
    } else if (event.type === 'pointerup' && drag.current !== null) {
      const from = drag.current;
      drag.current = null;
      if (from.row !== cell.row || from.cell === cell.cell) act(from.row, from.cell, true);
      else if (bookingAt(from.row, from.cell) === undefined) onChoose(between(from, cell.cell), true);
    }
  };
}

function groupsOf(lines: readonly Line[]): [string, { line: Line; row: number }[]][] {
  return [...Map.groupBy(lines.map((line, row) => ({ line, row })), ({ line }) => line.resource.typeName)];
}

function between(from: Cell, cell: number): Selection {
  return { row: from.row, from: Math.min(from.cell, cell), until: Math.max(from.cell, cell) + 1 };
}

function cellOf(event: PointerEvent): Cell | null {
  const element = (
    document.elementFromPoint(event.clientX, event.clientY) as HTMLElement | null
  )?.closest<HTMLElement>('[data-cell]');
  return element == null ? null : { row: Number(element.dataset.row), cell: Number(element.dataset.cell) };
}

interface Keys {
  readonly at: Cell;
  readonly lines: readonly Line[];
  readonly grid: GridDay;
  readonly chosen: Selection | null;
  readonly focus: (row: number, cell: number) => void;
  readonly act: (row: number, cell: number) => void;
  readonly onChoose: GridProps['onChoose'];
}

function onGridKey(event: KeyboardEvent, { at, lines, grid, chosen, focus, act, onChoose }: Keys) {
  if (!(event.target as HTMLElement).matches('[data-cell]')) return;
  const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const moves: Record<string, [number, number]> = {
    [forward]: [0, 1], [back]: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0],
    Home: [0, -grid.cells], End: [0, grid.cells],
  };
  const move = moves[event.key];
  if (move !== undefined) {
    event.preventDefault();
    const row = Math.max(0, Math.min(lines.length - 1, at.row + move[0]));
    const cell = Math.max(0, Math.min(grid.cells - 1, at.cell + move[1]));
    if (event.shiftKey && move[0] === 0) {
      const from =
        chosen !== null && chosen.row === at.row
          ? move[1] > 0
            ? chosen.from
            : Math.min(chosen.from, cell)
          : at.cell;
      onChoose({ row: at.row, from: Math.min(from, cell), until: Math.max(from, cell) + 1 }, false);
    }
    focus(row, cell);
  } else if (event.key === 'Enter' || event.key === ' ') {
    event.preventDefault();
    act(at.row, at.cell);
  } else if (event.key === 'Escape') onChoose(null, true);
}
