import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Language } from './language.ts';
import { type Catalogue, makePhrases, type Phrase, type Phrases, type Texts } from './message.ts';

export { chooseLanguage, dirOf, type Language, nameOf } from './language.ts';
export type { Phrase, Phrases, Values } from './message.ts';

/** The languages there are: the folders beside this file, English first. A new language is a new folder. */
export const languages: readonly Language[] = foldersOfTexts();

/** The texts of every area in one language; an unknown language answers English. Read once, then kept. */
export const phrasesFor = (language: Language): Phrase => phrasesOf(language).phrase;

export function phrasesOf(language: Language): Phrases {
  const known = languages.includes(language) ? language : 'en';
  const kept = phrasesByLanguage.get(known);
  if (kept !== undefined) return kept;
  const made = makePhrases(known, catalogueOf(known), known === 'en' ? {} : catalogueOf('en'));
  phrasesByLanguage.set(known, made);
  return made;
}

/** The areas of a language by the name of their file. */
export function catalogueOf(language: Language): Catalogue {
  const folder = join(root(), language);
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return Object.fromEntries(files.map((file) => [
    file.slice(0, -'.json'.length),
    JSON.parse(readFileSync(join(folder, file), 'utf8')) as Texts,
  ]));
}

function foldersOfTexts(): Language[] {
  const folders = readdirSync(root(), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const tags = folders.map((entry) => entry.name).filter((name) => /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(name));
  return ['en', ...tags.filter((tag) => tag !== 'en').sort()];
}

/** Found upwards from here, because the portal's bundle holds its own copy of this module in `dist`. */
function root(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const texts = join(folder, 'src/api/texts');
    if (existsSync(join(texts, 'en'))) return texts;
    if (dirname(folder) === folder) throw new Error('src/api/texts is missing');
  }
}

const phrasesByLanguage = new Map<Language, Phrases>();
