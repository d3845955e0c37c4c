/**
 * One customer's reservation of one resource for a period. Its state is kept but for `completed`, which time
 * alone makes of a confirmed one. While it is `requested`, `tentative` (held for some minutes) or
 * `confirmed`, its slot is its own.
 */
import type { Id } from '../kernel/id.ts';
import { addMinutes, type Instant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { blockedBy, type Resource } from '../resources/resource.ts';
import { roundedShare } from '../kernel/money.ts';

export const bookingStates = [
  'requested', 'tentative', 'confirmed', 'checkedIn', 'completed', 'noShow', 'cancelled', 'rejected',
] as const;
/** BKG-2. */
export type BookingState = (typeof bookingStates)[number];

export const isBookingState = (text: string): text is BookingState =>
  (bookingStates as readonly string[]).includes(text);

/** How long a time is kept for somebody who is about to confirm. */
export const HOLD_MINUTES = 5;

/** As it is shown: nobody has to touch a booking for it to be over. */
export const stateAt = (
  booking: { readonly state: BookingState; readonly endAt: Instant },
  at: Instant,
): BookingState =>
  (booking.state === 'confirmed' || booking.state === 'checkedIn') && booking.endAt <= at
    ? 'completed'
    : booking.state;

/** Still to come or going on, and holding its slot. */
export const isStanding = (state: BookingState): boolean =>
  state === 'requested' || state === 'tentative' || state === 'confirmed' || state === 'checkedIn';

/** What cancelling costs, in minor units of the price: nothing until the free time is over (BKG-4). */
export function cancellationFee(
  booking: { readonly startAt: Instant; readonly price: number; readonly state: BookingState },
  rule: { readonly cancelFreeMinutes: number; readonly lateCancelPercent: number }, at: Instant,
): number {
  if (booking.state === 'requested' || booking.state === 'tentative') return 0;
  if (at <= addMinutes(booking.startAt, -rule.cancelFreeMinutes)) return 0;
  return roundedShare(booking.price, rule.lateCancelPercent, 100);
}

/**
 * Everything a booking keeps others out of: its unit, and every unit of what is linked to its resource
 * (BKG-1).
 */
export function slotsOf(
  resource: Pick<Resource, 'id' | 'bufferBeforeMinutes' | 'bufferAfterMinutes'>, during: Span,
  { unit, linked }: { unit: number; linked: readonly { readonly id: Id<'res'>; readonly units: number }[] },
): { resourceId: Id<'res'>; unit: number; blocked: Span }[] {
  const blocked = blockedBy(resource, during);
  const others = linked.flatMap(({ id, units }) =>
    Array.from({ length: units }, (_, index) => ({ resourceId: id, unit: index + 1, blocked })));
  return [{ resourceId: resource.id, unit, blocked }, ...others];
}
