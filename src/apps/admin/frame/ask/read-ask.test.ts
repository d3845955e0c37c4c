import { expect, test } from 'vitest';
import { languages, phrasesFor } from '../../../../api/texts/phrase.ts';
import { portalSections } from '../../../../domain/access/section.ts';
import { day } from '../../../../domain/kernel/day.ts';
import { type Asked, type AskThing, readAsk } from './read-ask.ts';
import { wordsFrom } from './words.ts';

/** A Sunday. */
const today = day('2026-11-22');

const rooms: AskThing[] = [
  { id: 'res_atlas', name: 'Atlas', kind: 'resource' },
  { id: 'res_focus1', name: 'Focus 1', kind: 'resource' },
  { id: 'res_board', name: 'Board room', kind: 'resource' },
  { id: 'pla_hot', name: 'Hot Desk 10', kind: 'plan' },
];

function read(typed: string, language = 'en'): Asked | null {
  const phrase = phrasesFor(language as never);
  const sections = portalSections.map((section): AskThing =>
    ({ id: section, name: phrase(`reasons.section.${section}`), kind: 'section' }));
  return readAsk(typed, { words: wordsFrom(phrase, language), things: [...rooms, ...sections], today });
}

/** As one line: whom, what, about what, when. */
const said = (asked: Asked | null): string | null => {
  if (asked === null) return null;
  const { who, action, thing, day: on, minuteOfDay: minute } = asked;
  const time = minute === undefined ? undefined
    : `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return [who, action ?? 'everything', thing?.id, on, time].filter((one) => one !== undefined).join(' · ');
};

test.each([
  ['why can’t mira book atlas tomorrow 10', 'mira · book · res_atlas · 2026-11-23 · 10:00'],
  ["why can't mira book atlas tomorrow 10?", 'mira · book · res_atlas · 2026-11-23 · 10:00'],
  ['why mira atlas', 'mira · book · res_atlas'],
  ['why mira kovač atlas 10', 'mira kovac · book · res_atlas · 10:00'],
  ['Why can mira not book Focus 1', 'mira · book · res_focus1'],
  ['why mira focus 1 10:30', 'mira · book · res_focus1 · 10:30'],
  ['why mira focus 1 14', 'mira · book · res_focus1 · 14:00'],
  ['can mira book the board room on friday at 2', 'mira · book · res_board · 2026-11-27 · 14:00'],
  ['can mira book atlas on 1 dec 9am', 'mira · book · res_atlas · 2026-12-01 · 9:00'],
  ['can mira book atlas 2026-12-01 18', 'mira · book · res_atlas · 2026-12-01 · 18:00'],
  ['why could mira not book atlas yesterday noon', 'mira · book · res_atlas · 2026-11-21 · 12:00'],
  ['can sam see directory', 'sam · viewSection · directory'],
  ['can sam tan open booking pages', 'sam tan · viewSection · bookings'],
  ['can sam see atlas', 'sam · viewItem · res_atlas'],
  ['why sam events', 'sam · viewSection · events'],
  ['why can’t sam sign in', 'sam · signIn'],
  ['can mira kovač check in today', 'mira kovac · checkIn · 2026-11-22'],
  ['why can’t leo sign up to hot desk', 'leo · signUpToPlan · pla_hot'],
  ['what can mira do', 'mira · everything'],
  ['why mira', 'mira · everything'],
  ['mira kovač', null],
  ['new customer', null],
  ['why', null],
] as const)('WHY-1 English: %s', (typed, expected) => {
  expect(said(read(typed))).toBe(expected);
});

test.each([
  ['de', 'warum kann mira atlas morgen 10 nicht buchen', 'mira · book · res_atlas · 2026-11-23 · 10:00'],
  ['de', 'kann mira am Freitag um 14 Uhr Atlas buchen?', 'mira · book · res_atlas · 2026-11-27 · 14:00'],
  ['de', 'warum mira atlas übermorgen 9:30', 'mira · book · res_atlas · 2026-11-24 · 9:30'],
  ['de', 'kann sam das Verzeichnis sehen', 'sam · viewSection · directory'],
  ['de', 'warum kann sam sich nicht anmelden', 'sam · signIn'],
  ['de', 'was kann mira tun', 'mira · everything'],
  ['ar', 'لماذا لا تستطيع ميرا حجز Atlas غدًا ١٠',
    'ميرا · book · res_atlas · 2026-11-23 · 10:00'],
  ['es', '¿por qué no puede mira reservar atlas mañana a las 10?',
    'mira · book · res_atlas · 2026-11-23 · 10:00'],
  ['es', 'puede mira reservar atlas el 1 de diciembre', 'mira · book · res_atlas · 2026-12-01'],
  ['fr', 'pourquoi mira ne peut pas réserver atlas demain 10h30',
    'mira · book · res_atlas · 2026-11-23 · 10:30'],
  ['ar', 'لماذا ميرا Atlas', 'ميرا · book · res_atlas'],
  ['ar', 'هل تستطيع ميرا تسجيل الدخول؟', 'ميرا · signIn'],
] as const)('WHY-1 %s: %s', (language, typed, expected) => {
  expect(said(read(typed, language))).toBe(expected);
});

test.each(languages)('WHY-1 every section is found by its own name in %s', (language) => {
  const phrase = phrasesFor(language);
  const { question: [why], actions: { viewSection: [see] } } = wordsFrom(phrase, language);
  for (const section of portalSections) {
    const asked = read(`${why} sam ${see} ${phrase(`reasons.section.${section}`)}`, language);
    expect([asked?.who, asked?.thing?.id]).toEqual(['sam', section]);
  }
});
