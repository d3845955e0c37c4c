import { type CSSProperties, type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import { Icon, icons, useSpeech } from '../../../../../../kit/plain/index.ts';
import { useNow } from '../../../../data/now.ts';
import { CELL, cellStart, type GridDay, inCell, periodOf, refusedIn } from './grid-model.ts';
import type { Adjusting } from './adjusting.ts';
import { onGridKey } from './grid-keys.ts';
import { GridRow, type Selection } from './grid-row.tsx';
import { useDrag } from './use-drag.ts';
import type { BookingRow, Line } from '../use-calendar.ts';

export interface GridProps {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly grid: GridDay;
  readonly zone: string;
  readonly personId: string | undefined;
  readonly chosen: Selection | null;
  readonly onChoose: (selection: Selection | null, isDone: boolean) => void;
  readonly onOpen: (booking: BookingRow) => void;
  /** A booking on its way, and what becomes of it; undefined where nothing may be changed. */
  readonly adjusting: Adjusting | null;
  readonly onAdjust: ((next: Adjusting | null, isDone: boolean) => void) | undefined;
  readonly onCancel: (booking: BookingRow) => void;
  /** Asks why a cell can, or cannot, be had. */
  readonly onWhy: (row: number, cell: number) => void;
}

/**
 * Resources as rows, half hours as cells. One tab stop; arrows move, Shift and arrows extend, Enter books or
 * opens, M takes a booking along, E its end, Del asks to cancel it.
 */
export function CalendarGrid(props: GridProps) {
  const { label, lines, grid, zone, personId, chosen, onChoose, onOpen } = props;
  const { adjusting, onAdjust, onCancel, onWhy } = props;
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
    if (isRefused(props, row, cell)) return onWhy(row, cell);
    const isChosen =
      !anew && chosen !== null && chosen.row === row && chosen.from <= cell && cell < chosen.until;
    return onChoose(isChosen ? chosen : { row, from: cell, until: Math.min(cell + 2, grid.cells) }, true);
  };
  const focus = (row: number, cell: number) => {
    setAt({ row, cell });
    place.current?.querySelector<HTMLElement>(`[data-row="${row}"][data-cell="${cell}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) =>
    onGridKey(event, {
      at, lines, grid, chosen, focus, act, why: onWhy, onChoose, adjusting, onAdjust, onCancel, bookingAt,
    });
  const onFocus = (event: FocusEvent) => {
    const { row, cell } = (event.target as HTMLElement).dataset;
    if (row !== undefined && cell !== undefined) setAt({ row: Number(row), cell: Number(cell) });
  };
  const onPointer = useDrag({ bookingAt, lines, setAt, act, onChoose, onAdjust });
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
      onPointerCancel={onPointer}
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
              adjusting={adjusting}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** Whether whom it is painted for cannot have a cell: then it says why, and is not booked. */
const isRefused = ({ lines, grid, personId }: GridProps, row: number, cell: number): boolean =>
  personId !== undefined
  && refusedIn(grid, cell, lines[row]?.availability?.refused ?? []) !== undefined;

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

function groupsOf(lines: readonly Line[]): [string, { line: Line; row: number }[]][] {
  return [...Map.groupBy(lines.map((line, row) => ({ line, row })), ({ line }) => line.resource.typeName)];
}
