import { createContext, useContext } from 'react';
import type { Theme } from './theme.ts';

/** How the panel itself looks and speaks for this person. */
export interface Shell {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  readonly language: string;
  readonly languages: readonly string[];
  readonly setLanguage: (language: string) => void;
  readonly signOut: () => void;
  readonly openPalette: () => void;
}

const ShellContext = createContext<Shell | null>(null);
export const ShellProvider = ShellContext.Provider;

export function useShell(): Shell {
  const shell = useContext(ShellContext);
  if (shell === null) throw new Error('asked for the shell outside of the panel');
  return shell;
}
