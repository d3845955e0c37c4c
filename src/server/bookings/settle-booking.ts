import type { Id } from '../../domain/kernel/id.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { loadLocations, locationOf } from '../locations/load-locations.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadResource } from '../resources/load-resource.ts';
import { type BookingRow, endBooking, findBooking, lockBooking, setBookingState } from './booking-store.ts';
import { bookingFor } from './cancel-booking.ts';
import { chargeForBooking } from './charge-booking.ts';
import { type LetterKind, writeLetter } from './letters.ts';
import { needsApproval } from './plan-booking.ts';

/** Confirms what waited for approval; its charge arises now (CHG-2). */
export async function approveBooking(work: Work, id: Id<'bok'>): Promise<BookingRow> {
  const booking = await requested(work, id);
  if (booking.endAt <= work.now) throw new Problem('bookingOver');
  return confirm(work, booking, { action: 'booking.approved', letter: 'approved' });
}

/** Rejects what waited for approval, and frees its time. */
export async function rejectBooking(
  work: Work,
  id: Id<'bok'>,
  reason: string | undefined,
): Promise<BookingRow> {
  const booking = await requested(work, id);
  const { customerId, locationId } = booking;
  await endBooking(work.tx, {
    id,
    state: 'rejected',
    at: work.now,
    by: work.caller.actorId,
    reason: reason ?? null,
  });
  work.audit({
    action: 'booking.rejected',
    aboutId: id,
    customerId,
    locationId,
    after: { reason: reason ?? null },
  });
  work.tell({ kind: 'booking.rejected', aboutId: id, customerId, facts: { resourceId: booking.resourceId } });
  await writeLetter(work, booking, { kind: 'rejected', zone: await zoneAt(work, locationId) });
  return (await findBooking(work.tx, id)) as BookingRow;
}

/** Confirms a hold before it ends (BKG-2). */
export async function confirmHold(work: Work, id: Id<'bok'>): Promise<BookingRow> {
  const booking = await bookingFor(work, id, 'bookings.write', { lock: true });
  if (booking.state !== 'tentative' || booking.heldUntil === null || booking.heldUntil <= work.now) {
    throw new Problem('holdOver');
  }
  const resource = await loadResource(work, booking.resourceId);
  if (needsApproval(work.caller, resource)) return request(work, booking);
  return confirm(work, booking, { action: 'booking.confirmed', letter: 'booked' });
}

/** The customer is there (BKG-2): once, and until the booking is over. */
export async function checkInBooking(work: Work, id: Id<'bok'>): Promise<BookingRow> {
  const booking = await bookingFor(work, id, 'bookings.write', { lock: true });
  const { customerId, locationId } = booking;
  if (booking.state === 'checkedIn') return booking;
  if (booking.state !== 'confirmed' || booking.endAt <= work.now) throw new Problem('bookingOver');
  await setBookingState(work.tx, id, 'checkedIn');
  const after = { state: 'checkedIn' };
  work.audit({
    action: 'booking.checkedIn',
    aboutId: id,
    customerId,
    locationId,
    before: { state: booking.state },
    after,
  });
  work.tell({
    kind: 'booking.checkedIn',
    aboutId: id,
    customerId,
    facts: { resourceId: booking.resourceId },
  });
  return (await findBooking(work.tx, id)) as BookingRow;
}

/** A hold that nobody confirmed ends by itself, and its time is free again. */
export async function endHold(work: Work, id: string): Promise<void> {
  const booking = await lockBooking(work.tx, id as Id<'bok'>);
  if (booking?.state !== 'tentative') return;
  const { customerId, locationId } = booking;
  await endBooking(work.tx, {
    id: booking.id,
    state: 'cancelled',
    at: work.now,
    by: null,
    reason: 'holdEnded',
  });
  work.audit({ action: 'booking.holdEnded', aboutId: id, customerId, locationId });
  work.tell({
    kind: 'booking.holdEnded',
    aboutId: id,
    customerId,
    facts: { resourceId: booking.resourceId },
  });
}

async function requested(work: Work, id: Id<'bok'>): Promise<BookingRow> {
  const booking = await bookingFor(work, id, 'bookings.write', { lock: true });
  work.caller.mustMay('bookings.write', booking.locationId);
  if (booking.state !== 'requested') throw new Problem('bookingNotRequested');
  work.mustMatch(booking.version);
  return booking;
}

/** A hold does not get round approval. */
async function request(work: Work, booking: BookingRow): Promise<BookingRow> {
  const { id, customerId, locationId, resourceId } = booking;
  await setBookingState(work.tx, id, 'requested');
  work.audit({
    action: 'booking.requested', aboutId: id, customerId, locationId,
    before: { state: booking.state }, after: { state: 'requested' },
  });
  work.tell({ kind: 'booking.requested', aboutId: id, customerId, facts: { resourceId } });
  await writeLetter(work, booking, { kind: 'requested', zone: await zoneAt(work, locationId) });
  return (await findBooking(work.tx, id)) as BookingRow;
}

async function confirm(
  work: Work, booking: BookingRow, { action, letter }: { action: `booking.${string}`; letter: LetterKind },
): Promise<BookingRow> {
  const { id, customerId, locationId, startAt, endAt } = booking;
  const zone = await zoneAt(work, locationId);
  await setBookingState(work.tx, id, 'confirmed');
  await chargeForBooking(work, {
    ...booking,
    during: { start: startAt, end: endAt as Instant },
    resource: { name: booking.resourceName },
    zone,
  });
  work.audit({
    action,
    aboutId: id,
    customerId,
    locationId,
    before: { state: booking.state },
    after: { state: 'confirmed' },
  });
  work.tell({ kind: action, aboutId: id, customerId, facts: { resourceId: booking.resourceId } });
  await writeLetter(work, booking, { kind: letter, zone });
  return (await findBooking(work.tx, id)) as BookingRow;
}

const zoneAt = async (work: Work, locationId: Id<'loc'>) =>
  locationOf(await loadLocations(work), locationId).zone;
