/** A language by its tag, `en`, `de`, `ar`; registered by a folder of texts with that name. */
export type Language = string;

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur']);

/** The writing direction, for `dir` on `<html>`. */
export const dirOf = (language: Language): 'ltr' | 'rtl' =>
  rightToLeft.has(language.split('-')[0] ?? language) ? 'rtl' : 'ltr';

/** Each language named in itself, for a list to choose from: English, Deutsch, العربية. */
export function nameOf(language: Language): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** The first of the wished languages that exists, by exact tag, then by its first part; else the fallback. */
export function chooseLanguage(
  wished: readonly string[],
  known: readonly Language[],
  fallback = 'en',
): Language {
  for (const wish of wished) {
    const tag = wish.trim().toLowerCase();
    const found =
      known.find((language) => language.toLowerCase() === tag) ??
      known.find((language) => language.toLowerCase() === tag.split('-')[0]);
    if (found !== undefined) return found;
  }
  return fallback;
}
