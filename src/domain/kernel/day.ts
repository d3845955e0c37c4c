import { Temporal } from 'temporal-polyfill';

/** A calendar day, `YYYY-MM-DD`. Which instants it covers is a question for a zone. Days compare as texts. */
export type Day = string & { readonly brand: 'Day' };

/** Days from `startDay` up to, and without, `endDay`; null means for good (CON-2). */
export interface DayPeriod {
  readonly startDay: Day;
  readonly endDay: Day | null;
}

/** The years that are counted in: further off, sums of days and cycles would leave the calendar. */
export const isYearCounted = (year: number): boolean => year >= 1900 && year < 2200;

/** Null when the text is not a day that exists, in a year that is counted in. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const [year, month, dayOfMonth] = text.split('-').map(Number) as [number, number, number];
  const exists = isYearCounted(year) && month >= 1 && month <= 12
    && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month);
  return exists ? (text as Day) : null;
}

/** For days that are known to be days: throws on anything else. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === null) throw new RangeError(`not a day: ${text}`);
  return parsed;
}

export const addDays = (from: Day, days: number): Day =>
  new Date(utc(from) + days * 86_400_000).toISOString().slice(0, 10) as Day;

/** The same day of the month, or its last day where the month is shorter (CYC-1). */
export const addMonths = (from: Day, months: number): Day =>
  Temporal.PlainDate.from(from).add({ months }).toString() as Day;

export const daysBetween = (from: Day, to: Day): number => Math.round((utc(to) - utc(from)) / 86_400_000);

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export const weekdayOf = (of: Day): number => new Date(utc(of)).getUTCDay() || 7;

export const dayOfMonth = (of: Day): number => Number(of.slice(8));

export const earlierDay = (a: Day, b: Day): Day => (a < b ? a : b);
export const laterDay = (a: Day, b: Day): Day => (a > b ? a : b);

export const periodHasDay = (period: DayPeriod, on: Day): boolean =>
  period.startDay <= on && (period.endDay === null || on < period.endDay);

const utc = (of: Day): number => Date.parse(`${of}T00:00:00Z`);

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
