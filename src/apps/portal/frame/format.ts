import { formatsFor } from '../../../api/texts/formats.ts';
import type { Day } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { dayAt, type Zone } from '../../../domain/kernel/zone.ts';
import type { Money } from '../../../domain/kernel/money.ts';

/** Dates, times and amounts in one language, at one location's clock. */
export interface Format {
  /** Tue 1 Dec. */
  day(day: Day): string;
  /** 1 Dec. */
  shortDay(day: Day): string;
  /** 1 December 2026. */
  fullDay(day: Day): string;
  /** Tue. */
  weekday(day: Day): string;
  /** The day of the month. */
  dayNumber(day: Day): string;
  /** The day at the location, `YYYY-MM-DD`. */
  isoDay(at: Instant): Day;
  time(at: Instant): string;
  /** `HHmm`, as addresses carry it, in any language. */
  clock(at: Instant): string;
  /** 10:00–11:00. */
  times(start: Instant, end: Instant): string;
  dayAt(at: Instant): string;
  dayAndTime(at: Instant): string;
  money(money: Money): string;
  /** Without cents where there are none. */
  shortMoney(money: Money): string;
  /** 1 h 30, 45 min. */
  minutes(minutes: number): string;
  number(value: number): string;
}

export function formatFor(language: string, zone: string): Format {
  const formats = formatsFor(language);
  const utc = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
  const weekdays = partOf(language, { weekday: 'short' });
  const wall = partOf('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  return {
    day: (day) => formats.day(day, 'weekday'),
    shortDay: (day) => formats.day(day, 'short'),
    fullDay: (day) => formats.day(day, 'dated'),
    weekday: (day) => weekdays(utc(day)).replace('.', ''),
    dayNumber: (day) => formats.number(Number(day.slice(8))),
    isoDay: (at) => dayAt(at, zone as Zone),
    time: (at) => formats.time(at, zone),
    clock: (at) => wall(at).replace(':', ''),
    times: (start, end) => formats.times(start, end, zone),
    dayAt: (at) => formats.dayAt(at, zone),
    dayAndTime: (at) => formats.at(at, zone),
    money: (money) => formats.money(money),
    shortMoney: (money) => formats.money(money, 'round'),
    minutes: (minutes) => formats.minutes(minutes),
    number: (value) => formats.number(value),
  };
}

/** Formatters are dear to make and kept. */
function partOf(locale: string, options: Intl.DateTimeFormatOptions): (at: number) => string {
  const key = `${locale} ${JSON.stringify(options)}`;
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  kept.set(key, format);
  return (at) => format.format(at);
}

const kept = new Map<string, Intl.DateTimeFormat>();
