import { useEffect, useRef } from 'react';
import { languages } from '../../../api/texts/browser.ts';
import { useShell } from './shell.tsx';

const KEY = 'foyer-language';

/** The language chosen on this device, if any. */
export const keptLanguage = (): string | null => localStorage.getItem(KEY);

export const keepLanguage = (language: string): void => localStorage.setItem(KEY, language);

/** The account's language comes along to a device on which none was chosen. */
export function useOwnLanguage(own: string | null): void {
  const { language, setLanguage } = useShell();
  const asked = useRef(false);
  useEffect(() => {
    if (asked.current || own === null || own === language || keptLanguage() !== null) return;
    asked.current = true;
    if (languages.includes(own)) setLanguage(own);
  }, [own, language, setLanguage]);
}
