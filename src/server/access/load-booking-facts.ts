import type { BookingFacts, CustomerFacts } from '../../domain/access/facts.ts';
import { contractTurnAt } from '../../domain/contracts/turns.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import { overlaps, type Span } from '../../domain/kernel/interval.ts';
import { dayAt, startOfDay } from '../../domain/kernel/zone.ts';
import { relationOf } from '../../domain/locations/scope.ts';
import type { Cover } from '../../domain/membership/cover.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { ContractRecord } from '../contracts/contract-record.ts';
import { locationOf } from '../locations/load-locations.ts';
import { loadPlans, type Plans, termsIn } from '../plans/load-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import type { Rows } from '../platform/database/together.ts';
import { loadSchedules, scheduleFrom, takenQuery } from '../resources/load-schedules.ts';
import { bookedFrom, countedQuery, loadBooked, loadResource } from '../resources/load-resource.ts';
import { bookingCalendar, calendarSpan } from './booking-parts.ts';
import type { Loaded } from './load-facts.ts';
import { plansGiving } from './facts/plans-giving.ts';

export interface BookingQuestion {
  readonly resourceId: Id<'res'>;
  /** Given where it is loaded already. */
  readonly resource?: Resource;
  readonly during: Span;
  readonly at: Instant;
  /** The period for which the schedule is worked out: `during`, or 400 days where `allowedFrom` is asked. */
  readonly within: Span;
  readonly people?: number | null;
  /** What is taken of the resource and booked by the customer, where that was asked with others. */
  readonly rows?: BookingRows;
  /** The booking that is being changed does not stand in its own way. */
  readonly except?: Id<'bok'> | null;
}

/** What a booking asks of the database besides what every question does, for one statement. */
export const bookingQueries = (
  { resourceId, within, at, during }: Pick<BookingQuestion, 'resourceId' | 'within' | 'at' | 'during'>,
  customerId: Id<'cus'> | null,
) => ({
  taken: takenQuery(resourceId, within),
  counted: countedQuery(customerId, calendarSpan(at, during)),
});

export type BookingRows = Rows<ReturnType<typeof bookingQueries>>;

/**
 * The facts of a booking: those of the customer and the place, the resource, its schedule, what is booked
 * already.
 */
export async function loadBookingFacts(
  work: Work, { facts, locations, held }: Loaded<'book'>, asked: BookingQuestion,
): Promise<BookingFacts> {
  const { during, at, within, except = null, people = null } = asked;
  const resource = asked.resource ?? await loadResource(work, asked.resourceId);
  const { zone } = locationOf(locations, resource.locationId);
  const calendar = bookingCalendar(at, during, zone);
  const forPlans = resource.audience.level === 'plans';
  const countedIn = { start: calendar.starts[0]!, end: calendar.starts.at(-1)! };
  const [schedule, booked, plans] = await Promise.all([
    asked.rows === undefined
      ? loadSchedules(work, locations, [resource], { within, except }).then((of) => of.get(resource.id)!)
      : scheduleFrom(locations, resource, asked.rows.taken, { within, except }),
    asked.rows?.counted.map(bookedFrom).filter((one) => overlaps(one.during, countedIn))
      ?? (facts.customer === null || !limits(facts.customer) ? []
        : loadBooked(work, facts.customer.id, countedIn)),
    forPlans ? loadPlans(work) : new Map() as Plans,
  ]);
  const right = { resourceId: resource.id, typeId: resource.typeId };
  return {
    ...facts,
    customer:
      facts.customer === null ? null : withTurns(facts.customer, held, { plans: held?.plans, at, during }),
    during,
    resource,
    calendar,
    people,
    relation: relationOf(locations.tree, facts.locationId, resource.locationId),
    schedule,
    booked: booked.filter(({ bookingId }) => bookingId !== except),
    planNames: plansGiving(plans, resource.audience, right, at),
  };
}

const limits = ({ covers }: CustomerFacts): boolean => covers.some(({ stretches }) =>
  stretches.some(({ terms }) => Object.keys(terms.entitlements.bookingMinutesPer).length > 0));

type Held = Loaded<'book'>['held'];

/** Where cycles begin around the booking, for contracts whose plan limits a cycle. */
function withTurns(
  customer: CustomerFacts,
  held: Held,
  { plans, at, during }: { plans: Plans | undefined; at: Instant; during: Span },
): CustomerFacts {
  if (held === null || plans === undefined) return customer;
  const covers = customer.covers.map((cover): Cover => {
    const limited = cover.stretches.some(
      ({ terms }) => terms.entitlements.bookingMinutesPer.cycle !== undefined,
    );
    const contract = held.contracts.find(({ id }) => id === cover.contractId);
    return limited && contract !== undefined
      ? { ...cover, turnStarts: turnStarts(contract, plans, { at, during }) }
      : cover;
  });
  return { ...customer, covers };
}

function turnStarts(
  contract: ContractRecord,
  plans: Plans,
  { at, during }: { at: Instant; during: Span },
): Instant[] {
  const terms = termsIn(plans, at);
  const starts: Instant[] = [];
  let day = dayAt(instant(Math.min(at, during.start)), contract.zone);
  const last = addDays(dayAt(during.end, contract.zone), 400);
  while (day <= last && starts.length < 500) {
    const turn = contractTurnAt(contract, terms, day);
    starts.push(startOfDay(turn.startDay, contract.zone));
    day = turn.endDay;
  }
  return starts;
}
