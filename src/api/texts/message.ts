import IntlMessageFormat from 'intl-messageformat';

/**
 * What goes into a message: texts that are already formatted (see formats.ts), and numbers that choose a
 * plural.
 */
export type Values = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Answers the text of a key such as `kit.close` or `admin-home.arrivals.title`. */
export type Phrase = (key: string, values?: Values) => string;

/** Nested texts of one area, as its JSON file holds them. */
export interface Texts {
  readonly [key: string]: string | Texts;
}

/** The areas of one language by name. */
export type Catalogue = Readonly<Record<string, Texts>>;

export interface Phrases {
  readonly phrase: Phrase;
  /** True where the catalogue has the key: for codes that come from outside. */
  readonly has: (key: string) => boolean;
}

/**
 * Messages are ICU, parsed once and kept. A key without a text answers `⟦key⟧`, which the browser journeys
 * look for; a fallback catalogue (English) is asked before that, so that people read a sentence.
 */
export function makePhrases(language: string, catalogue: Catalogue, fallback: Catalogue = {}): Phrases {
  const kept = new Map<string, IntlMessageFormat>();
  const find = (key: string) => textAt(catalogue, key) ?? textAt(fallback, key);
  const phrase: Phrase = (key, values) => {
    let message = kept.get(key);
    if (message === undefined) {
      const text = find(key);
      if (text === undefined) return `⟦${key}⟧`;
      message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
      kept.set(key, message);
    }
    return said(String(message.format({ ...values })), values ?? {});
  };
  return { phrase, has: (key) => find(key) !== undefined };
}

/** An abbreviation that ends a sentence ends it with its own full stop: "jusqu’au 3 déc.", "by Nova Inc." */
function said(text: string, values: Values): string {
  if (!text.includes('..')) return text;
  const abbreviations = Object.values(values).filter((value) => /[^.]\.$/.test(String(value)));
  return abbreviations.reduce<string>((of, value) => of.replaceAll(`${value}.`, String(value)), text);
}

function textAt(catalogue: Catalogue, key: string): string | undefined {
  let place: string | Texts | undefined = catalogue;
  for (const step of key.split('.')) {
    if (typeof place !== 'object' || !Object.hasOwn(place, step)) return undefined;
    place = place[step];
  }
  return typeof place === 'string' ? place : undefined;
}
