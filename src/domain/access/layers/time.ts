import { type Instant, instant, MINUTE } from '../../kernel/instant.ts';
import { type Calendar, dayIndexAt } from '../../kernel/calendar.ts';
import type { Layer, LayerOutcome } from '../decision.ts';
import type { BookingFacts } from '../facts.ts';
import { denyBetween, fix, passed } from '../outcome.ts';
import { claimsOver } from './claim.ts';

/**
 * Layer 9 compares the instant of asking with the booking's start (BKA-4): not in the past, enough notice,
 * not too far ahead. A start that is exactly as far off as the notice asks, or that is just now, may still be
 * booked.
 */
export const time: Layer<BookingFacts> = { layer: 'time', judge, edges };

const inTime = passed('time', 'inTime');

function judge(facts: BookingFacts, at: Instant): LayerOutcome {
  const { resource, during } = facts;
  const named = { thing: resource.name };
  const fixes = [fix.resource('changeLimits', resource.id)];
  if (during.start < at)
    return denyBetween('time', 'inThePast', { startAt: during.start }, { since: during.start });
  const notice = resource.noticeMinutesMin;
  if (at > during.start - notice * MINUTE) {
    return denyBetween('time', 'tooSoon', { ...named, noticeMinutes: notice },
      { since: instant(during.start - notice * MINUTE), fixes });
  }
  const days = horizonOf(facts);
  if (days === null) return inTime;
  const opensAt = opensFor(facts.calendar, during.start, days);
  if (opensAt === null || at >= opensAt) return inTime;
  return denyBetween(
    'time',
    'tooFarAhead',
    { ...named, horizonDays: days, opensAt },
    { until: opensAt, fixes },
  );
}

/**
 * The resource's days, or more where a contract that is in force at the booking's time opens more; null: any
 * day.
 */
function horizonOf({ resource, customer, during }: BookingFacts): number | null {
  const own = resource.horizonDays;
  if (own === null || customer === null) return own;
  let most = own;
  for (const { frozen, stretch } of claimsOver(customer.covers, during.start, during.end, valid)) {
    const { horizonDays } = stretch.terms.entitlements;
    if (frozen === null && horizonDays !== null && horizonDays > most) most = horizonDays;
  }
  return most;
}

const valid = ({ validHere }: { validHere: boolean }): boolean => validHere;

/**
 * The first midnight from which a start lies within so many days; null where the calendar begins later than
 * that.
 */
function opensFor(calendar: Calendar, start: Instant, days: number): Instant | null {
  const index = dayIndexAt(calendar, start) - days;
  return index < 0 ? null : calendar.starts[index] ?? null;
}

/** A moment after the last at which it may be booked, and the midnight from which it may. */
function edges(facts: BookingFacts, into: Instant[]): void {
  const { resource, during, calendar } = facts;
  into.push(instant(during.start + 1), instant(during.start - resource.noticeMinutesMin * MINUTE + 1));
  const days = horizonOf(facts);
  if (days === null) return;
  const opensAt = opensFor(calendar, during.start, days);
  if (opensAt !== null) into.push(opensAt);
}
