import type { Action } from '../../../../domain/access/decision.ts';
import type { Day } from '../../../../domain/kernel/day.ts';
import { fitOf } from '../palette-search.ts';
import { takeDay, takeLastNumber, takePhrase, takeTime, type Token } from './when.ts';
import { type AskedAction, askedActions, type AskWords, tokensOf } from './words.ts';

/** Something that can be asked about by its name. */
export interface AskThing {
  readonly id: string;
  readonly name: string;
  readonly kind: 'resource' | 'plan' | 'section';
}

/** A question in words, as far as it could be read: whom to look for, and what is asked about it. */
export interface Asked {
  /** What was typed of the customer's name. */
  readonly who: string;
  /** Null: everything at once. */
  readonly action: Action | null;
  readonly thing: AskThing | null;
  readonly day?: Day;
  readonly minuteOfDay?: number;
}

const kindsOf: Partial<Record<AskedAction, readonly AskThing['kind'][]>> = {
  book: ['resource'], viewSection: ['section', 'resource'], signUpToPlan: ['plan'],
};
const everyKind: readonly AskThing['kind'][] = ['resource', 'section', 'plan'];
const byKind: Readonly<Record<AskThing['kind'], Action>> = {
  resource: 'book', section: 'viewSection', plan: 'signUpToPlan',
};

/** Whether what is typed begins as a question does, in the words of the language. */
export const isAsking = (typed: string, words: AskWords): boolean =>
  beginning(typed, words)?.some((token) => token !== null) === true;

/**
 * "why can't mira book atlas tomorrow 10", "why mira atlas", "can sam see directory": null for what is no
 * question. Words may stand in any order after the first, as languages have it.
 */
export function readAsk(
  typed: string, { words, things, today }: { words: AskWords; things: readonly AskThing[]; today: Day },
): Asked | null {
  const rest = beginning(typed, words);
  if (rest === undefined) return null;
  const ofDay = takeDay(rest, words, today);
  const ofTime = takeTime(ofDay, words);
  const { action, rest: named } = takeAction(ofTime.rest, words);
  const kinds = action === null ? everyKind : kindsOf[action] ?? [];
  const about = things.filter(({ kind }) => kinds.includes(kind));
  const plain = split(withoutFiller(named, words), about);
  const last = ofTime.minuteOfDay === undefined ? takeLastNumber(named) : undefined;
  const other = last === undefined ? undefined : split(withoutFiller(last.rest, words), about);
  const isTime = other !== undefined && other.who !== '' && (other.fit > plain.fit || plain.fit === 0);
  const { who, thing } = isTime ? other : plain;
  if (who === '') return null;
  const minuteOfDay = isTime ? last?.minuteOfDay : ofTime.minuteOfDay;
  return {
    who, thing, action: actionOf(action, thing),
    ...(ofDay.day !== undefined && { day: ofDay.day }), ...(minuteOfDay !== undefined && { minuteOfDay }),
  };
}

function beginning(typed: string, words: AskWords): readonly Token[] | undefined {
  const found = takePhrase(tokensOf(typed), words.question);
  return found?.at === 0 ? found.rest : undefined;
}

function actionOf(action: AskedAction | null, thing: AskThing | null): Action | null {
  if (action === 'viewSection' && thing?.kind === 'resource') return 'viewItem';
  return action ?? (thing === null ? null : byKind[thing.kind]);
}

/** The verb that comes first in the sentence; of two at one place the longer. */
function takeAction(tokens: readonly Token[], words: AskWords) {
  const found = askedActions.flatMap((action) => {
    const taken = takePhrase(tokens, words.actions[action]);
    return taken === undefined ? [] : [{ action: action as AskedAction | null, ...taken }];
  }).sort((a, b) => a.at - b.at || b.phrase.length - a.phrase.length);
  return found[0] ?? { action: null, rest: tokens };
}

const withoutFiller = (tokens: readonly Token[], words: AskWords): readonly Token[] =>
  tokens.filter((token) => token === null || !words.filler.includes(token));

interface Split {
  readonly who: string;
  readonly thing: AskThing | null;
  readonly fit: number;
}

const FITS = 60;

/** Where the name ends and the thing begins: where the thing fits best, rather where a word stood between. */
function split(tokens: readonly Token[], things: readonly AskThing[]): Split {
  const names = tokens.filter((token) => token !== null);
  const gaps = gapsIn(tokens);
  let best: Split = { who: names.join(' '), thing: null, fit: 0 };
  for (let at = 1; at < names.length; at += 1) {
    const [before, after] = [names.slice(0, at).join(' '), names.slice(at).join(' ')];
    const extra = gaps.includes(at) ? 5 : 0;
    for (const [who, text, less] of [[before, after, 0], [after, before, 10]] as const) {
      const found = bestThing(text, things);
      const fit = found.fit < FITS ? 0 : found.fit + extra - less;
      if (fit > best.fit) best = { who, thing: found.thing, fit };
    }
  }
  return best.thing === null && gaps[0] !== undefined
    ? { ...best, who: names.slice(0, gaps[0]).join(' ') } : best;
}

function bestThing(text: string, things: readonly AskThing[]): { thing: AskThing | null; fit: number } {
  let best: { thing: AskThing | null; fit: number } = { thing: null, fit: 0 };
  for (const thing of things) {
    const fit = fitOf(text, tokensOf(thing.name).join(' '));
    if (fit > best.fit) best = { thing, fit };
  }
  return best;
}

/** After how many names something stood that was taken out. */
function gapsIn(tokens: readonly Token[]): number[] {
  const gaps: number[] = [];
  let count = 0;
  for (const token of tokens) {
    if (token !== null) count += 1;
    else if (count > 0) gaps.push(count);
  }
  const total = count;
  return [...new Set(gaps)].filter((gap) => gap < total);
}
