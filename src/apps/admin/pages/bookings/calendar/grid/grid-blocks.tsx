import type { CSSProperties } from 'react';
import { Icon, icons, useSpeech } from '../../../../../../kit/plain/index.ts';
import { type Adjusting, adjusted } from './adjusting.ts';
import { CELL, cellStart, type Drawn, drawn, type Period, periodOf } from './grid-model.ts';
import type { RowProps, Selection } from './grid-row.tsx';
import type { BookingRow } from '../use-calendar.ts';

export const at = (of: { s: number; d?: number }) => ({ '--s': of.s, '--d': of.d }) as CSSProperties;

/** Up to so many cells a name breaks into lines; below it the time is only its beginning. */
const SHORT = 3;

/** The bookings of a line with their buffers; the one that is being moved stands back. */
export function Blocks({ line: { bookings, resource }, grid, personId, zone, adjusting }: RowProps) {
  return bookings.map((booking) => {
    const period = periodOf(booking);
    const place = drawn(grid, period);
    const before = drawn(grid, {
      start: period.start - resource.bufferBeforeMinutes * 60_000,
      end: period.start,
    });
    const after = drawn(grid, { start: period.end, end: period.end + resource.bufferAfterMinutes * 60_000 });
    return (
      <span key={booking.id}>
        {before === null ? null : <span className="slot slot--buffer" style={at(before)} />}
        {place === null ? null : (
          <Block
            booking={booking}
            place={place}
            zone={zone}
            mine={booking.customerId === personId && personId !== undefined}
            away={adjusting?.booking.id === booking.id}
          />
        )}
        {after === null ? null : <span className="slot slot--buffer" style={at(after)} />}
      </span>
    );
  });
}

interface BlockProps {
  readonly booking: BookingRow;
  readonly place: Drawn;
  readonly mine: boolean;
  readonly away: boolean;
  readonly zone: string;
}

function Block({ booking, place, mine, away, zone }: BlockProps) {
  const { phrase, formats } = useSpeech();
  const waits = booking.state === 'requested' || booking.state === 'tentative';
  const look = waits ? 'slot slot--hold' : mine ? 'slot slot--mine' : 'slot slot--booked';
  const short = place.d <= SHORT;
  const times = place.d < SHORT
    ? formats.time(booking.startAt, zone)
    : formats.times(booking.startAt, booking.endAt, zone);
  const note = place.d < SHORT ? '' : booking.note;
  const second = waits ? phrase(`admin-calendar.state.${booking.state}`) : note || times;
  return (
    <span className={[look, short && 'slot--short', away && 'slot--away'].filter(Boolean).join(' ')}
      style={at(place)}>
      <b>
        {waits ? <Icon of={icons.hourglass} size={14} /> : null}
        <bdi>{booking.customerName ?? phrase('admin-calendar.blocked')}</bdi>
      </b>
      <span>{second}</span>
    </span>
  );
}

/** What can be taken hold of: both ends of each booking, over the cells. */
export function Edges({ line: { bookings }, grid, row }: RowProps) {
  return bookings.flatMap((booking) => {
    const place = drawn(grid, periodOf(booking));
    if (place === null) return [];
    return (['start', 'end'] as const).map((edge) => (
      <i
        key={booking.id + edge}
        className={`cal__edge cal__edge--${edge}`}
        style={at(place)}
        data-booking={booking.id}
        data-edge={edge}
        data-row={row}
      />
    ));
  });
}

/** Where a booking would come to stand. */
export function Ghost({ grid, zone, adjusting }: RowProps & { readonly adjusting: Adjusting }) {
  const { formats } = useSpeech();
  const period = adjusted(adjusting);
  const place = drawn(grid, period);
  if (place === null) return null;
  return (
    <span className="slot slot--new" style={at(place)}>
      <b>{formats.times(period.start, period.end, zone)}</b>
      <span>
        <bdi>{adjusting.booking.customerName ?? ''}</bdi>
      </span>
    </span>
  );
}

/** For what is booked by quantity: how many places are free in each hour. */
export function Counts({ line: { bookings, resource }, grid }: RowProps) {
  const hours = Array.from({ length: grid.cells / 2 }, (_, hour) => {
    const start = grid.start + hour * 2 * CELL;
    return (
      resource.units
      - bookings.filter((one) => overlaps(periodOf(one), { start, end: start + 2 * CELL })).length
    );
  });
  const few = Math.max(1, Math.floor(resource.units / 8));
  return (
    <ol className="counts num" aria-hidden="true">
      {hours.map((free, hour) => (
        <li key={hour} className={free <= few ? 'few' : undefined}>
          {Math.max(0, free)}
        </li>
      ))}
    </ol>
  );
}

const overlaps = (a: Period, b: Period): boolean => a.start < b.end && b.start < a.end;

export function Chosen({ grid, chosen, zone }: RowProps & { chosen: Selection }) {
  const { formats } = useSpeech();
  return (
    <span className="slot slot--new" style={at({ s: chosen.from, d: chosen.until - chosen.from })}>
      <b>{formats.time(cellStart(grid, chosen.from), zone)}</b>
      <span>{formats.minutes((chosen.until - chosen.from) * 30)}</span>
    </span>
  );
}
