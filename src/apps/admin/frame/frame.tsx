import { Outlet, useRouter, useRouterState } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Toasts, usePhrase } from '../../../kit/plain/index.ts';
import { useHere } from '../data/here.tsx';
import { useOwnLanguage } from '../data/own-language.ts';
import { ShellProvider, useShell } from '../data/shell.tsx';
import { Crash } from './crash.tsx';
import { navigationFor, placeOf } from './navigation.ts';
import { Palette } from './palette.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './sidebar.tsx';
import { SubPlaces } from './sub-places.tsx';

const openNewMenu = () => document.getElementById('new-menu')?.click();

/** What stands around every page inside: places, the palette, toasts. */
export function Frame() {
  const phrase = usePhrase();
  const here = useHere();
  const shell = useShell();
  const router = useRouter();
  const { pathname, searchStr } = useRouterState({ select: (state) => state.location });
  const [searching, setSearching] = useState(false);
  const openPalette = useCallback(() => setSearching(true), []);
  useShortcuts({ onPalette: openPalette, onNew: openNewMenu });
  useFocusOnPage(pathname);
  useOwnLanguage(here.me.language);
  const groups = useMemo(() => navigationFor(here.may), [here]);
  const current = placeOf(groups, pathname.split('/').slice(3).join('/'), searchStr);
  return (
    <ShellProvider value={{ ...shell, openPalette }}>
      <div className="admin">
        <a className="skip btn" href="#main">
          {phrase('admin-shell.skip')}
        </a>
        <Sidebar groups={groups} current={current} onSearch={openPalette} />
        <SubPlaces groups={groups} current={current} />
        <Crash at={pathname}>
          <Outlet />
        </Crash>
        <Palette
          open={searching}
          groups={groups}
          onClose={() => setSearching(false)}
          go={(href) => router.history.push(href)}
        />
        <Toasts />
      </div>
    </ShellProvider>
  );
}

/**
 * A new page takes the focus, so that keyboards and readers begin at its top; the first one leaves it alone.
 */
function useFocusOnPage(pathname: string) {
  const [first] = useState(pathname);
  useEffect(() => {
    if (pathname !== first) document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname, first]);
}
