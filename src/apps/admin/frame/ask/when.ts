import { addDays, type Day, parseDay, weekdayOf } from '../../../../domain/kernel/day.ts';
import type { AskWords } from './words.ts';

/** A token of what was typed; null where something was taken out, so that names on both sides stay apart. */
export type Token = string | null;

/** Takes the first of these phrases out, the longest first; undefined where none is there. */
export function takePhrase(tokens: readonly Token[], phrases: readonly string[]):
  { readonly at: number; readonly phrase: string; readonly rest: readonly Token[] } | undefined {
  const byLength = [...phrases].sort((a, b) => b.split(' ').length - a.split(' ').length);
  for (const phrase of byLength) {
    const parts = phrase.split(' ');
    const at = tokens.findIndex((_, index) => parts.every((part, of) => tokens[index + of] === part));
    if (at >= 0) return { at, phrase, rest: tokens.toSpliced(at, parts.length, null) };
  }
  return undefined;
}

export interface DayRead {
  readonly day?: Day;
  readonly rest: readonly Token[];
  /** Where the day stood: a number right behind it is a time. */
  readonly at: number;
}

/** The day: written as 2026-12-01, as 1 December, or in a word such as tomorrow or Friday. */
export function takeDay(tokens: readonly Token[], words: AskWords, today: Day): DayRead {
  const written = tokens.findIndex((token) => token !== null && parseDay(token) !== null);
  if (written >= 0) {
    const day = parseDay(tokens[written] ?? '') as Day;
    return { day, rest: tokens.toSpliced(written, 1, null), at: written };
  }
  for (const [list, days] of [
    [words.dayAfter, 2], [words.tomorrow, 1], [words.yesterday, -1], [words.today, 0],
  ] as const) {
    const found = takePhrase(tokens, list);
    if (found !== undefined) return { day: addDays(today, days), rest: found.rest, at: found.at };
  }
  // Somebody's name comes first: Sam is no Saturday.
  const first = tokens.findIndex((token) => token !== null);
  const named = tokens[first] ?? null;
  const others = first < 0 ? tokens : tokens.with(first, null);
  for (const [index, names] of words.weekdays.entries()) {
    const found = takePhrase(others, names);
    if (found === undefined) continue;
    const ahead = (index + 1 - weekdayOf(today) + 7) % 7;
    return { day: addDays(today, ahead), rest: found.rest.with(first, named), at: found.at };
  }
  return takeDate(tokens, words, today) ?? { rest: tokens, at: -2 };
}

/** "1 dec", "dec 1", "1 de diciembre": in the year that is nearest. */
function takeDate(tokens: readonly Token[], words: AskWords, today: Day): DayRead | undefined {
  for (const [index, names] of words.months.entries()) {
    const found = takePhrase(tokens, names);
    if (found === undefined) continue;
    const month = found.at;
    const before = tokens[month - 1];
    const beforeFiller = before !== null && before !== undefined && words.filler.includes(before);
    const places = [month - 1, ...(beforeFiller ? [month - 2] : []), month + 1];
    const place = places.find((at) => /^([1-9]|[12]\d|3[01])(st|nd|rd|th)?$/.test(tokens[at] ?? ''));
    if (place === undefined) continue;
    const day = nearest(index + 1, Number.parseInt(tokens[place] ?? '', 10), today);
    if (day === undefined) continue;
    const [first, last] = [Math.min(place, month), Math.max(place, month)];
    return { day, rest: tokens.toSpliced(first, last - first + 1, null), at: first };
  }
  return undefined;
}

function nearest(month: number, dayOfMonth: number, today: Day): Day | undefined {
  const year = Number(today.slice(0, 4));
  const two = (of: number) => String(of).padStart(2, '0');
  const days = [year - 1, year, year + 1].flatMap(
    (of) => parseDay(`${of}-${two(month)}-${two(dayOfMonth)}`) ?? [],
  );
  const off = (day: Day) => Math.abs(Date.parse(day) - Date.parse(today));
  return days.sort((a, b) => off(a) - off(b))[0];
}

export interface TimeRead {
  readonly minuteOfDay?: number;
  readonly rest: readonly Token[];
}

/** The time: 10:30, 10h30, 10am, "at 10", "10 o'clock", noon, or a number right behind the day. */
export function takeTime({ rest: tokens, at }: DayRead, words: AskWords): TimeRead {
  const noon = takePhrase(tokens, words.noon);
  if (noon !== undefined) return { minuteOfDay: 720, rest: noon.rest };
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const told = before !== undefined && before !== null && words.at.includes(before);
    const oclock = after !== undefined && after !== null && (isHalf(after) || words.oclock.includes(after));
    const read = minuteOf(token ?? '', oclock && isHalf(after) ? after : '');
    if (read === undefined || !(read.sure || told || oclock || index === at + 1)) continue;
    const from = told ? index - 1 : index;
    const count = (told ? 1 : 0) + 1 + (oclock ? 1 : 0);
    return { minuteOfDay: read.minute, rest: tokens.toSpliced(from, count, null) };
  }
  return { rest: tokens };
}

/** A last number that belongs to no name is a time: "atlas 10". */
export function takeLastNumber(tokens: readonly Token[]): TimeRead | undefined {
  const at = tokens.findLastIndex((token) => token !== null);
  const read = minuteOf(tokens[at] ?? '', '');
  return read === undefined ? undefined
    : { minuteOfDay: read.minute, rest: tokens.toSpliced(at, 1, null) };
}

const isHalf = (token: string | null): token is 'am' | 'pm' => token === 'am' || token === 'pm';

/** Nobody books for four in the night: a plain 1 to 6 is the afternoon's. */
function minuteOf(token: string, half: string): { minute: number; sure: boolean } | undefined {
  const found = /^(\d{1,2})(?:([:.h])(\d{2})?)?(am|pm|uhr)?$/.exec(token);
  if (found === null) return undefined;
  const [, hours = '', mark, minutes, ending = half] = found;
  const hour = Number(hours);
  if (hour > 23 || Number(minutes ?? 0) > 59) return undefined;
  const isPlain = mark === undefined && ending === '' && hours.length < 2;
  const afternoon = ending === 'pm' ? hour < 12 : isPlain && hour >= 1 && hour <= 6;
  const of24 = afternoon ? hour + 12 : ending === 'am' && hour === 12 ? 0 : hour;
  return { minute: of24 * 60 + Number(minutes ?? 0), sure: mark !== undefined || ending !== '' };
}
