import type {
  Answer,
  BookingChange,
  CancelEffect,
  ChangeEffect,
  Done,
} from '../../apps/portal/readers.ts';
import { cancelBooking, changeBooking } from '../../api/bookings.ts';
import { type Id, isId } from '../../domain/kernel/id.ts';
import { formatInstant } from '../../domain/kernel/instant.ts';
import { Problem } from '../platform/http/problem.ts';
import { loadOwnBooking, moneyOf } from './bookings.ts';
import { answered, type Visiting } from './visiting.ts';

/** Cancels one of the visitor's own bookings, or says what that would do. */
export const cancelOwn = (
  visiting: Visiting,
  bookingId: string,
  preview: boolean,
): Promise<Answer<CancelEffect>> =>
  answered(visiting, async () => {
    const params = { bookingId: await ownBooking(visiting, bookingId) };
    const { fee } = await visiting.ask(cancelBooking, { params, body: { preview } });
    return { fee: fee === null ? null : moneyOf(fee) };
  });

/** What moving it would cost; writes nothing. */
export const changeEffect = (visiting: Visiting, change: BookingChange): Promise<Answer<ChangeEffect>> =>
  answered(visiting, async () => {
    const { price, state } = await visiting.ask(changeBooking, await sent(visiting, change, true));
    return { price: price === null ? null : moneyOf(price), needsApproval: state === 'requested' };
  });

export const changeOwn = (visiting: Visiting, change: BookingChange): Promise<Answer<Done>> =>
  answered(visiting, async () => {
    await visiting.ask(changeBooking, await sent(visiting, change, false));
    return {};
  });

async function sent(visiting: Visiting, { bookingId, start, end }: BookingChange, preview: boolean) {
  return {
    params: { bookingId: await ownBooking(visiting, bookingId) },
    body: { startAt: formatInstant(start), endAt: formatInstant(end), preview },
  };
}

async function ownBooking(visiting: Visiting, bookingId: string): Promise<Id<'bok'>> {
  const own = await loadOwnBooking(visiting, bookingId);
  if (own === null || !isId('bok', own.id)) throw new Problem('notFound');
  return own.id;
}
