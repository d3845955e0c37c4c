import type { BookingFacts, CustomerFacts } from '../../domain/access/facts.ts';
import { contractTurnAt } from '../../domain/contracts/turns.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { Id } from '../../domain/kernel/id.ts';
import { type Instant, instant } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { dayAt, startOfDay } from '../../domain/kernel/zone.ts';
import type { Cover } from '../../domain/membership/cover.ts';
import type { Resource } from '../../domain/resources/resource.ts';
import type { ContractRecord } from '../contracts/contract-record.ts';
import { locationOf } from '../locations/load-locations.ts';
import { loadPlans, type Plans, termsIn } from '../plans/load-plans.ts';
import type { Work } from '../platform/work/shell.ts';
import { loadSchedules } from '../resources/load-schedules.ts';
import { loadBooked, loadResource } from '../resources/load-resource.ts';
import { bookingCalendar, relationOf } from './booking-parts.ts';
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
  /** The booking that is being changed does not stand in its own way. */
  readonly except?: Id<'bok'> | null;
}

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
  const [schedules, booked, plans] = await Promise.all([
    loadSchedules(work, locations, [resource], { within, except }),
    facts.customer === null || !limits(facts.customer) ? [] : loadBooked(work, facts.customer.id,
      { start: calendar.starts[0]!, end: calendar.starts.at(-1)! }),
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
    schedule: schedules.get(resource.id)!,
    booked: booked.filter(({ bookingId }) => bookingId !== except),
    planNames: plansGiving(plans, resource.audience, right, at),
  };
}

const limits = ({ covers }: CustomerFacts): boolean => covers.some(({ stretches }) =>
  stretches.some(({ terms }) => Object.keys(terms.entitlements.bookingMinutesPer).length > 0));

type Held = { readonly contracts: readonly ContractRecord[]; readonly plans: Plans } | null;

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
