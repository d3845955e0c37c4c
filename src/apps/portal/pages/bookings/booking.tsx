import { calendar, check, file, pause, refresh, undo } from '../../../../kit/plain/icon/shapes.generated.ts';
import { BookingTime } from '../../parts/booking-time.tsx';
import { Icon } from '../../../../kit/plain/icon/icon.tsx';
import { cityOf, isolate } from '../../parts/isolate.ts';
import { RowLink } from '../../parts/row-link.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** One booking; just made, it says so first. */
export function BookingPage({ frame, facts }: { frame: Frame; facts: Facts['booking'] }): PageParts {
  const { phrase, link } = frame;
  const { booking, fresh, refusal } = facts;
  const format = frame.formatAt(booking.locationId);
  return {
    airy: true,
    top: {
      back: { href: link('bookings'), label: phrase('portal-bookings.title') },
      title: phrase('portal-bookings.one'),
      isHeading: false,
    },
    main: (
      <>
        {fresh && <Done frame={frame} requested={booking.state === 'requested'} />}
        <div className="hello">
          <h1>
            <bdi>{booking.resourceName}</bdi>
          </h1>
          <p className="num">
            {format.dayAt(booking.start)}, <bdi>{format.times(booking.start, booking.end)}</bdi>{' '}
            <span className="muted">
              {frame.elsewhere(booking.locationId)
                ?? phrase('portal-book.zone', { place: isolate(cityOf(frame.place.zone)) })}
            </span>
          </p>
          <p>
            <BookingTime frame={frame} booking={booking} minutes={null} />
          </p>
        </div>
        {refusal !== null && (
          <div className="banner banner--suspended p-banner" data-refusal="">
            <Icon of={pause} size={20} />
            <p>{refusal}</p>
          </div>
        )}
        <div className="p-acts">
          <a
            className={fresh ? 'btn btn--primary' : 'btn'}
            href={link('bookingCalendar', { bookingId: booking.id })}
          >
            <Icon of={calendar} />
            {phrase('portal-bookings.addToCalendar')}
          </a>
          {booking.mayChange && (
            <a className="btn" href={link('changeBooking', { bookingId: booking.id })}>
              {phrase('portal-bookings.change.act')}
            </a>
          )}
          {booking.mayChange && (
            <a className="btn btn--quiet" href={link('cancelBooking', { bookingId: booking.id })}>
              {phrase('portal-bookings.cancel')}
            </a>
          )}
        </div>
        <More frame={frame} booking={booking} />
      </>
    ),
  };
}

const Done = ({ frame, requested }: { frame: Frame; requested: boolean }) => (
  <div className="done" role="status">
    <span className="done__mark">
      <Icon of={check} size={20} />
    </span>
    <p>{frame.phrase(requested ? 'portal-bookings.asked' : 'portal-bookings.booked')}</p>
  </div>
);

function More({ frame, booking }: { frame: Frame; booking: Facts['booking']['booking'] }) {
  const { phrase, link } = frame;
  const format = frame.formatAt(booking.locationId);
  return (
    <ul className="p-list">
      {booking.invoiceId !== null && booking.price !== null && (
        <RowLink
          shape={file}
          href={link('invoice', { invoiceId: booking.invoiceId })}
          title={phrase('portal-bookings.invoice', { amount: format.money(booking.price) })}
          text={phrase('portal-invoices.atDesk')}
        />
      )}
      {booking.invoiceId === null && booking.price !== null && booking.state !== 'cancelled' && (
        <RowLink
          shape={file}
          title={format.money(booking.price)}
          text={
            booking.price.amount === 0
              ? phrase('portal-bookings.nothingToPay')
              : phrase('portal-book.fact.nextInvoice', { tax: frame.place.taxName })
          }
        />
      )}
      {booking.mayChange && booking.freeCancelUntil !== null && (
        <RowLink
          shape={undo}
          title={phrase('portal-book.fact.freeUntil', {
            at: format.dayAndTime(booking.freeCancelUntil),
          })}
          text={phrase('portal-book.fact.freeUntilText')}
        />
      )}
      <RowLink
        shape={refresh}
        href={link('book')}
        title={phrase('portal-bookings.another')}
        text={phrase('portal-bookings.anotherText')}
      />
    </ul>
  );
}
