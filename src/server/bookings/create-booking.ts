import type { SentBooking } from '../../api/bookings.ts';
import { text } from '../../api/schema.ts';
import { HOLD_MINUTES, slotsOf } from '../../domain/bookings/state.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { type Schedule, unitsLeft } from '../../domain/resources/schedule.ts';
import type { Caller } from '../platform/http/caller.ts';
import { refusedBy } from '../platform/database/sql.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { loadSchedules } from '../resources/load-schedules.ts';
import { slotTaken } from './alternatives.ts';
import { type BookingRow, insertBooking, type NewBooking } from './booking-store.ts';
import { chargeForBooking } from './charge-booking.ts';
import { keepPlace, writeLetter } from './letters.ts';
import { loadBooking } from './load-booking.ts';
import { locationOf } from '../locations/load-locations.ts';
import { keepReader } from './reader-store.ts';
import { planBooking, type PlannedBooking } from './plan-booking.ts';

/**
 * Books a resource (BKG-1). What decides is read before the transaction, which then only takes the slot,
 * charges and tells: the exclusion constraint is the referee. `replayed`: the request came with an
 * idempotency key, so that a refusal may be the echo of its own first success, which the transaction knows.
 */
export async function createBooking(
  shell: Shell, caller: Caller, { wished, replayed }: { wished: SentBooking; replayed: boolean },
): Promise<BookingRow> {
  const planned = await shell
    .read(caller, (work) => planBooking(work, wished))
    .catch(async (refusal: unknown) => {
      if (replayed) await shell.write(caller, () => Promise.reject(refusal));
      throw refusal;
    });
  return shell.write(caller, (work) => writeBooking(work, planned)).catch(async (error: unknown) => {
    if (!isLost(error)) throw error;
    throw await shell.read(caller, async (work) =>
      slotTaken(await loadBooking(work, planned.question), work.now),
    );
  });
}

/** Somebody else was quicker: everything of this transaction is taken back. */
export class LostRace extends Error {}

/** Where some of several linked slots were free and others not, the foreign key ends the statement. */
export const isLost = (error: unknown): boolean =>
  error instanceof LostRace || refusedBy(error) === 'occupancies_booking_id_fkey'
  || (error as { code?: string }).code === '40P01';

/** Takes the slot, charges, tells. */
async function writeBooking(work: Work, planned: PlannedBooking): Promise<BookingRow> {
  const {
    loaded: { resource, pricing },
    question: { customerId, during, via },
    quote,
    override,
    state,
  } = planned;
  const { locationId } = resource;
  keepRead(work, planned);
  const row: NewBooking = {
    id: work.newId('bok'), resourceId: resource.id, locationId, customerId, during, state, via, quote,
    overridden: override, note: planned.note, createdAt: work.now, createdBy: work.caller.actorId,
    heldUntil: state === 'tentative' ? addMinutes(work.now, HOLD_MINUTES) : null,
  };
  const unit = await takeSlot(work, planned, row);
  if (row.heldUntil !== null) work.dueAt('booking.holdEnds', row.id, row.heldUntil);
  const charged =
    state === 'confirmed'
      ? await chargeForBooking(work, { ...row, resource, zone: pricing.zone, known: planned.loaded.charging })
      : null;
  const said = { resourceId: resource.id, startAt: text(during.start), endAt: text(during.end), state };
  work.audit({
    action: 'booking.created',
    aboutId: row.id,
    customerId,
    locationId,
    after: { ...said, via, ...(override && { override }) },
  });
  work.tell({ kind: 'booking.created', aboutId: row.id, customerId, facts: said });
  const made = madeRow(row, planned, { unit, charged });
  if (state !== 'tentative')
    await writeLetter(work, made, {
      kind: state === 'requested' ? 'requested' : 'booked',
      zone: pricing.zone,
    });
  return made;
}

/** Whom to write to, and in whose name, was read together with what decided. */
function keepRead(
  work: Work,
  { loaded: { reader, resource, locations }, question: { customerId } }: PlannedBooking,
): void {
  if (reader !== null && customerId !== null) keepReader(work, customerId, reader);
  keepPlace(work, resource.locationId, locationOf(locations, resource.locationId).name);
}

/** The lowest effort first: a unit that was free when we looked; then any that is free now (BKG-1). */
async function takeSlot(
  work: Work,
  { loaded, question: { during } }: PlannedBooking,
  row: NewBooking,
): Promise<number> {
  const { facts, resource, linked, locations } = loaded;
  let schedule: Schedule | undefined = facts.schedule;
  for (let attempt = 0; attempt <= resource.units; attempt += 1) {
    const unit = pickUnit(schedule, during, row.id);
    if (unit === null) break;
    if (await insertBooking(work.tx, row, slotsOf(resource, during, { unit, linked }))) return unit;
    if (resource.units === 1) break;
    schedule = (await loadSchedules(work, locations, [resource], { within: during })).get(
      resource.id,
    ) as Schedule;
  }
  throw new LostRace();
}

/** One of the free units, a different one for each booking, so that many at once seldom want the same. */
function pickUnit(schedule: Schedule, during: Span, id: Id<'bok'>): number | null {
  const free = unitsLeft(schedule, during);
  if (free.length === 0) return null;
  const spread = Array.from(id.slice(-6)).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  return free[spread % free.length] ?? null;
}

function madeRow(
  row: NewBooking, { loaded: { resource }, customerName }: PlannedBooking,
  { unit, charged }: { unit: number; charged: { chargeId: string; invoiceId: string | null } | null },
): BookingRow {
  const { during, ...kept } = row;
  return {
    ...kept,
    startAt: during.start,
    endAt: during.end,
    resourceName: resource.name,
    customerName,
    cancelFreeMinutes: resource.cancelFreeMinutes,
    lateCancelPercent: resource.lateCancelPercent,
    units: [unit],
    chargeId: charged?.chargeId ?? null,
    invoiceId: charged?.invoiceId ?? null,
    endedAt: null,
    endReason: null,
    version: 1,
  };
}
