import type { Day } from '../../domain/kernel/day.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { Language } from './language.ts';

/**
 * How a day reads: `short` 3 Dec · `weekday` Thu 3 Dec · `dated` 3 Dec 2026 · `full` Thursday 3 December
 * 2026 · `heading` Thursday 3 December · `month` December 2026.
 */
export type DayStyle = 'short' | 'weekday' | 'dated' | 'full' | 'heading' | 'month';

/** An instant as code carries it, or as the wire does (RFC 3339). */
export type Moment = Instant | number | string;

/** Money of the domain or of the wire: minor units and an ISO 4217 code (MNY-1). */
export interface Amount {
  readonly amount: number;
  readonly currency: string;
}

/** Everything that must be written differently in another language. Zones are IANA names. */
export interface Formats {
  /** €1,240.00, with the digits of its currency; `round` leaves out a zero fraction: €1,240. */
  readonly money: (of: Amount, style?: 'round') => string;
  readonly number: (of: number) => string;
  /** A share of one as a percentage with at most one digit: 0.07 is 7 %. */
  readonly percent: (share: number) => string;
  readonly day: (of: Day | string, style?: DayStyle) => string;
  /** The day at an instant on a wall in the zone. */
  readonly dayAt: (at: Moment, zone: string, style?: DayStyle) => string;
  /** 10:00, or 10:00 am where people write so. */
  readonly time: (at: Moment, zone: string) => string;
  /** Thu 3 Dec, 10:00 */
  readonly at: (at: Moment, zone: string, style?: DayStyle) => string;
  /** Tue 1 Dec, 10:00–11:00; both days where they differ. */
  readonly during: (start: Moment, end: Moment, zone: string) => string;
  /** 10:00–11:00 */
  readonly times: (start: Moment, end: Moment, zone: string) => string;
  /** The zone's short name at an instant: CET, GMT+5:30. */
  readonly zoneName: (at: Moment, zone: string) => string;
  /** 45 min, 2 h, 1 h 30 */
  readonly minutes: (minutes: number) => string;
  /** Monday for 1, Sunday for 7. */
  readonly weekday: (isoWeekday: number, style?: 'short' | 'long') => string;
  /** a, b and c */
  readonly list: (of: readonly string[]) => string;
  /** The name of a country by ISO 3166 code, or of a currency by ISO 4217 code. */
  readonly nameOfCurrency: (code: string) => string;
}

const kept = new Map<string, Formats>();

/** Formats are dear to make and cheap to use, so each language's are made once. */
export function formatsFor(language: Language): Formats {
  const known = kept.get(language) ?? makeFormats(language);
  kept.set(language, known);
  return known;
}

function makeFormats(language: Language): Formats {
  const locale = localeOf(language);
  const dates = keptFormats(
    (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  );
  const numbers = keptFormats((options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, options));
  const days = keptTexts();
  const dayIn = (at: number, zone: string, style: DayStyle) => days(`${at} ${zone} ${style}`, () =>
    headed(tidied(dates({ ...dayParts[style], timeZone: zone }).formatToParts(at), locale), style, locale));
  const clocks = keptTexts();
  const time = (at: Moment, zone: string) => clocks(`${ms(at)} ${zone}`, () =>
    dates({ ...clock, timeZone: zone }).format(ms(at)));
  const amounts = keptTexts();
  const at = (moment: Moment, zone: string, style: DayStyle = 'weekday') =>
    `${dayIn(ms(moment), zone, style)}${comma(locale)} ${time(moment, zone)}`;
  const times = (start: Moment, end: Moment, zone: string) => `${time(start, zone)}–${time(end, zone)}`;
  return {
    money: (of, style) => amounts(`${of.amount} ${of.currency} ${style}`, () => {
      const digits = numbers({ style: 'currency', currency: of.currency }).resolvedOptions();
      const scale = 10 ** (digits.maximumFractionDigits ?? 2);
      const whole = style === 'round' && of.amount % scale === 0 ? { maximumFractionDigits: 0 } : {};
      // A true minus: as wide as the figures it stands before.
      return numbers({ style: 'currency', currency: of.currency, ...whole })
        .format(of.amount / scale)
        .replace('-', '−');
    }),
    number: (of) => numbers({}).format(of),
    percent: (share) => numbers({ style: 'percent', maximumFractionDigits: 1 }).format(share),
    day: (of, style = 'short') => dayIn(Date.parse(`${of}T00:00:00Z`), 'UTC', style),
    dayAt: (moment, zone, style = 'weekday') => dayIn(ms(moment), zone, style),
    time,
    at,
    times,
    during: (start, end, zone) =>
      dayIn(ms(start), zone, 'dated') === dayIn(ms(end) - 1, zone, 'dated')
        ? `${dayIn(ms(start), zone, 'weekday')}${comma(locale)} ${times(start, end, zone)}`
        : `${at(start, zone)} – ${at(end, zone)}`,
    zoneName: (moment, zone) =>
      dates({ timeZone: zone, timeZoneName: 'short' })
        .formatToParts(ms(moment))
        .find((part) => part.type === 'timeZoneName')?.value ?? zone,
    minutes: (minutes) => durationText(minutes, language, (of) => numbers({}).format(of)),
    weekday: (isoWeekday, style = 'long') =>
      dates({ weekday: style, timeZone: 'UTC' }).format(Date.UTC(2024, 0, isoWeekday)),
    list: (of) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(of),
    nameOfCurrency: (code) => new Intl.DisplayNames([locale], { type: 'currency' }).of(code) ?? code,
  };
}

/** English is British here; Arabic keeps the digits that ids, times and amounts on paper have. */
function localeOf(language: Language): string {
  if (language === 'en') return 'en-GB';
  return language === 'ar' ? 'ar-u-nu-latn' : language;
}

const clock = { hour: '2-digit', minute: '2-digit' } as const;

const dayParts: Record<DayStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  weekday: { weekday: 'short', day: 'numeric', month: 'short' },
  dated: { day: 'numeric', month: 'short', year: 'numeric' },
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  heading: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
};

const comma = (locale: string): string => (locale.startsWith('ar') ? '،' : ',');

/** A day that stands as a heading begins like a sentence: Mardi 1er décembre. */
const headed = (text: string, style: DayStyle, locale: string): string =>
  style === 'heading' ? text.charAt(0).toLocaleUpperCase(locale) + text.slice(1) : text;

/**
 * British dates are written without the comma after the weekday, and without "Sept"; a French month begins
 * with its 1er.
 */
function tidied(parts: readonly Intl.DateTimeFormatPart[], locale: string): string {
  return parts
    .map((part, place) => {
      if (locale.startsWith('fr') && part.type === 'day' && part.value === '1') return '1er';
      if (!locale.startsWith('en')) return part.value;
      if (part.type === 'month') return part.value.replace('Sept', part.value.length === 4 ? 'Sep' : 'Sept');
      return part.type === 'literal' && parts[place - 1]?.type === 'weekday' ? ' ' : part.value;
    })
    .join('');
}

function durationText(minutes: number, language: Language, number: (of: number) => string): string {
  const [hour, minute] = language === 'ar' ? ['س', 'د'] : ['h', 'min'];
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const sign = minutes < 0 ? '−' : '';
  if (hours === 0) return `${sign}${number(rest)}\u00a0${minute}`;
  const ending = rest === 0 ? '' : `\u00a0${String(rest).padStart(2, '0')}`;
  return `${sign}${number(hours)}\u00a0${hour}${ending}`;
}

const ms = (moment: Moment): number => (typeof moment === 'string' ? Date.parse(moment) : moment);

/** The same few times and amounts are written again and again: on a page, in a letter and its line. */
function keptTexts(): (key: string, write: () => string) => string {
  const texts = new Map<string, string>();
  return (key, write) => {
    const known = texts.get(key);
    if (known !== undefined) return known;
    const text = write();
    if (texts.size >= textsMost) texts.clear();
    texts.set(key, text);
    return text;
  };
}

const textsMost = 1000;

function keptFormats<Options, Format>(make: (options: Options) => Format): (options: Options) => Format {
  const made = new Map<string, Format>();
  return (options) => {
    const key = JSON.stringify(options);
    const format = made.get(key) ?? make(options);
    made.set(key, format);
    return format;
  };
}
