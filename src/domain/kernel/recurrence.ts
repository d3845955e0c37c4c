import { type Cycle, dayInMonth, daysOfMonth, monthOf } from './cycle.ts';
import { addDays, type Day, dayOfMonth, daysBetween, weekdayOf } from './day.ts';

/**
 * How something comes again, day by day (the subset of RFC 5545 that whole days need; its text is in
 * recurrence-text.ts). Days are of the place where it happens: which instants they cover is a question for
 * its zone, so that a clock change moves nothing. The first day belongs to it and is no part of the rule.
 */
export interface Recurrence {
  /** Every so many units: 1 to 1000. */
  readonly every: number;
  readonly unit: Cycle['unit'];
  /** Of weeks, 1 Monday to 7 Sunday, ascending; empty: the first day's. Weeks begin on Monday. */
  readonly weekdays: readonly number[];
  /** Of months and years: on the nth such weekday of the month (-1 the last), not on the first day's date. */
  readonly nth: NthWeekday | null;
  /** Where a month has no such date: its last day instead, or not at all. The date comes back later. */
  readonly shortMonth: 'last' | 'none';
  /** So many in all, exceptions counted too; null: no limit. */
  readonly count: number | null;
  /** None begins after this day; null: no limit. */
  readonly lastDay: Day | null;
  readonly exceptDays: readonly Day[];
}

export interface NthWeekday {
  readonly nth: 1 | 2 | 3 | 4 | 5 | -1;
  readonly weekday: number;
}

/** Comes again every unit on the first day's weekday or date, without end. */
export const recurring = (unit: Cycle['unit'], more: Partial<Recurrence> = {}): Recurrence => ({
  every: 1, unit, weekdays: [], nth: null, shortMonth: 'last', count: null, lastDay: null, exceptDays: [],
  ...more,
});

/** Whether the rule has its own first day, as it must: else the day would be no part of what it begins. */
export const holdsFirstDay = (rule: Recurrence, firstDay: Day): boolean =>
  daysOfStep({ ...rule, exceptDays: [] }, firstDay, 0).includes(firstDay);

/**
 * The days in order, from `from` on and before `until`. Nothing before `from` is walked through, unless the
 * rule has a count.
 */
export function* recurrences(rule: Recurrence, firstDay: Day, from: Day, until: Day): Generator<Day> {
  let left = rule.count ?? Infinity;
  for (let step = rule.count === null ? stepBefore(rule, firstDay, from) : 0; ; step += 1) {
    if (startOfStep(rule, firstDay, step) >= until) return;
    for (const day of daysOfStep(rule, firstDay, step)) {
      if (left <= 0 || day >= until || (rule.lastDay !== null && day > rule.lastDay)) return;
      left -= 1;
      if (day >= from && !rule.exceptDays.includes(day)) yield day;
    }
  }
}

/** A step that begins at or before the day, not far from it; the first is 0. */
function stepBefore({ every, unit }: Recurrence, firstDay: Day, from: Day): number {
  if (from <= firstDay) return 0;
  const units = unit === 'day' ? daysBetween(firstDay, from)
    : unit === 'week' ? Math.floor(daysBetween(mondayOf(firstDay), from) / 7)
      : unit === 'month' ? monthOf(from) - monthOf(firstDay)
        : Math.floor((monthOf(from) - monthOf(firstDay)) / 12);
  return Math.floor(units / every);
}

/** The first day that could be in a step: what ends the walk. */
function startOfStep({ every, unit }: Recurrence, firstDay: Day, step: number): Day {
  if (unit === 'day') return addDays(firstDay, every * step);
  if (unit === 'week') return addDays(mondayOf(firstDay), 7 * every * step);
  return dayInMonth(monthOf(firstDay) + monthsOf(unit) * every * step, 1);
}

function daysOfStep(rule: Recurrence, firstDay: Day, step: number): Day[] {
  const start = startOfStep(rule, firstDay, step);
  if (rule.unit === 'day') return [start];
  if (rule.unit === 'week') {
    const weekdays = rule.weekdays.length === 0 ? [weekdayOf(firstDay)] : rule.weekdays;
    return weekdays.map((weekday) => addDays(start, weekday - 1)).filter((day) => day >= firstDay);
  }
  const day = rule.nth === null ? dateIn(rule, start, dayOfMonth(firstDay)) : nthIn(start, rule.nth);
  return day === null || day < firstDay ? [] : [day];
}

function dateIn({ shortMonth }: Recurrence, firstOfMonth: Day, date: number): Day | null {
  if (shortMonth === 'none' && date > daysOfMonth(monthOf(firstOfMonth))) return null;
  return dayInMonth(monthOf(firstOfMonth), date);
}

/** Null where a month has no fifth. */
function nthIn(firstOfMonth: Day, { nth, weekday }: NthWeekday): Day | null {
  const first = 1 + (weekday - weekdayOf(firstOfMonth) + 7) % 7;
  const days = daysOfMonth(monthOf(firstOfMonth));
  const date = nth === -1 ? first + 7 * Math.floor((days - first) / 7) : first + 7 * (nth - 1);
  return date > days ? null : addDays(firstOfMonth, date - 1);
}

const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
const monthsOf = (unit: 'month' | 'year'): number => (unit === 'month' ? 1 : 12);
