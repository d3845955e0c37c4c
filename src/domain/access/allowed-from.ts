import { addDays } from '../kernel/day.ts';
import { addMinutes, type Instant, instant, MINUTE } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { wallTime } from '../kernel/zone.ts';
import type { RateTerms } from '../resources/rate.ts';
import { HORIZON } from './decide.ts';
import type { BookingFacts } from './facts.ts';
import { freeze } from './layers/freeze.ts';
import { plan } from './layers/plan.ts';
import { portalAccess } from './layers/portal-access.ts';
import { rules } from './layers/rules.ts';
import { schedule } from './layers/schedule.ts';
import { standing } from './layers/standing.ts';
import { suspension } from './layers/suspension.ts';
import { thing } from './layers/thing.ts';
import { time } from './layers/time.ts';

/** Layers whose answer depends on when the booking is: the others say the same for every start. */
const ofStart = [standing, freeze, plan, thing, schedule, rules, time];
const ofAsking = [portalAccess, suspension];

/** ACC-1: the earliest start of the same length, within 400 days, that would be allowed if asked at `at`. */
export function allowedFrom(facts: BookingFacts, at: Instant): Instant | null {
  if (ofAsking.some(({ judge }) => judge(facts, at).outcome === 'deny')) return null;
  const length = facts.during.end - facts.during.start;
  for (const start of startsAfter(facts, at)) {
    const moved = { ...facts, during: { start, end: (start + length) as Instant } };
    if (ofStart.every(({ judge }) => judge(moved, at).outcome !== 'deny')) return start;
  }
  return null;
}

/**
 * Where a refusal can end as the start moves on: an opening, the end of a booking, the beginning of a
 * contract, the end of a freeze, plan hours, a new day, week or cycle of a limit, the hours of a rate,
 * another setting; each moved to the next step of the day's grid.
 */
function startsAfter(facts: BookingFacts, at: Instant): Instant[] {
  const { resource, schedule: { days, taken } } = facts;
  const from = instant(at + resource.noticeMinutesMin * MINUTE);
  const starts = new Set<Instant>();
  const add = (start: Instant): void => {
    const aligned = onGrid(facts, start < from ? from : start);
    if (aligned >= from && aligned <= at + HORIZON) starts.add(aligned);
  };
  add(at);
  for (const { open } of days) for (const { start, end } of open) if (end > from) add(start);
  for (const list of taken) {
    for (const { blocked } of list)
      if (blocked.end > from) add(addMinutes(blocked.end, resource.bufferBeforeMinutes));
  }
  for (const turn of [...ofContracts(facts), ...facts.places.map(({ start }) => start)]) {
    if (turn <= from) continue;
    add(turn);
    // From here on the booking reaches into what comes after: what held throughout holds no more.
    add(instant(turn - (facts.during.end - facts.during.start) + 1));
  }
  for (const start of [...ofPrices(facts), ...ofDebts(facts)]) if (start > from) add(start);
  return [...starts].sort((a, b) => a - b);
}

function* ofContracts({ customer, calendar }: BookingFacts): Generator<Instant> {
  for (const { stretches, turnStarts } of customer?.covers ?? []) {
    yield* turnStarts;
    for (const { start, end, hours, terms } of stretches) {
      yield start;
      if (end !== null) yield end;
      for (const span of hours ?? []) yield span.start;
      const { day, week } = terms.entitlements.bookingMinutesPer;
      if (day !== undefined || week !== undefined) yield* calendar.starts;
    }
  }
}

/** Rates begin and end, and hold on some days and hours. */
function* ofPrices(facts: BookingFacts): Generator<Instant> {
  const { rates = [] } = facts.pricing ?? {};
  for (const { versions, endedAt } of rates) {
    if (endedAt !== null) yield endedAt;
    for (const { inForceFrom, terms } of versions) {
      yield inForceFrom;
      if (terms.weekdays !== null || terms.hours !== null) yield* ofDays(facts, terms);
    }
  }
}

function* ofDays({ calendar, pricing }: BookingFacts, { hours }: RateTerms): Generator<Instant> {
  const { firstDay, starts } = calendar;
  const minute = hours?.fromMinute ?? 0;
  for (const [index, start] of starts.entries()) {
    const isPlain = (starts[index + 1] ?? start) - start === DAY;
    yield isPlain ? addMinutes(start, minute) : wallTime(addDays(firstDay, index), minute, pricing!.zone);
  }
}

function* ofDebts({ places }: BookingFacts): Generator<Instant> {
  for (const { overdue } of places) for (const { end } of overdue?.debts ?? []) if (end !== null) yield end;
}

/** Starts are counted in steps from the opening that holds them; outside openings there is no grid. */
export function onGrid({ resource, schedule: { days } }: BookingFacts, start: Instant): Instant {
  const span = openAt(days, start);
  if (span === null) return start;
  const step = resource.stepMinutes * MINUTE;
  return (span.start + Math.ceil((start - span.start) / step) * step) as Instant;
}

function openAt(days: BookingFacts['schedule']['days'], at: Instant): Span | null {
  let low = 0;
  let high = days.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const { during, open } = days[middle]!;
    if (at < during.start) high = middle - 1;
    else if (at >= during.end) low = middle + 1;
    else return open.find((span) => span.start <= at && at < span.end) ?? null;
  }
  return null;
}

const DAY = 86_400_000;
