import { addDays, type Day, dayOfMonth } from '../../../../../domain/kernel/day.ts';
import { recurring, type Recurrence } from '../../../../../domain/kernel/recurrence.ts';
import { nthOf, parseRecurrence, writeRecurrence } from '../../../../../domain/kernel/recurrence-text.ts';
import { type ClosedTime, timesClosed } from '../../../../../domain/locations/closure.ts';
import { type ClosureAnswered, closedDaysOf } from '../../../data/closed-days.ts';

/** The ways of coming again that the form offers; `other` is a rule that came by the API. */
export const repeatWays = ['never', 'yearly', 'monthly', 'nthWeekday', 'weekly', 'fortnightly'] as const;
export type RepeatWay = (typeof repeatWays)[number] | 'other';

const rules: Readonly<Record<(typeof repeatWays)[number], (first: Day) => Recurrence | null>> = {
  never: () => null,
  yearly: () => recurring('year'),
  monthly: () => recurring('month'),
  nthWeekday: (first) => recurring('month', { nth: nthOf(first) }),
  weekly: () => recurring('week'),
  fortnightly: () => recurring('week', { every: 2 }),
};

/** The rule to send; a date that every month has needs no word about shorter months. */
export function ruleText(way: (typeof repeatWays)[number], first: Day): string | null {
  const rule = rules[way](first);
  if (rule === null) return null;
  return writeRecurrence(dayOfMonth(first) > 28 ? rule : { ...rule, shortMonth: 'none' }, first);
}

/** Which of the ways a closure comes again by. */
export function wayOf({ repeats = null, startDay }: ClosureAnswered): RepeatWay {
  if (repeats === null) return 'never';
  const rule = parseRecurrence(repeats, startDay as Day);
  if (rule === null || rule.count !== null || rule.lastDay !== null) return 'other';
  const same = (way: (typeof repeatWays)[number]): boolean => ruleText(way, startDay as Day) === repeats;
  return repeatWays.find(same) ?? 'other';
}

const YEAR = 366;

/** The time that it closes now or next, within a year; null where none comes. */
export const nextTime = (closure: ClosureAnswered, today: Day): ClosedTime | null =>
  timesClosed(closedDaysOf([closure]), today, addDays(today, closure.repeats ? YEAR : 10 * YEAR))[0] ?? null;
