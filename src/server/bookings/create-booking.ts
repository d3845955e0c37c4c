import type { AnsweredBooking, SentBooking } from '../../api/bookings.ts';
import { text } from '../../api/schema.ts';
import { HOLD_MINUTES, slotsOf } from '../../domain/bookings/state.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { addMinutes } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { type Schedule, unitsLeft } from '../../domain/resources/schedule.ts';
import type { Caller } from '../platform/http/caller.ts';
import type { Problem } from '../platform/http/problem.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { slotTaken } from './alternatives.ts';
import { type BookingRow, bookingWritten, type NewBooking, slotsTaken } from './booking-store.ts';
import { chargeForBooking } from './charge-booking.ts';
import { keepPlace, writeLetter } from './letters.ts';
import { locationOf } from '../locations/load-locations.ts';
import { keepReader } from './reader-store.ts';
import { loadBooking } from './load-booking.ts';
import { behindOneAhead } from './one-ahead.ts';
import { planBooking, type PlannedBooking } from './plan-booking.ts';
import { shownTo } from './present-booking.ts';

/**
 * Books a resource (BKG-1) in two round trips: one reads what decides, one takes the slot, charges and tells,
 * where the exclusion constraint is the referee. Whoever loses the race looks again: something else may be
 * free, else the refusal says what is. `replayed`: the request came with an idempotency key, so that a
 * refusal may be the echo of its own first success.
 */
export const createBooking = (
  shell: Shell, caller: Caller, asked: Asked,
): Promise<AnsweredBooking> => {
  const { resourceId, startAt, endAt } = asked.wished;
  return behindOneAhead(resourceId, { start: startAt, end: endAt }, () => book(shell, caller, asked));
};

interface Asked {
  readonly wished: SentBooking;
  readonly replayed: boolean;
}

async function book(shell: Shell, caller: Caller, { wished, replayed }: Asked): Promise<AnsweredBooking> {
  for (let attempt = 1; ; attempt += 1) {
    const planned = await shell
      .read(caller, (work) => planBooking(work, wished))
      .catch(async (refusal: unknown) => {
        if (replayed) await shell.write(caller, () => Promise.reject(refusal));
        throw refusal;
      });
    try {
      return await shell.write(caller, async (work) => shownTo(work, await writeBooking(work, planned)));
    } catch (error) {
      if (!isLost(error)) throw error;
      if (attempt > planned.loaded.resource.units) throw await lost(shell, caller, planned);
    }
  }
}

/** Somebody else was quicker: everything of this transaction is taken back. */
export class LostRace extends Error {}

/** PostgreSQL ends one of two that would wait for each other. */
export const isLost = (error: unknown): boolean =>
  error instanceof LostRace || (error as { code?: string }).code === '40P01';

/** Read once more, so that the refusal says who has it now. */
const lost = (shell: Shell, caller: Caller, { question }: PlannedBooking): Promise<Problem> =>
  shell.read(caller, async (work) => slotTaken(await loadBooking(work, question), work));

/** Takes the slot, charges, tells. */
async function writeBooking(work: Work, planned: PlannedBooking): Promise<BookingRow> {
  const {
    loaded: { resource, pricing, linked, facts, via },
    question: { customerId, during },
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
  const unit = pickUnit(facts.schedule, during, row.id);
  const slots = slotsOf(resource, during, { unit, linked });
  work.write(slotsTaken(row.id, slots), { rows: slots.length, orElse: () => new LostRace() });
  work.write(bookingWritten(row));
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

/** One of the free units, a different one for each booking, so that many at once seldom want the same. */
function pickUnit(schedule: Schedule, during: Span, id: Id<'bok'>): number {
  const free = unitsLeft(schedule, during);
  const spread = Array.from(id.slice(-6)).reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7);
  const unit = free[spread % free.length];
  if (unit === undefined) throw new LostRace();
  return unit;
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
