import { type Asked, go, missing, type Outcome, route, show } from '../route.ts';
import { calendarOf } from '../../glue/calendar.ts';
import type { Booking, Visit } from '../../readers.ts';

export const bookingRoutes = [
  route<'bookings'>({ page: 'bookings', section: 'bookings', signedIn: true, get: bookings }),
  route<'booking'>({ page: 'booking', section: 'bookings', signedIn: true, get: booking }),
  route<'cancelBooking'>({
    page: 'cancelBooking',
    section: 'bookings',
    signedIn: true,
    get: cancelAsk,
    post: cancel,
  }),
  route<'bookingCalendar'>({ page: 'bookingCalendar', section: 'bookings', signedIn: true, get: calendar }),
];

async function bookings({ visit, phrase, query }: Asked<'bookings'>): Promise<Outcome> {
  const all = await visit.bookings();
  const open = (one: Booking): boolean =>
    one.end > visit.now && one.state !== 'cancelled' && one.state !== 'rejected';
  return show(
    'bookings',
    phrase('portal-bookings.title'),
    {
      upcoming: all.filter(open).toSorted((a, b) => a.start - b.start),
      past: all
        .filter((one) => !open(one))
        .toSorted((a, b) => b.start - a.start)
        .slice(0, 50),
    },
    { notice: query['done'] === 'cancelled' ? phrase('portal-bookings.cancelled') : null },
  );
}

async function booking({ visit, phrase, params, query }: Asked<'booking'>): Promise<Outcome> {
  const found = await visit.booking(params.bookingId);
  if (found === null) return missing;
  const fresh = query['new'] === '1' && found.state !== 'cancelled';
  const notice = query['done'] === 'changed' ? phrase('portal-bookings.changed') : null;
  const refusal = await refusalOf(visit, found);
  const shown = { booking: { ...found, mayChange: found.mayChange && refusal === null }, fresh, refusal };
  return show('booking', phrase('portal-bookings.one'), shown, { notice });
}

/** Why a suspended visitor cannot change it here: what would be refused is not offered (SUS-3). */
async function refusalOf(visit: Visit, { id, mayChange }: Booking): Promise<string | null> {
  if (!mayChange || visit.customer?.suspended !== true) return null;
  const effect = await visit.cancelEffect(id);
  return effect.ok ? null : effect.problem.detail;
}

async function cancelAsk({ visit, phrase, params }: Asked<'cancelBooking'>): Promise<Outcome> {
  const found = await visit.booking(params.bookingId);
  if (found === null) return missing;
  const effect = await visit.cancelEffect(params.bookingId);
  return show('cancelBooking', phrase('portal-bookings.cancelTitle'), {
    booking: found,
    effect: effect.ok ? effect.value : null,
    problem: effect.ok ? null : effect.problem.detail,
  });
}

async function cancel(asked: Asked<'cancelBooking'>): Promise<Outcome> {
  const { visit, phrase, params, link } = asked;
  const answer = await visit.cancel(params.bookingId);
  if (answer.ok) return go(link('bookings', { done: 'cancelled' }));
  const found = await visit.booking(params.bookingId);
  if (found === null) return missing;
  const shown = { booking: found, effect: null, problem: answer.problem.detail };
  return show('cancelBooking', phrase('portal-bookings.cancelTitle'), shown, {
    status: answer.problem.status,
  });
}

async function calendar({ visit, params, place, places }: Asked<'bookingCalendar'>): Promise<Outcome> {
  const found = await visit.booking(params.bookingId);
  if (found === null) return missing;
  const at = places.find(({ id }) => id === found.locationId) ?? place;
  const body = calendarOf(found, at, visit.now);
  return { kind: 'file', type: 'text/calendar; charset=utf-8', name: 'booking.ics', body };
}
