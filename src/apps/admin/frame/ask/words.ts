import { plainText } from '../palette-search.ts';

/** What may be asked of a customer in words; `null` stands for everything at once. */
export const askedActions = [
  'book', 'viewSection', 'checkIn', 'signIn', 'signUpToPlan', 'pay', 'buy', 'post',
] as const;
export type AskedAction = (typeof askedActions)[number];

/** The words of a language in which a question is put, each list in the order of its translation. */
export interface AskWords {
  /** What a question begins with. */
  readonly question: readonly string[];
  readonly actions: Readonly<Record<AskedAction, readonly string[]>>;
  readonly today: readonly string[];
  readonly tomorrow: readonly string[];
  readonly dayAfter: readonly string[];
  readonly yesterday: readonly string[];
  /** Monday first, each with its short form. */
  readonly weekdays: readonly (readonly string[])[];
  /** January first. */
  readonly months: readonly (readonly string[])[];
  /** What stands before a time, and after one. */
  readonly at: readonly string[];
  readonly oclock: readonly string[];
  readonly noon: readonly string[];
  readonly filler: readonly string[];
}

type Phrase = (key: string) => string;

/** Read from the texts: lists with commas between. */
export function wordsFrom(phrase: Phrase, language: string): AskWords {
  const list = (key: string) =>
    phrase(`admin-ask.words.${key}`).split(/[,،]/).map((one) => tokensOf(one).join(' ')).filter(Boolean);
  return {
    question: list('question'),
    actions: Object.fromEntries(askedActions.map((action) => [action, list(`actions.${action}`)])) as
      Record<AskedAction, string[]>,
    today: list('today'), tomorrow: list('tomorrow'), dayAfter: list('dayAfter'),
    yesterday: list('yesterday'), at: list('at'), oclock: list('oclock'), noon: list('noon'),
    filler: list('filler'),
    weekdays: namesOf(language, 'weekday', 7, (index) => Date.UTC(2026, 5, 1 + index)),
    months: namesOf(language, 'month', 12, (index) => Date.UTC(2026, index, 1)),
  };
}

function namesOf(
  language: string, part: 'weekday' | 'month', count: number, at: (index: number) => number,
): string[][] {
  return Array.from({ length: count }, (_, index) =>
    (['long', 'short'] as const).flatMap((style) => {
      const name = new Intl.DateTimeFormat(language, { [part]: style, timeZone: 'UTC' }).format(at(index));
      return tokensOf(name).join(' ').replace(/\.$/, '');
    }));
}

/**
 * Small letters without marks, apostrophes and question marks; Arabic digits as ours, and what stands between
 * the digits of a time or a day is kept.
 */
export function tokensOf(text: string): string[] {
  return plainText(text)
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u2019'\u02bc`]/g, '')
    .replace(/[?!¿؟,;،"«»]/g, ' ')
    .split(/\s+/)
    .map((one) => one.replace(/\.$/, ''))
    .filter((one) => one !== '');
}
