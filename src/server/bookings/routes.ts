import * as api from '../../api/bookings.ts';
import { presentDecision } from '../../api/decision.ts';
import { text } from '../../api/schema.ts';
import { isBookingState } from '../../domain/bookings/state.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { money } from '../../domain/kernel/money.ts';
import { freeToCancelUntil } from '../../domain/resources/resource.ts';
import { readerOf } from '../access/who-reads.ts';
import type { Caller } from '../platform/http/caller.ts';
import { pageFrom, readCursor } from '../platform/http/page.ts';
import { fieldProblem, Problem } from '../platform/http/problem.ts';
import { serve } from '../platform/http/serve.ts';
import type { Deadlines } from '../platform/work/deadlines.ts';
import type { Work } from '../platform/work/shell.ts';
import { type BookingRow, listBookings } from './booking-store.ts';
import { bookingFor, cancelBooking } from './cancel-booking.ts';
import { changeBooking } from './change-booking.ts';
import { createBooking } from './create-booking.ts';
import { weighBooking } from './plan-booking.ts';
import { PRICED_ANEW, priceWhenDue } from './review/price-anew.ts';
import { presentQuote, shownTo } from './present-booking.ts';
import { approveBooking, checkInBooking, confirmHold, endHold, rejectBooking } from './settle-booking.ts';

const shown = (row: BookingRow, work: Pick<Work, 'caller' | 'now'>) => shownTo(work, row);

export const bookingRoutes = [
  serve(api.createBooking, async ({ body, caller, shell, request }) => {
    const replayed = request.headers['idempotency-key'] !== undefined;
    return createBooking(shell, caller, { wished: body, replayed });
  }),
  serve(api.quoteBooking, ({ body, caller, shell }) => shell.read(caller, async (work) => {
    const { decision, quote, loaded: { resource } } = await weighBooking(work, body);
    return {
      price: quote === null ? null : money(quote.total, quote.currency),
      quote: quote === null ? null : presentQuote(quote),
      decision: { ...presentDecision(decision, readerOf(caller, decision)) },
      freeToCancelUntil: text(freeToCancelUntil(resource, body.startAt)),
    };
  })),
  serve(api.listBookings, ({ query, caller, shell }) => shell.read(caller, async (work) => {
    const { resourceId, from, to } = query;
    const descending = query.sort === '-startAt';
    const rows = await listBookings(work.tx, {
      ...whoseBookings(caller, query), resourceId, from, to, states: statesFrom(query.state), descending,
      after: readCursor(query.cursor, 2, 'number'), limit: query.limit + 1,
    }, work.now);
    return pageFrom(rows, query.limit, ({ startAt, id }) => [startAt, id], (row) => shown(row, work));
  })),
  serve(api.getBooking, ({ params, caller, shell }) => shell.read(caller, async (work) =>
    shown(await bookingFor(work, params.bookingId, 'bookings.read'), work))),
  serve(api.cancelBooking, ({ params, body, caller, shell }) => shell.write(caller, async (work) => {
    const { booking, fee } = await cancelBooking(work, params.bookingId, body ?? {});
    const { quote } = booking;
    return {
      ...shown(booking, work),
      fee: fee === null || quote === null ? null : money(fee, quote.currency),
    };
  })),
  serve(api.changeBooking, async ({ params, body, caller, shell }) =>
    shown(await changeBooking(shell, caller, params.bookingId, body), { caller, now: shell.clock.now() })),
  serve(api.approveBooking, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    shown(await approveBooking(work, params.bookingId), work))),
  serve(api.rejectBooking, ({ params, body, caller, shell }) => shell.write(caller, async (work) =>
    shown(await rejectBooking(work, params.bookingId, body?.reason), work))),
  serve(api.checkInBooking, ({ params, caller, shell }) =>
    shell.write(caller, async (work) => shown(await checkInBooking(work, params.bookingId), work)),
  ),
  serve(api.confirmBooking, ({ params, caller, shell }) => shell.write(caller, async (work) =>
    shown(await confirmHold(work, params.bookingId), work))),
];

export const bookingDeadlines: Deadlines = {
  'booking.holdEnds': endHold, [PRICED_ANEW]: priceWhenDue,
};

interface WhoseAsked {
  readonly customerId?: Id<'cus'> | undefined;
  readonly locationId?: Id<'loc'> | undefined;
  readonly teamId?: Id<'tea'> | undefined;
}

interface Whose {
  readonly customerId?: Id<'cus'> | undefined;
  readonly teamIds?: readonly Id<'tea'>[] | undefined;
  readonly locationIds?: readonly Id<'loc'>[] | undefined;
}

/** The teams that the caller runs, as far as it asks about one of them or about somebody in them (PER-2). */
function ledBy(caller: Caller, { customerId, teamId }: WhoseAsked): readonly Id<'tea'>[] {
  if (teamId === undefined && (customerId === undefined || customerId === caller.customerId)) return [];
  return caller.teams
    .filter(({ role, members, ...one }) => role === 'manager' && (teamId ?? one.teamId) === one.teamId
      && (customerId === undefined || customerId === caller.customerId
        || members.some(({ id }) => id === customerId)))
    .map((one) => one.teamId);
}

/**
 * Customers list their own, and, of a team that they run, what its members have booked since they are in it;
 * staff those of the locations at which they may read bookings.
 */
function whoseBookings(
  caller: Caller,
  { customerId, locationId, teamId }: WhoseAsked,
): Whose {
  const held = caller.locationsWith('bookings.read');
  const wished = locationId === undefined ? undefined : [locationId];
  const teamIds = teamId === undefined ? undefined : [teamId];
  if (held === 'all') return { customerId, teamIds, locationIds: wished };
  const led = ledBy(caller, { customerId, teamId });
  if (led.length > 0) return { customerId, teamIds: led, locationIds: wished };
  if (held.size > 0) {
    return {
      customerId,
      teamIds,
      locationIds: wished === undefined ? [...held] : wished.filter((id) => held.has(id)),
    };
  }
  const isOther = customerId !== undefined && customerId !== caller.customerId;
  if (caller.customerId === null || isOther || teamId !== undefined) {
    throw new Problem('notFound');
  }
  return { customerId: caller.customerId, locationIds: wished };
}

function statesFrom(text: string | undefined) {
  if (text === undefined || text === '') return undefined;
  return text.split(',').map((state) => {
    if (isBookingState(state)) return state;
    throw fieldProblem(
      'state',
      'unknown',
      'needs states of a booking with commas between, such as confirmed,requested',
    );
  });
}
