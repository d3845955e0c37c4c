import { addDays, type Day, weekdayOf } from '../kernel/day.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Span } from '../kernel/interval.ts';
import { dayAt, startOfDay, wallTime, type Zone } from '../kernel/zone.ts';
import { type ClosedDays, type ClosedTime, timesClosed } from '../locations/closure.ts';
import type { WeekHours } from '../locations/setting.ts';

const DAY = 86_400_000;

/** When a resource can be used, before anybody has booked it. */
export interface OpeningFacts {
  readonly zone: Zone;
  /**
   * The location's hours by the instant they come into force, ascending; the first is in force before it too.
   */
  readonly openingHours: readonly DatedHours[];
  /** The resource's own hours; null: as long as the location is open. */
  readonly resourceHours: WeekHours | null;
  readonly closures: readonly ClosedDays[];
}

export interface DatedHours {
  readonly inForceFrom: Instant;
  /** Null: never closed. */
  readonly hours: WeekHours | null;
}

/** The periods of one day that are open, as instants: resolved once a day, never once a slot (BKG-6). */
export interface OpenDay {
  readonly day: Day;
  readonly during: Span;
  readonly open: readonly Span[];
  /** What closes it where nothing is open at some time; both may hold. */
  readonly closure: ClosedTime | null;
}

/**
 * The days that touch the period, in order. Hours that change count for the whole day on which they do, so
 * that starts are counted from an opening and not from the instant of the change.
 */
export function openDays(facts: OpeningFacts, within: Span): OpenDay[] {
  const days: OpenDay[] = [];
  let day = dayAt(within.start, facts.zone);
  // As far as the days can reach, without asking the zone once more.
  const reach = 2 + Math.ceil((within.end - within.start) / DAY);
  const closed = timesClosed(facts.closures, day, addDays(day, reach));
  let start = startOfDay(day, facts.zone);
  while (start < within.end) {
    const next = addDays(day, 1);
    const end = startOfDay(next, facts.zone);
    days.push(openDay(facts, closed, day, { start, end }));
    day = next;
    start = end;
  }
  return days;
}

/**
 * Open periods in order, joined where one day's end is the next one's start. Hours hold from the very instant
 * from which they are in force, so that a past instant is asked about by the hours of then (MEM-2).
 */
export function openSpans(facts: OpeningFacts, within: Span): Span[] {
  const { openingHours } = facts;
  const inForce = openingHours.filter(({ inForceFrom }, index) => {
    const end = openingHours[index + 1]?.inForceFrom;
    return (index === 0 || inForceFrom < within.end) && (end === undefined || end > within.start);
  });
  if (inForce.length < 2) return joined(openDays(facts, within).flatMap(({ open }) => open));
  return joined(inForce.flatMap((hours, index) => {
    const first = index === 0 ? within.start - 2 * DAY : hours.inForceFrom;
    const last = inForce[index + 1]?.inForceFrom ?? within.end + 2 * DAY;
    const days = openDays({ ...facts, openingHours: [hours] }, within);
    return commonSpans([{ start: first as Instant, end: last as Instant }], days.flatMap(({ open }) => open));
  }));
}

/** Spans in order of their start, joined where they touch or overlap. */
export function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) {
      if (span.end > last.end) result[result.length - 1] = { start: last.start, end: span.end };
    } else result.push(span);
  }
  return result;
}

function openDay(facts: OpeningFacts, closed: readonly ClosedTime[], day: Day, during: Span): OpenDay {
  const closure = closed.find(({ startDay, endDay }) => startDay <= day && day < endDay) ?? null;
  if (closure !== null) return { day, during, open: [], closure };
  const location = hoursOn(hoursAt(facts.openingHours, (during.end - 1) as Instant), day, facts.zone, during);
  const own = hoursOn(facts.resourceHours, day, facts.zone, during);
  return { day, during, open: commonSpans(location, own), closure };
}

function hoursAt(dated: readonly DatedHours[], at: Instant): WeekHours | null {
  const last = dated.findLast(({ inForceFrom }) => inForceFrom <= at) ?? dated[0];
  return last?.hours ?? null;
}

/** A period may run past midnight (its end over 1440): its second part belongs to the next day. */
function hoursOn(hours: WeekHours | null, day: Day, zone: Zone, during: Span): Span[] {
  if (hours === null) return [during];
  return joined([addDays(day, -1), day].flatMap((of) => periodsOf(hours, of, zone, during)));
}

function periodsOf(hours: WeekHours, of: Day, zone: Zone, during: Span): Span[] {
  const periods = hours[weekdayOf(of) as keyof WeekHours] ?? [];
  return commonSpans([during], periods.map(({ fromMinute, untilMinute }) => ({
    start: wallTime(of, fromMinute, zone),
    end: wallTime(of, untilMinute, zone),
  })));
}

/** What lies in both lists, each in order and without overlaps of its own. */
function commonSpans(some: readonly Span[], others: readonly Span[]): Span[] {
  const common: Span[] = [];
  for (const one of some) {
    for (const other of others) {
      const start = one.start > other.start ? one.start : other.start;
      const end = one.end < other.end ? one.end : other.end;
      if (start < end) common.push({ start, end });
    }
  }
  return common;
}
