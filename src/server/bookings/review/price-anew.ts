import { decideAndPrice } from '../../../domain/bookings/priced-decision.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Instant, instant } from '../../../domain/kernel/instant.ts';
import { chargeOf } from '../../billing/waive-charge.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type BookingRow, lockBooking, quoteBooking } from '../booking-store.ts';
import { chargeForBooking, unchargeBooking } from '../charge-booking.ts';
import { loadBooking } from '../load-booking.ts';

export const PRICED_ANEW = 'booking.pricedAnew';

/**
 * A booking that a change touched and that is kept costs what it costs by then (BKA-5): it is priced anew
 * with the change, and once more before it begins and its charge is ripe, because until then a suspension may
 * be lifted and a contract resumed.
 */
export async function keepTouched(
  work: Work, { id, startAt }: Pick<BookingRow, 'id' | 'startAt'>,
): Promise<void> {
  await priceAnew(work, id);
  work.dueAt(PRICED_ANEW, id, justBefore(startAt));
}

/** On its time; a booking that was moved meanwhile waits for its new one. */
export async function priceWhenDue(work: Work, id: string): Promise<void> {
  const startAt = await priceAnew(work, id as Id<'bok'>);
  if (startAt !== null && justBefore(startAt) > work.now) work.dueAt(PRICED_ANEW, id, justBefore(startAt));
}

const justBefore = (startAt: Instant): Instant => instant(startAt - 1);

/**
 * By the contracts, suspensions and rates as they are now for the time of the booking. What has no price any
 * more keeps the one it had; what was waived stays waived. Returns when it begins; null: it stands no more.
 */
async function priceAnew(work: Work, id: Id<'bok'>): Promise<Instant | null> {
  const row = await lockBooking(work.tx, id);
  if (row === undefined || !waiting.has(row.state) || row.customerId === null) return null;
  const { resourceId, customerId, locationId, startAt, endAt, via } = row;
  const during = { start: startAt, end: endAt };
  const { facts, pricing } =
    await loadBooking(work, { resourceId, customerId, during, via, at: work.now, except: id });
  const { quote } = decideAndPrice(facts, pricing, { at: work.now, withChange: false });
  if (quote === null || row.quote === null || quote.price === row.quote.price) return startAt;
  if (row.chargeId !== null && (await chargeOf(work, row.chargeId)).waivedAt !== null) return startAt;
  await quoteBooking(work.tx, id, quote);
  await unchargeBooking(work, id, 'changed');
  if (row.state === 'confirmed') {
    const resource = { name: row.resourceName };
    await chargeForBooking(work, {
      id, customerId, locationId, during, quote, resource, zone: pricing.zone,
    });
  }
  const price = (of: typeof quote) => ({ price: { amount: of.total, currency: of.currency } });
  work.audit({
    action: 'booking.changed', aboutId: id, customerId, locationId,
    before: price(row.quote), after: price(quote),
  });
  work.tell({ kind: 'booking.changed', aboutId: id, customerId, facts: { resourceId, ...price(quote) } });
  return startAt;
}

/** What has begun goes on to its end as it is. */
const waiting: ReadonlySet<string> = new Set(['requested', 'tentative', 'confirmed']);
