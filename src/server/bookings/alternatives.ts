import { presentDecision } from '../../api/decision.ts';
import { text } from '../../api/schema.ts';
import { decideBooking } from '../../domain/access/booking-decision.ts';
import type { BookingFacts } from '../../domain/access/facts.ts';
import { mayBook } from '../../domain/bookings/priced-decision.ts';
import { HOUR, type Instant, instant, minutesBetween } from '../../domain/kernel/instant.ts';
import type { Span } from '../../domain/kernel/interval.ts';
import { candidatesIn, nearest } from '../../domain/resources/starts.ts';
import { readerOf } from '../access/who-reads.ts';
import { Problem } from '../platform/http/problem.ts';
import type { Work } from '../platform/work/shell.ts';
import type { LoadedBooking } from './load-booking.ts';

/** The free times nearest to one that is taken, as the function that shows them says (BKA-2). */
function alternativesTo({ facts, pricing }: LoadedBooking, at: Instant): Span[] {
  const { during } = facts;
  const within = {
    start: instant(Math.max(at, during.start - 24 * HOUR)), end: instant(during.end + 24 * HOUR),
  };
  const minutes = minutesBetween(during.start, during.end);
  const { schedule, resource: { stepMinutes } } = facts;
  const candidates = candidatesIn(schedule, within, { minutes, stepMinutes });
  const isFree = (span: Span): boolean => mayBook({ ...facts, during: span, pricing }, at);
  return nearest(candidates, during.start, { count: 3, isFree });
}

/**
 * 409 for a slot that somebody else has, with free times nearby (BKG-1). To a customer it is a refusal like
 * any other, and is kept with its decision (R18); time that staff block is nobody's.
 */
export function slotTaken(loaded: LoadedBooking, { caller, now: at }: Pick<Work, 'caller' | 'now'>): Problem {
  const { resource, pricing } = loaded;
  const facts: BookingFacts = { ...loaded.facts, pricing };
  const decision = decideBooking(facts, { at });
  const isKept = facts.customer !== null && !decision.allowed;
  return new Problem('slotTaken', {
    with: {
      alternatives: alternativesTo(loaded, at).map(({ start, end }) => ({
        resourceId: resource.id, resourceName: resource.name, startAt: text(start), endAt: text(end),
      })),
      ...(isKept && { decision: presentDecision(decision, readerOf(caller, decision)) }),
    },
    ...(isKept && { refused: { decision, facts } }),
  });
}
