import { useCallback, useEffect, useState } from 'react';

interface Woken<P> {
  readonly props: P;
  readonly busy: boolean;
  /** For a click inside the island: links marked `data-stay` change what is shown, not where one is. */
  readonly follow: (event: {
    target: EventTarget | null;
    preventDefault(): void;
    nativeEvent?: unknown;
  }) => void;
}

/** The page's own address answers the island's props: one source, with or without script. */
export function usePage<P>(first: P): Woken<P> {
  const [props, setProps] = useState(first);
  const [busy, setBusy] = useState(false);

  const load = useCallback(async (href: string, remember: boolean): Promise<void> => {
    setBusy(true);
    try {
      const answer = await fetch(href, {
        headers: { accept: 'application/vnd.foyer.island+json' },
        cache: 'no-store',
      });
      if (!answer.ok || !(answer.headers.get('content-type') ?? '').includes('foyer.island'))
        throw new Error('not ours');
      const page = (await answer.json()) as { title: string; props: P };
      if (remember) history.pushState(null, '', href);
      setProps(page.props);
    } catch {
      location.assign(href);
    } finally {
      setBusy(false);
    }
  }, []);

  useEffect(() => {
    const back = (): void => void load(location.href, false);
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, [load]);

  return {
    props,
    busy,
    follow(event) {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-stay]');
      const mouse = event as unknown as MouseEvent;
      if (link === null || mouse.metaKey || mouse.ctrlKey || mouse.shiftKey || mouse.button > 0) return;
      event.preventDefault();
      link.closest<HTMLElement>('[popover]')?.hidePopover();
      void load(link.href, true);
    },
  };
}
