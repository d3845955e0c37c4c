import { calendar } from '../../../../kit/plain/icon/shapes.generated.ts';
import { BookingTime } from '../../parts/booking-time.tsx';
import { Empty } from '../../parts/empty.tsx';
import { isolate } from '../../parts/isolate.ts';
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
        text={whenOf(frame, booking)}
        end={<BookingTime frame={frame} booking={booking} minutes={null} />}
      />
    ))}
  </ul>
);

/** At the clock of where it is; which place that is, where it is another. */
function whenOf(frame: Frame, { locationId, start, end }: Booking): string {
  const format = frame.formatAt(locationId);
  const when = frame.phrase('portal-book.when', {
    day: format.dayAt(start),
    times: format.times(start, end),
  });
  const elsewhere = frame.elsewhere(locationId);
  return elsewhere === null
    ? when
    : frame.phrase('portal-bookings.at', { when, place: isolate(elsewhere) });
}
