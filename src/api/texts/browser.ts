/// <reference types="vite/client" />
import type { Language } from './language.ts';
import { type Catalogue, makePhrases, type Phrases, type Texts } from './message.ts';

export { chooseLanguage, dirOf, type Language, nameOf } from './language.ts';
export type { Phrase, Phrases, Values } from './message.ts';

type Load = () => Promise<{ readonly default: Texts }>;

/** One chunk a language and area; mails are never sent to a browser. */
const files = import.meta.glob(['./*/*.json', '!./*/mail-*.json']) as Record<string, Load>;

const byPlace = new Map(Object.entries(files).map(([path, load]) => [path.slice(2, -'.json'.length), load]));

export const languages: readonly Language[] = [
  ...new Set([...byPlace.keys()].map((place) => place.split('/')[0]!)),
];

/** Loads the areas whose names begin with one of these, in one language, with English behind it. */
export async function loadPhrases(language: Language, areas: readonly string[]): Promise<Phrases> {
  const known = languages.includes(language) ? language : 'en';
  const [catalogue, fallback] = await Promise.all([
    loadCatalogue(known, areas),
    known === 'en' || !import.meta.env.DEV ? {} : loadCatalogue('en', areas),
  ]);
  return makePhrases(known, catalogue, fallback);
}

async function loadCatalogue(language: Language, areas: readonly string[]): Promise<Catalogue> {
  const wanted = [...byPlace].filter(([place]) => {
    const [of, area = ''] = place.split('/');
    return of === language && areas.some((start) => area === start || area.startsWith(`${start}-`));
  });
  const loaded = await Promise.all(
    wanted.map(async ([place, load]) => {
      const texts = (await load()).default;
      return [place.split('/')[1]!, texts] as const;
    }),
  );
  return Object.fromEntries(loaded);
}
