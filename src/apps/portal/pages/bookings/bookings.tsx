import { calendar } from '../../../../kit/plain/icon/shapes.generated.ts';
import { BookingTime } from '../../parts/booking-time.tsx';
import { Empty } from '../../parts/empty.tsx';
import { RowLink } from '../../parts/row-link.tsx';
import type { Booking } from '../../readers.ts';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** My bookings: what comes, then what was. */
export function Bookings({ frame, facts }: { frame: Frame; facts: Facts['bookings'] }): PageParts {
  const { phrase, link } = frame;
  return {
    airy: true,
    main: (
      <>
        <h1>{phrase('portal-bookings.title')}</h1>
        {facts.upcoming.length === 0 ? (
          <Empty
            text={phrase('portal-bookings.none')}
            act={{ label: phrase('portal-home.book'), href: link('book') }}
          />
        ) : (
          <Rows frame={frame} bookings={facts.upcoming} />
        )}
        {facts.past.length > 0 && (
          <section aria-labelledby="past">
            <h2 id="past" className="p-h2">
              {phrase('portal-bookings.past')}
            </h2>
            <Rows frame={frame} bookings={facts.past} />
          </section>
        )}
      </>
    ),
  };
}

const Rows = ({ frame, bookings }: { frame: Frame; bookings: readonly Booking[] }) => (
  <ul className="p-list">
    {bookings.map((booking) => (
      <RowLink
        key={booking.id}
        shape={calendar}
        href={frame.link('booking', { bookingId: booking.id })}
        title={<bdi>{booking.resourceName}</bdi>}
        text={`${frame.format.dayAt(booking.start)}, ${frame.format.times(booking.start, booking.end)}`}
        end={<BookingTime frame={frame} booking={booking} minutes={null} />}
      />
    ))}
  </ul>
);
