import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage, dirOf, languages, loadPhrases } from '../../api/texts/browser.ts';
import { type Speech, speechOf, SpeechProvider } from '../../kit/plain/index.ts';
import '../../kit/plain/kit.css';
import './css/admin.css';
import { makeQueryClient } from './data/answers.ts';
import { speakTo } from './data/client.ts';
import { signOut } from './data/me.ts';
import { keepLanguage, keptLanguage } from './data/own-language.ts';
import { ShellProvider } from './data/shell.tsx';
import { chosenTheme, showTheme, type Theme } from './data/theme.ts';
import { followLinks } from './frame/links.ts';
import { router } from './router.tsx';

const areas = ['kit', 'problems', 'reasons', 'permissions', 'admin'];

const queryClient = makeQueryClient();

showTheme(chosenTheme());
followLinks((href) => router.history.push(href));

const element = document.getElementById('app');
if (element !== null) {
  const first = chooseLanguage([keptLanguage() ?? '', ...navigator.languages], languages);
  const speech = await speechIn(first);
  createRoot(element).render(<StrictMode><Panel first={speech} /></StrictMode>);
}

async function speechIn(language: string): Promise<Speech> {
  return speechOf(language, await loadPhrases(language, areas));
}

function Panel({ first }: { first: Speech }) {
  const [speech, setSpeech] = useState(first);
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  useEffect(() => {
    document.documentElement.lang = speech.language;
    document.documentElement.dir = dirOf(speech.language);
    speakTo(speech.language);
  }, [speech]);
  const setLanguage = async (language: string) => {
    keepLanguage(language);
    setSpeech(await speechIn(language));
    await queryClient.invalidateQueries();
  };
  return (
    <SpeechProvider speech={speech}>
      <ShellProvider value={{
        theme,
        setTheme: (next) => {
          showTheme(next);
          setTheme(next);
        },
        language: speech.language,
        languages,
        setLanguage: (language) => void setLanguage(language),
        signOut: () => void signOut(queryClient),
        openPalette: () => undefined,
      }}>
        <QueryClientProvider client={queryClient}><RouterProvider router={router} /></QueryClientProvider>
      </ShellProvider>
    </SpeechProvider>
  );
}
