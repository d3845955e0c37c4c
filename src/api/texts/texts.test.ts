import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { catalogueOf, dirOf, languages, phrasesFor } from './phrase.ts';
import { chooseLanguage } from './language.ts';
import { makePhrases, type Texts } from './message.ts';

const flat = (texts: Texts, prefix: string): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}.${key}`, value] as [string, string]]
      : flat(value, `${prefix}.${key}`),
  );

const entriesOf = (language: string) =>
  new Map(Object.entries(catalogueOf(language)).flatMap(([area, texts]) => flat(texts, area)));

/** The names a message asks for, and for choices their cases: `count`, `state{open,closed,other}`. */
function namesIn(parts: MessageFormatElement[]): string[] {
  return parts.flatMap((part) => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
    if (part.type === TYPE.tag) return namesIn(part.children);
    const below =
      part.type === TYPE.select || part.type === TYPE.plural
        ? Object.values(part.options).flatMap((option) => namesIn(option.value))
        : [];
    const cases = part.type === TYPE.select ? `{${Object.keys(part.options).sort().join()}}` : '';
    return [`${part.value}${cases}`, ...below];
  });
}

const namesOf = (message: string) => [...new Set(namesIn(parse(message, { ignoreTag: true })))].sort();

test('five languages are there, and Arabic runs from right to left', () => {
  expect(languages).toEqual(expect.arrayContaining(['en', 'de', 'ar', 'es', 'fr']));
  expect(languages.map(dirOf)).toEqual(languages.map((language) => (language === 'ar' ? 'rtl' : 'ltr')));
});

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  const english = entriesOf('en');
  const texts = entriesOf(language);

  test('has every key, and no stray one', () => {
    expect(
      [...english.keys()].filter((key) => !texts.has(key)),
      'missing',
    ).toEqual([]);
    expect(
      [...texts.keys()].filter((key) => !english.has(key)),
      'stray',
    ).toEqual([]);
  });

  test('asks for the same values as English', () => {
    const differing = [...texts].filter(
      ([key, text]) => english.has(key) && namesOf(text).join() !== namesOf(english.get(key)!).join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });
});

test('no text is empty or half a sentence with spaces around it', () => {
  for (const language of languages) {
    const bad = [...entriesOf(language)].filter(([, text]) => text.trim() === '' || text !== text.trim());
    expect(bad.map(([key]) => `${language} ${key}`)).toEqual([]);
  }
});

test('every key that the code names has a text', () => {
  const english = entriesOf('en');
  const used = sources(join(import.meta.dirname, '../..')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bphrase\(\s*'([\w-]+(?:\.[\w-]+)+)'/g)].map(
      (found) => found[1]!,
    ),
  );
  expect([...new Set(used)].filter((key) => !english.has(key))).toEqual([]);
});

test('a key without a text can be seen, an unknown language answers English, the fallback helps', () => {
  expect(phrasesFor('en')('kit.nothingOfTheKind')).toBe('⟦kit.nothingOfTheKind⟧');
  expect(phrasesFor('xx')('kit.close')).toBe('Close');
  const { phrase, has } = makePhrases('de', { a: {} }, { a: { b: 'Hello {name}' } });
  expect(phrase('a.b', { name: '<b>Mira</b>' })).toBe('Hello <b>Mira</b>');
  expect(has('a.b')).toBe(true);
  expect(has('a.toString')).toBe(false);
});

test('an abbreviation at the end of a sentence has one full stop, and dots of other kinds stay', () => {
  const { phrase } = makePhrases('fr', { a: { until: 'Gelé jusqu’au {day}.', path: '../{day}...' } });
  expect(phrase('a.until', { day: 'jeu. 3 déc.' })).toBe('Gelé jusqu’au jeu. 3 déc.');
  expect(phrase('a.until', { day: 'demain' })).toBe('Gelé jusqu’au demain.');
  expect(phrase('a.path', { day: 'x' })).toBe('../x...');
});

test('the wished language is found by its tag, then by its first part', () => {
  expect(chooseLanguage(['fr', 'de-AT', 'en'], ['en', 'de', 'ar'])).toBe('de');
  expect(chooseLanguage(['zh'], ['en', 'de'])).toBe('en');
});

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}
