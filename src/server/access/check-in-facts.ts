import { calendarFrom } from '../../domain/kernel/calendar.ts';
import { addDays } from '../../domain/kernel/day.ts';
import type { CheckInFacts, PassFacts } from '../../domain/access/facts.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { dayAt, startOfDay } from '../../domain/kernel/zone.ts';
import { timesClosed } from '../../domain/locations/closure.ts';
import { type OpeningFacts, openSpans } from '../../domain/resources/opening.ts';
import { openingFactsOf } from '../resources/opening-facts.ts';
import type { Loaded } from './load-facts.ts';

const DAY = 86_400_000;

/**
 * The facts of a check-in from those of the customer and the place, with what the check-ins' loader adds:
 * passes in the order of use, and the open stay. `within`: the period for which opening hours are worked out.
 */
export function checkInFactsOf(
  { facts, locations }: Loaded<'checkIn'>, within: Span,
  { passes, openStay }: { passes: readonly PassFacts[]; openStay: CheckInFacts['openStay'] },
): CheckInFacts {
  const opening = openingFactsOf(locations, facts.locationId);
  const isAlwaysOpen =
    opening.closures.length === 0 && opening.openingHours.every(({ hours }) => hours === null);
  return {
    ...facts, passes, openStay,
    openings: isAlwaysOpen ? null : openSpans({ ...opening, resourceHours: null }, within),
    ...(opening.closures.length > 0 && { closures: closuresIn(opening, within) }),
    calendar: calendarFrom(within.start, Math.ceil((within.end - within.start) / DAY) + 1, opening.zone),
  };
}

function closuresIn(
  { closures, zone }: Pick<OpeningFacts, 'closures' | 'zone'>, { start, end }: Span,
): CheckInFacts['closures'] & object {
  const times = timesClosed(closures, dayAt(start, zone), addDays(dayAt(end, zone), 1));
  return times.map(({ startDay, endDay, id, locationId }) => ({
    start: startOfDay(startDay, zone), end: startOfDay(endDay, zone),
    ...(id && { id }), ...(locationId && { locationId }),
  }));
}
