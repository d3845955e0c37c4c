import { createContext, type ReactNode, useContext } from 'react';
import { type Formats, formatsFor } from '../../../api/texts/formats.ts';
import { dirOf, type Language } from '../../../api/texts/language.ts';
import type { Phrase, Phrases } from '../../../api/texts/message.ts';

/** The language a screen speaks, and how it writes days, times and money. */
export interface Speech {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  readonly phrase: Phrase;
  /** True where there is a text for the key: for codes that come from the server. */
  readonly has: (key: string) => boolean;
  readonly formats: Formats;
}

const SpeechContext = createContext<Speech | null>(null);

export const speechOf = (language: Language, { phrase, has }: Phrases): Speech => ({
  language, dir: dirOf(language), phrase, has, formats: formatsFor(language),
});

/** Stands around every page, and around every island, because an island is a root of its own. */
export function SpeechProvider({ speech, children }: { speech: Speech; children: ReactNode }) {
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

export function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (speech === null) throw new Error('a piece of the kit stands outside of SpeechProvider');
  return speech;
}

/** Most pieces need words alone. */
export const usePhrase = (): Phrase => useSpeech().phrase;
