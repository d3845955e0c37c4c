import type { Day } from '../../../domain/kernel/day.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { dayAt as dayAtZone, type Zone } from '../../../domain/kernel/zone.ts';
import { minorDigits, type Money } from '../../../domain/kernel/money.ts';

/** Dates, times, amounts and durations in one language, at one location's clock (zone names are IANA's). */
export interface Format {
  /** Tue 1 Dec; with the year where it is not this one's. */
  day(day: Day): string;
  /** 1 Dec. */
  shortDay(day: Day): string;
  /** 1 December 2026. */
  fullDay(day: Day): string;
  /** The day at the location, `YYYY-MM-DD`. */
  isoDay(at: Instant): Day;
  weekday(day: Day): string;
  dayNumber(day: Day): string;
  time(at: Instant): string;
  /** 10:00–11:00. */
  times(start: Instant, end: Instant): string;
  /** The day at the location that holds this instant. */
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
  const kept = formats.get(`${language} ${zone}`);
  if (kept !== undefined) return kept;
  const made = makeFormat(language, zone);
  formats.set(`${language} ${zone}`, made);
  return made;
}

function makeFormat(language: string, zone: string): Format {
  const locale = localeOf(language);
  const dates = (options: Intl.DateTimeFormatOptions, timeZone: string) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone });
  const short = dates({ day: 'numeric', month: 'short' }, 'UTC');
  const middle = dates({ weekday: 'short', day: 'numeric', month: 'short' }, 'UTC');
  const full = dates({ day: 'numeric', month: 'long', year: 'numeric' }, 'UTC');
  const weekday = dates({ weekday: 'short' }, 'UTC');
  const number = dates({ day: 'numeric' }, 'UTC');
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone);
  const dayHere = dates({ weekday: 'short', day: 'numeric', month: 'short' }, zone);
  const numbers = new Intl.NumberFormat(locale);
  const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
  const tidy = (text: string): string => text.replace(',', '');
  return {
    day: (day) => tidy(middle.format(utc(day))),
    shortDay: (day) => short.format(utc(day)),
    fullDay: (day) => full.format(utc(day)),
    isoDay: (at) => dayAtZone(at, zone as Zone),
    weekday: (day) => weekday.format(utc(day)).replace('.', ''),
    dayNumber: (day) => number.format(utc(day)).replace('.', ''),
    time: (at) => clock.format(at),
    times: (start, end) => `${clock.format(start)}–${clock.format(end)}`,
    dayAt: (at) => tidy(dayHere.format(at)),
    dayAndTime: (at) => `${tidy(dayHere.format(at))}${language === 'ar' ? '،' : ','} ${clock.format(at)}`,
    money: (money) => amountIn(locale, money, minorDigits(money.currency)),
    shortMoney: (money) => amountIn(locale, money, money.amount % 10 ** minorDigits(money.currency) === 0 ? 0 : minorDigits(money.currency)),
    minutes: (minutes) => durationIn(locale, minutes),
    number: (value) => numbers.format(value),
  };
}

/** British English is the source; Arabic keeps Latin digits, which its readers of times and money expect here. */
const localeOf = (language: string): string =>
  language === 'en' ? 'en-GB' : language === 'ar' ? 'ar-u-nu-latn' : language;

function amountIn(locale: string, { amount, currency }: Money, digits: number): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency', currency, currencyDisplay: 'narrowSymbol', minimumFractionDigits: digits, maximumFractionDigits: digits,
  });
  return format.format(amount / 10 ** minorDigits(currency)).replace('-', '−');
}

function durationIn(locale: string, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const unit = (value: number, name: 'hour' | 'minute'): string =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value);
  if (hours === 0) return locale === 'en-GB' ? `${rest} min` : unit(rest, 'minute');
  if (rest === 0) return locale === 'en-GB' ? `${hours} h` : unit(hours, 'hour');
  if (locale === 'en-GB') return `${hours} h ${String(rest).padStart(2, '0')}`;
  return `${unit(hours, 'hour')} ${unit(rest, 'minute')}`;
}

const formats = new Map<string, Format>();
