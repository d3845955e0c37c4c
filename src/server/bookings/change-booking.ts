import type { BodyOf } from '../../api/endpoint.ts';
import type * as api from '../../api/bookings.ts';
import { isNoLonger, noLonger, text } from '../../api/schema.ts';
import { decideAndPrice } from '../../domain/bookings/priced-decision.ts';
import { type BookingState, slotsOf } from '../../domain/bookings/state.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { unitsLeft } from '../../domain/resources/schedule.ts';
import { onlyAsked } from '../access/refuse.ts';
import type { Caller } from '../platform/http/caller.ts';
import { fieldProblem } from '../platform/http/problem.ts';
import type { ResourceRow } from '../resources/load-resource.ts';
import type { Shell, Work } from '../platform/work/shell.ts';
import { slotTaken } from './alternatives.ts';
import { type BookingRow, findBooking, moveBooking, noteBooking } from './booking-store.ts';
import { bookingFor, mayChange, mustStand } from './cancel-booking.ts';
import { chargeForBooking, unchargeBooking } from './charge-booking.ts';
import { isLost, LostRace } from './create-booking.ts';
import { writeLetter } from './letters.ts';
import { type BookingQuestion, loadBooking } from './load-booking.ts';
import { mustActAt, needsApproval, overrideOf, questionOf } from './plan-booking.ts';

type Change = BodyOf<typeof api.changeBooking>;

/**
 * Moves, lengthens or shortens a booking: decided as a new one that is not in its own way, and priced anew
 * (BKG-4).
 */
export async function changeBooking(
  shell: Shell,
  caller: Caller,
  id: Id<'bok'>,
  change: Change,
): Promise<BookingRow> {
  return shell
    .write(caller, (work) => move(work, id, change))
    .catch(async (error: unknown) => {
      if (!isLost(error)) throw error;
      throw await shell.read(caller, async (work) => {
        const question = asked(work, await bookingFor(work, id, 'bookings.write'), change);
        return slotTaken(await loadBooking(work, question), work);
      });
    })
    .catch((error: unknown) => { throw change.preview === true ? onlyAsked(error) : error; });
}

async function move(work: Work, id: Id<'bok'>, change: Change): Promise<BookingRow> {
  const before = await bookingFor(work, id, 'bookings.write', { lock: true });
  work.mustMatch(before.version);
  mustStand(work, before);
  await mayChange(work, before);
  if (isOnlyNote(before, change)) {
    return change.preview === true ? before : noted(work, before, change.note);
  }
  const question = asked(work, before, change);
  const loaded = await loadBooking(work, question);
  const { resource, linked, facts, pricing } = loaded;
  mustActAt(work.caller, resource, question);
  const { decision, quote } = decideAndPrice(facts, pricing, { at: work.now, withChange: false });
  const override = await overrideOf(work, { question, loaded, decision }, change.override?.reason);
  const { during, customerId } = question;
  const [unit] = keptUnit(before, resource.id, unitsLeft(facts.schedule, during));
  const priced = customerId === null ? null : quote;
  const state = stateAfter(work.caller, before, resource);
  if (change.preview === true && unit !== undefined) {
    return { ...before, resourceId: resource.id, resourceName: resource.name,
      locationId: resource.locationId, quote: priced, state, startAt: during.start, endAt: during.end };
  }
  const moved = unit !== undefined && await moveBooking(work.tx, {
    id, resourceId: resource.id, locationId: resource.locationId, during, quote: priced, state,
    overridden: override ?? before.overridden, note: change.note ?? before.note,
  }, slotsOf(resource, during, { unit, linked }));
  if (!moved) throw new LostRace();
  const { locationId } = resource;
  await unchargeBooking(work, before.id, 'changed');
  if (state === 'confirmed' || state === 'checkedIn') {
    await chargeForBooking(work, {
      id, customerId, locationId, during, quote: priced, resource, zone: pricing.zone,
    });
  }
  work.audit({ action: 'booking.changed', aboutId: id, customerId, locationId,
    before: { resourceId: before.resourceId, startAt: text(before.startAt), endAt: text(before.endAt) },
    after: { resourceId: resource.id, startAt: text(during.start), endAt: text(during.end) } });
  work.tell({
    kind: 'booking.changed',
    aboutId: id,
    customerId,
    facts: { resourceId: resource.id, startAt: text(during.start) },
  });
  const after = (await findBooking(work.tx, id)) as BookingRow;
  await writeLetter(work, after, { kind: 'moved', zone: pricing.zone });
  return after;
}

function asked(work: Work, before: BookingRow, change: Change): BookingQuestion {
  const startAt = change.startAt ?? before.startAt;
  const endAt = change.endAt ?? before.endAt;
  if (endAt <= startAt) throw fieldProblem('endAt', 'notValid', 'needs to be after startAt');
  if (!isNoLonger({ startAt, endAt })) throw fieldProblem('endAt', 'notValid', noLonger.message);
  const question = questionOf(work, {
    resourceId: change.resourceId ?? before.resourceId, customerId: before.customerId, startAt, endAt,
  });
  return { ...question, except: before.id, isChange: true };
}

/** The same place where it is still free. */
const keptUnit = (before: BookingRow, resourceId: Id<'res'>, free: number[]): number[] =>
  before.resourceId === resourceId
    ? [...free].sort((a, b) => Number(before.units.includes(b)) - Number(before.units.includes(a)) || a - b)
    : free;

const isOnlyNote = (before: BookingRow, { resourceId, startAt, endAt }: Change): boolean =>
  (resourceId ?? before.resourceId) === before.resourceId
  && (startAt ?? before.startAt) === before.startAt && (endAt ?? before.endAt) === before.endAt;

/** What stays where it is keeps its price and is not decided anew: only the note is another one. */
async function noted(work: Work, before: BookingRow, note = before.note): Promise<BookingRow> {
  if (note === before.note) return before;
  const { id, customerId, locationId } = before;
  await noteBooking(work.tx, id, note);
  work.audit({
    action: 'booking.changed', aboutId: id, customerId, locationId,
    before: { note: before.note }, after: { note },
  });
  work.tell({ kind: 'booking.changed', aboutId: id, customerId, facts: { resourceId: before.resourceId } });
  return (await findBooking(work.tx, id)) as BookingRow;
}

/** Another time or room asks for approval again, where it asks for it at all; staff decide by moving. */
function stateAfter(caller: Caller, before: BookingRow, resource: ResourceRow): BookingState {
  if (before.state === 'tentative' || before.state === 'checkedIn') return before.state;
  if (caller.may('bookings.write', resource.locationId)) return before.state;
  return needsApproval(caller, resource) ? 'requested' : 'confirmed';
}
