import { type Day, dayOfMonth, parseDay, weekdayOf } from './day.ts';
import { holdsFirstDay, type NthWeekday, type Recurrence, recurring } from './recurrence.ts';

const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const;
const frequencies = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const known = [
  'FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTH', 'BYMONTHDAY', 'WKST', 'RSCALE', 'SKIP',
];
const mostEvery = 1000;
const mostCount = 1000;

/**
 * A rule as calendars write it (RFC 5545, RRULE), in the part that whole days need; null for any other text.
 * Without SKIP (RFC 7529) a date that a month does not have is left out, as calendars do. What names the
 * date again (BYMONTH, BYMONTHDAY) must name the first day's.
 */
export function parseRecurrence(text: string, firstDay: Day): Recurrence | null {
  const parts = partsOf(text);
  const unit = units[(parts?.get('FREQ') ?? '') as keyof typeof units] as Recurrence['unit'] | undefined;
  if (parts === null || unit === undefined || !isOfTheFirstDay(parts, unit, firstDay)) return null;
  const every = wholeOf(parts.get('INTERVAL') ?? '1', mostEvery);
  const count = parts.has('COUNT') ? wholeOf(parts.get('COUNT')!, mostCount) : null;
  const lastDay = parts.has('UNTIL') ? untilOf(parts.get('UNTIL')!) : null;
  const byDay = daysOf(parts.get('BYDAY') ?? null, unit);
  const skip = parts.get('SKIP') ?? 'OMIT';
  const isWhole = every !== undefined && count !== undefined && lastDay !== undefined && byDay !== undefined;
  if (!isWhole || (count !== null && lastDay !== null)) return null;
  if (skip !== 'OMIT' && skip !== 'BACKWARD') return null;
  const shortMonth = skip === 'BACKWARD' ? 'last' : 'none';
  const rule = recurring(unit, { every, count, lastDay, shortMonth, ...byDay });
  return holdsFirstDay(rule, firstDay) ? rule : null;
}

/** The text of a rule; its exceptions stand beside it (EXDATE in calendars). */
export function writeRecurrence(rule: Recurrence, firstDay: Day): string {
  const { every, unit, nth, count, lastDay } = rule;
  const days = nth === null ? rule.weekdays.map(nameOf) : [`${nth.nth}${nameOf(nth.weekday)}`];
  const bends = rule.shortMonth === 'last' && nth === null && (unit === 'month' || unit === 'year');
  return [
    ...(bends ? ['RSCALE=GREGORIAN'] : []),
    `FREQ=${frequencies[unit]}`,
    ...(every === 1 ? [] : [`INTERVAL=${every}`]),
    ...(unit === 'year' && nth !== null ? [`BYMONTH=${Number(firstDay.slice(5, 7))}`] : []),
    ...(days.length === 0 ? [] : [`BYDAY=${days.join(',')}`]),
    ...(count === null ? [] : [`COUNT=${count}`]),
    ...(lastDay === null ? [] : [`UNTIL=${lastDay.replaceAll('-', '')}`]),
    ...(bends ? ['SKIP=BACKWARD'] : []),
  ].join(';');
}

/** Null where a part is written twice, wrongly, or is none that is known here. */
function partsOf(text: string): Map<string, string> | null {
  const parts = new Map<string, string>();
  for (const part of text.trim().toUpperCase().replace(/^RRULE:/, '').split(';')) {
    const [, name, value] = /^([A-Z]+)=([A-Z0-9,+-]+)$/.exec(part) ?? [];
    if (name === undefined || value === undefined || !known.includes(name) || parts.has(name)) return null;
    parts.set(name, value);
  }
  const [weekStart, calendar] = [parts.get('WKST') ?? 'MO', parts.get('RSCALE') ?? 'GREGORIAN'];
  return weekStart === 'MO' && calendar === 'GREGORIAN' ? parts : null;
}

function isOfTheFirstDay(parts: Map<string, string>, unit: Recurrence['unit'], firstDay: Day): boolean {
  const [month, date] = [parts.get('BYMONTH'), parts.get('BYMONTHDAY')];
  const monthOfFirst = Number(firstDay.slice(5, 7));
  if (month !== undefined && (unit !== 'year' || Number(month) !== monthOfFirst)) return false;
  const hasDays = parts.has('BYDAY');
  // A numbered weekday without a month is one of the year, which nothing here needs.
  if (date === undefined) return unit !== 'year' || !hasDays || month !== undefined;
  return (unit === 'month' || unit === 'year') && !hasDays && Number(date) === dayOfMonth(firstDay);
}

const wholeOf = (text: string, most: number): number | undefined =>
  (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= most ? Number(text) : undefined);

/** A day; of an instant, its day, since days are all that is counted in. */
function untilOf(text: string): Day | undefined {
  const [, year, month, date] = /^(\d{4})(\d{2})(\d{2})(?:T\d{6}Z?)?$/.exec(text) ?? [];
  return parseDay(`${year}-${month}-${date}`) ?? undefined;
}

/** Plain weekdays of weeks, or one numbered weekday of a month; undefined for anything else. */
function daysOf(
  text: string | null, unit: Recurrence['unit'],
): Partial<Pick<Recurrence, 'weekdays' | 'nth'>> | undefined {
  if (text === null) return {};
  const days = text.split(',').map((one) => /^([+-]?\d)?([A-Z]{2})$/.exec(one));
  const numbers = days.map((one) => weekdays.indexOf(one?.[2] ?? '') + 1);
  if (numbers.includes(0)) return undefined;
  if (unit === 'week' && days.every((one) => one?.[1] === undefined))
    return { weekdays: [...new Set(numbers)].sort((a, b) => a - b) };
  const nth = Number(days[0]?.[1] ?? 0);
  if ((unit !== 'month' && unit !== 'year') || days.length !== 1 || ![1, 2, 3, 4, 5, -1].includes(nth))
    return undefined;
  return { nth: { nth: nth as NthWeekday['nth'], weekday: numbers[0]! } };
}

const nameOf = (weekday: number): string => weekdays[weekday - 1]!;

/** Which of its weekday in the month a day is, a fifth being the last: "the second Friday of the month". */
export function nthOf(of: Day): NthWeekday {
  const nth = Math.ceil(dayOfMonth(of) / 7) as NthWeekday['nth'];
  return { nth: nth === 5 ? -1 : nth, weekday: weekdayOf(of) };
}
