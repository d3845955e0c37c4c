import type { Instant } from '../../kernel/instant.ts';
import type { Span } from '../../kernel/interval.ts';
import { obstacleIn } from '../../resources/schedule.ts';
import type { Layer, LayerOutcome } from '../decision.ts';
import type { BookingFacts } from '../facts.ts';
import { denyBetween, fix, pass } from '../outcome.ts';

/**
 * Layer 7: opening hours, closures, the resource's hours, bookings with their buffers, linked resources
 * (BKA-1).
 */
export const schedule: Layer<BookingFacts> = { layer: 'schedule', judge, edges: () => undefined };

function judge(facts: BookingFacts): LayerOutcome {
  const { resource, during, locationId } = facts;
  const obstacle = obstacleIn(facts.schedule, during);
  const named = { thing: resource.name };
  const isOfItsOwn = resource.hours !== null;
  if (obstacle === null) return pass('schedule', 'free', named);
  const until = freeFrom(facts);
  if (obstacle.code === 'closure') {
    const { reason, startDay, endDay, id, locationId: closedAt = locationId } = obstacle.closure;
    return denyBetween('schedule', 'closure', { reason, startDay, endDay },
      { until, fixes: [fix.removeClosure(closedAt, id)] });
  }
  if (obstacle.code === 'closed') {
    return denyBetween('schedule', 'closed', { ...named, ...hoursAround(obstacle.open, during) },
      { until, fixes: [isOfItsOwn ? fix.resource('changeLimits', resource.id)
        : fix.location('changeOpeningHours', locationId)] });
  }
  return denyBetween('schedule', 'occupied', { ...named, freeAt: obstacle.until },
    { until: obstacle.until, fixes: obstacle.bookingIds.map((id) => fix.cancelBooking(id)) });
}

/** When it is open that day: what somebody who came at a wrong time wants to hear. */
function hoursAround(
  open: readonly Span[],
  during: Span,
): { opensAt: number | null; closesAt: number | null } {
  const next = open.find(({ start }) => start > during.start) ?? null;
  const then = open.findLast(({ start }) => start <= during.start) ?? null;
  return { opensAt: next?.start ?? null, closesAt: then?.end ?? null };
}

/** The next opening in which a period of this length has room, whoever has booked in it. */
function freeFrom({ schedule: { open }, during }: BookingFacts): Instant | null {
  const length = during.end - during.start;
  for (const span of open) {
    if (span.start > during.start && span.end - span.start >= length) return span.start;
  }
  return null;
}
