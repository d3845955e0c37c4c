import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/bookings.ts';
import { cancellationFee, isStanding, stateAt } from '../../domain/bookings/state.ts';
import { decideChange } from '../../domain/access/change-decision.ts';
import type { Id } from '../../domain/kernel/id.ts';
import type { Caller } from '../platform/http/caller.ts';
import { loadChangeFacts } from '../access/facts/load-change-facts.ts';
import { onlyAsked, refuse } from '../access/refuse.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { type BookingRow, endBooking, findBooking, lockBooking } from './booking-store.ts';
import { chargeFee, unchargeBooking } from './charge-booking.ts';
import { writeLetter } from './letters.ts';

export interface Cancelled {
  readonly booking: BookingRow;
  /** Minor units of the quote's currency; null: it had no price. */
  readonly fee: number | null;
}

type Wished = NonNullable<BodyOf<typeof api.cancelBooking>>;

/** Frees the time, takes the charge back, and keeps what a late cancellation costs (BKG-4). */
export async function cancelBooking(work: Work, id: Id<'bok'>, wished: Wished): Promise<Cancelled> {
  const booking = await bookingFor(work, id, 'bookings.write', { lock: true });
  work.mustMatch(booking.version);
  mustStand(work, booking);
  await mayChange(work, booking).catch((error: unknown) => {
    throw wished.preview === true ? onlyAsked(error) : error;
  });
  const fee = feeOf(work, booking, wished);
  if (wished.preview === true) return { booking, fee };
  const reason = wished.reason === undefined || wished.reason === '' ? null : wished.reason;
  return letGo(work, booking, { fee, reason });
}

/** Ends a standing booking: its time is free again, its charge taken back, and its customer told. */
export async function letGo(
  work: Work, booking: BookingRow, { fee, reason }: { fee: number | null; reason: string | null },
): Promise<Cancelled> {
  const { id, locationId, customerId, quote } = booking;
  await endBooking(work.tx, { id, state: 'cancelled', at: work.now, by: work.caller.actorId, reason });
  const { zone } = locationOf(await loadLocations(work), locationId);
  const about = {
    id, customerId, locationId, during: { start: booking.startAt, end: booking.endAt }, zone,
    resource: { name: booking.resourceName },
  };
  await unchargeBooking(work, id, reason ?? 'cancelled');
  if (fee !== null) await chargeFee(work, { ...about, fee, taxRate: quote?.taxRate ?? 0 });
  work.audit({ action: 'booking.cancelled', aboutId: id, customerId, locationId,
    before: { state: booking.state }, after: { reason, fee } });
  work.tell({
    kind: 'booking.cancelled',
    aboutId: id,
    customerId,
    facts: { resourceId: booking.resourceId, fee },
  });
  await writeLetter(work, booking, { kind: 'cancelled', zone, fee: fee === 0 ? null : fee });
  return { booking: (await findBooking(work.tx, id)) as BookingRow, fee };
}

/** Throws 404 where there is none that the caller may know of; 403 for staff who may look but not touch. */
export async function bookingFor(
  work: Work, id: Id<'bok'>, permission: 'bookings.read' | 'bookings.write', { lock = false } = {},
): Promise<BookingRow> {
  const row = await (lock ? lockBooking(work.tx, id) : findBooking(work.tx, id));
  const { caller } = work;
  if (row === undefined) throw new Problem('notFound');
  if (isOwn(caller, row) || caller.leads(row.customerId, row.createdAt)) return row;
  if (caller.may(permission, row.locationId)) return row;
  if (caller.may('bookings.read', row.locationId)) caller.mustMay(permission, row.locationId);
  throw new Problem('notFound');
}

const isOwn = (caller: Caller, { customerId }: Pick<BookingRow, 'customerId'>): boolean =>
  customerId !== null && caller.customerId === customerId;

/** Throws 409 for what has ended. Customers cannot change what has begun. */
export function mustStand({ now, caller }: Work, booking: BookingRow): void {
  const isStaff = caller.may('bookings.write', booking.locationId);
  const over = isStaff
    ? !isStanding(stateAt(booking, now))
    : !isStanding(booking.state) || booking.startAt <= now;
  if (over) throw new Problem('bookingOver');
}

/** A suspended customer changes or cancels bookings of its own where the location lets it (SUS-3). */
export async function mayChange(work: Work, booking: BookingRow): Promise<void> {
  const { id: bookingId, customerId, locationId, resourceId, resourceName, startAt, endAt } = booking;
  if (customerId === null || work.caller.may('bookings.write', locationId)) return;
  const facts = await loadChangeFacts(work, { customerId, locationId },
    { bookingId, resourceId, resourceName, during: { start: startAt, end: endAt } });
  const decision = decideChange(facts, { at: work.now });
  if (!decision.allowed) refuse({ decision, facts }, work.caller);
}

function feeOf({ caller, now }: Work, booking: BookingRow, { fee }: Wished): number | null {
  const { quote, locationId } = booking;
  if (quote === null) return null;
  if (fee === 'none' && caller.may('bookings.write', locationId)) return 0;
  return cancellationFee({ ...booking, price: quote.price }, booking, now);
}
