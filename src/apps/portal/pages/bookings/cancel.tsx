import { FormProblem } from '../../parts/form.tsx';
import { isolate } from '../../parts/isolate.ts';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** What cancelling would do, before it is done. */
export function CancelBooking({
  frame,
  facts,
}: {
  frame: Frame;
  facts: Facts['cancelBooking'];
}): PageParts {
  const { phrase, link } = frame;
  const { booking, effect, problem } = facts;
  const format = frame.formatAt(booking.locationId);
  const here = link('booking', { bookingId: booking.id });
  return {
    airy: true,
    top: {
      back: { href: here, label: phrase('portal-bookings.one') },
      title: phrase('portal-bookings.cancelTitle'),
      isHeading: false,
    },
    main: (
      <>
        <FormProblem form={{ values: {}, errors: {}, problem }} />
        <div className="hello">
          <h1>{phrase('portal-bookings.cancelQuestion', { room: isolate(booking.resourceName) })}</h1>
          <p className="num">
            {format.dayAt(booking.start)}, <bdi>{format.times(booking.start, booking.end)}</bdi>
          </p>
        </div>
        {effect !== null && (
          <section className="p-card" aria-labelledby="effect">
            <h2 id="effect" className="mb12">
              {phrase('portal-bookings.effect')}
            </h2>
            <ul className="effects">
              <li>{phrase('portal-bookings.effectFree')}</li>
              <li>
                {effect.fee === null || effect.fee.amount === 0
                  ? phrase('portal-bookings.effectNoFee')
                  : phrase('portal-bookings.effectFee', { amount: format.money(effect.fee) })}
              </li>
            </ul>
          </section>
        )}
        <form method="post" className="p-acts" action={link('cancelBooking', { bookingId: booking.id })}>
          {effect !== null && (
            <button className="btn btn--danger" type="submit">
              {phrase('portal-bookings.cancelConfirm')}
            </button>
          )}
          <a className="btn btn--quiet" href={here}>
            {phrase('portal-bookings.keep')}
          </a>
        </form>
      </>
    ),
  };
}
