import { presentDecision } from '../../../api/decision.ts';
import { text } from '../../../api/schema.ts';
import type { AnsweredTouched } from '../../../api/touched-booking.ts';
import type { LayerName } from '../../../domain/access/decision.ts';
import { decideAndPrice, type PricedDecision } from '../../../domain/bookings/priced-decision.ts';
import { isStanding } from '../../../domain/bookings/state.ts';
import { touchedBy } from '../../../domain/bookings/touched.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { isStaffFor } from '../../access/who-reads.ts';
import { isCancelled, type ReviewBookings } from '../../customers/touched/touching.ts';
import type { Work } from '../../platform/work/shell.ts';
import { type BookingRow, listBookings, lockBooking } from '../booking-store.ts';
import { letGo } from '../cancel-booking.ts';
import { loadBooking } from '../load-booking.ts';
import { keepTouched } from './price-anew.ts';

interface Weighed extends PricedDecision {
  readonly row: BookingRow;
}

/**
 * BKA-5: the bookings ahead are judged, the change is made, and they are judged again by the same function
 * that judged them when they were made. So what the preview lists and what the change does never differ.
 * Those that are kept are priced anew.
 */
export const reviewBookings: ReviewBookings = async (work, { customerId, wish }, change) => {
  const rows = await bookingsAhead(work, customerId);
  const before = await weighAll(work, rows);
  const result = await change();
  const after = await weighAll(work, rows);
  const bookings: AnsweredTouched[] = [];
  for (const [index, then] of before.entries()) {
    const now = after[index]!;
    const touched = touchedBy(then, now, setAside(then.row));
    if (touched === null) continue;
    bookings.push(presentTouched(work, now, touched));
    if (isCancelled(wish, then.row.id)) await cancelFree(work, then.row.id);
    else await keepTouched(work, then.row);
  }
  return { result, bookings };
};

async function cancelFree(work: Work, id: Id<'bok'>): Promise<void> {
  const row = await lockBooking(work.tx, id);
  if (row === undefined || !isStanding(row.state)) return;
  work.caller.mustMay('bookings.write', row.locationId);
  await letGo(work, row, { fee: row.quote === null ? null : 0, reason: null });
}

/** Those that have not begun: what has begun goes on to its end. */
async function bookingsAhead(work: Work, customerId: Id<'cus'>): Promise<BookingRow[]> {
  const states = ['requested', 'tentative', 'confirmed'] as const;
  const rows = await listBookings(work.tx, { customerId, from: work.now, states }, work.now);
  return rows.filter(({ startAt }) => startAt >= work.now);
}

async function weighAll(work: Work, rows: readonly BookingRow[]): Promise<Weighed[]> {
  const weighed: Weighed[] = [];
  for (const row of rows) {
    const { resourceId, customerId, startAt, endAt, via, id } = row;
    const during = { start: startAt, end: endAt };
    const { facts, pricing } = await loadBooking(work, {
      resourceId, customerId, during, via, at: work.now, except: id,
    });
    weighed.push({ row, ...decideAndPrice(facts, pricing, { at: work.now }) });
  }
  return weighed;
}

const setAside = ({ overridden }: BookingRow): ReadonlySet<LayerName> =>
  new Set((overridden?.layers ?? []).map(({ layer }) => layer as LayerName));

function presentTouched(
  { caller }: Work, { row, decision }: Weighed, touched: NonNullable<ReturnType<typeof touchedBy>>,
): AnsweredTouched {
  const { outcome, because, priceBefore, price, difference } = touched;
  const { id, resourceId, resourceName, locationId, customerId, customerName, startAt, endAt } = row;
  return {
    id, resourceId, resourceName, locationId, customerId, customerName,
    startAt: text(startAt), endAt: text(endAt),
    outcome, layer: because?.layer ?? null, priceBefore, price, difference,
    decision: presentDecision(decision, { toCustomer: !isStaffFor(caller, locationId) }),
  };
}
