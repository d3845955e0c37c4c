import { Icon, icons, type Speech, useSpeech } from '../../../../../../kit/plain/index.ts';
import { layerLine, momentText } from '../../../../../../api/decision-text.ts';
import type { Adjusting } from './adjusting.ts';
import { at, Blocks, Chosen, Counts, Edges, Ghost } from './grid-blocks.tsx';
import {
  CELL, cellStart, drawn, gaps, type GridDay, inCell, type Period, periodOf, refusedIn,
} from './grid-model.ts';
import type { BookingRow, Line } from '../use-calendar.ts';

export interface Selection {
  readonly row: number;
  readonly from: number;
  readonly until: number;
}

/** The texts and the state of one line of the grid, worked out once. */
export interface RowProps {
  readonly line: Line;
  readonly row: number;
  readonly grid: GridDay;
  readonly zone: string;
  readonly now: number;
  readonly personId: string | undefined;
  /** The cell of this row that Tab reaches, or null. */
  readonly focused: number | null;
  readonly chosen: Selection | null;
  /** A booking on its way to another time, on whichever line. */
  readonly adjusting: Adjusting | null;
}

/**
 * Codes that the drawing shows by itself: closed hours are crossed, bookings are blocks, the past is behind
 * the line.
 */
const drawnOtherwise = new Set(['closed', 'closure', 'occupied', 'inThePast']);

export function GridRow(props: RowProps) {
  const { line, grid, focused, chosen, row, now, adjusting } = props;
  const speech = useSpeech();
  const { resource } = line;
  const share = (now - grid.start) / CELL;
  return (
    <div className={resource.units > 1 ? 'cal__row cal__row--low' : 'cal__row'} role="row">
      <div className="cal__name" role="rowheader">
        <RowName line={line} />
      </div>
      <div className="cal__lane" role="presentation">
        <Paint {...props} />
        {resource.units > 1 ? <Counts {...props} /> : <Blocks {...props} />}
        {chosen !== null && chosen.row === row ? <Chosen {...props} chosen={chosen} /> : null}
        {adjusting?.row === row ? <Ghost {...props} adjusting={adjusting} /> : null}
        {share >= 0 && share <= grid.cells ? <span className="cal__now" style={at({ s: share })} /> : null}
        <div className="cal__cells" role="presentation">
          {Array.from({ length: grid.cells }, (_, cell) => (
            <div
              key={cell}
              role="gridcell"
              className="cal__cell"
              data-row={row}
              data-cell={cell}
              tabIndex={focused === cell ? 0 : -1}
              aria-selected={isIn(chosen, row, cell)}
              aria-label={cellName(props, cell, speech)}
            />
          ))}
        </div>
        {resource.units > 1 ? null : <Edges {...props} />}
      </div>
    </div>
  );
}

const isIn = (chosen: Selection | null, row: number, cell: number): boolean =>
  chosen !== null && chosen.row === row && chosen.from <= cell && cell < chosen.until;

function RowName({ line: { resource, availability } }: Pick<RowProps, 'line'>) {
  const { phrase, formats } = useSpeech();
  const price = availability?.pricePerHour ?? null;
  const facts = [
    resource.units > 1 ? phrase('admin-calendar.places', { count: resource.units })
      : phrase('admin-calendar.people', { count: resource.capacity }),
    ...(resource.state === 'paused' ? [phrase('admin-calendar.paused')] : []),
    ...(price === null ? [] : [phrase('admin-calendar.perHour', { price: formats.money(price, 'round') })]),
  ];
  return <><b><bdi>{resource.name}</bdi></b><span>{facts.join(' · ')}</span></>;
}

/** Closed hours for everyone, and hours that the person it is painted for cannot have. */
function Paint({ line: { availability, bookings, resource }, grid, personId, zone }: RowProps) {
  if (availability === undefined) return null;
  const closed = gaps(grid, (availability.open ?? []).map(periodOf));
  const refused = (availability.refused ?? []).filter(({ code }) => !drawnOtherwise.has(code));
  return (
    <>
      {personId === undefined
        ? null
        : refused.map((one) => (
            <Refused
              key={one.startAt}
              of={one}
              grid={grid}
              zone={zone}
              taken={[...bookings.map((one) => withBuffers(one, resource)), ...closed]}
            />
          ))}
      {closed.map((period) => {
        const place = drawn(grid, period);
        return place === null ? null : (
          <span key={period.start} className="slot slot--closed" style={at(place)} />
        );
      })}
    </>
  );
}

const withBuffers = (booking: BookingRow, resource: Line['resource']): Period => {
  const { start, end } = periodOf(booking);
  return {
    start: start - resource.bufferBeforeMinutes * 60_000,
    end: end + resource.bufferAfterMinutes * 60_000,
  };
};

type RefusedPeriod = NonNullable<NonNullable<Line['availability']>['refused']>[number];

/** Hatched, with the reason in the widest room that bookings leave; the whole sentence on hover. */
function Refused({
  of,
  grid,
  zone,
  taken,
}: {
  of: RefusedPeriod;
  grid: GridDay;
  zone: string;
  taken: readonly Period[];
}) {
  const { phrase, formats } = useSpeech();
  const place = drawn(grid, periodOf(of));
  if (place === null) return null;
  const frozen = of.layer === 'freeze';
  const room = widest(grid, periodOf(of), taken);
  const text = layerLine(of, 'book', 'staff', { phrase, formats, zone });
  const short =
    of.until === undefined
      ? text
      : phrase('admin-calendar.from', { at: momentText(of.until, { phrase, formats, zone }) });
  return (
    <>
      <span className={frozen ? 'slot slot--cant' : 'slot slot--cant is-rule'} style={at(place)} />
      {room === null || room.d < 3 ? null : (
        <span
          className={frozen ? 'tag tag--at frozen-ink' : 'tag tag--at'}
          style={at({ s: room.s + 0.25, d: room.d - 0.5 })}
          title={text}
        >
          <Icon of={frozen ? icons.snow : icons.lock} size={14} />
          <span className="clip">{short}</span>
          <Icon of={icons.info} size={14} />
        </span>
      )}
    </>
  );
}

function widest(grid: GridDay, within: Period, taken: readonly Period[]): { s: number; d: number } | null {
  const rooms = gaps(grid, taken).flatMap((gap) => {
    const period = { start: Math.max(gap.start, within.start), end: Math.min(gap.end, within.end) };
    return period.end > period.start ? [drawn(grid, period)] : [];
  });
  return rooms.reduce((most, one) => (one !== null && (most === null || one.d > most.d) ? one : most), null);
}

/** "Atlas, Tue 1 Dec, 10:00, free, €30 an hour": what a cell says to those who cannot see it. */
function cellName(props: RowProps, cell: number, { phrase, formats }: Speech): string {
  const { line, grid, zone, personId } = props;
  const start = cellStart(grid, cell);
  const booking = line.resource.units > 1 ? undefined
    : inCell(grid, cell, line.bookings.map((one) => ({ ...one, ...periodOf(one) })));
  const open = inCell(grid, cell, (line.availability?.open ?? []).map(periodOf));
  const price = line.availability?.pricePerHour ?? null;
  const refused = personId === undefined ? undefined
    : refusedIn(grid, cell, line.availability?.refused ?? []);
  const state =
    booking !== undefined
      ? phrase('admin-calendar.cell.booked', {
          who: booking.customerName ?? phrase('admin-calendar.blocked'),
        })
      : open === undefined
        ? phrase('admin-calendar.cell.closed')
        : refused !== undefined
          ? phrase('admin-calendar.cell.refused', {
              why: layerLine(refused, 'book', 'staff', { phrase, formats, zone }),
            })
        : price === null
          ? phrase('admin-calendar.cell.free')
          : phrase('admin-calendar.cell.freeFor', { price: formats.money(price, 'round') });
  return phrase('admin-calendar.cell.name', {
    resource: line.resource.name,
    at: formats.at(start, zone),
    state,
  });
}
