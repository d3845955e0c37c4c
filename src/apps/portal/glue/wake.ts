/**
 * The only script a page with an island begins with. Each island wakes when the browser is idle after
 * loading, or at the first touch, whichever comes first; the click that woke it is replayed, a changed
 * field announced again.
 */
const sources = {
  book: () => import('../islands/book/book.tsx').then(({ Book }) => Book),
  review: () => import('../islands/review/review.tsx').then(({ Review }) => Review),
};

const patience = 2000;

for (const host of document.querySelectorAll<HTMLElement>('[data-island]')) {
  const name = host.dataset['island'] as keyof typeof sources;
  let clicked: HTMLElement | null = null;
  let changed: HTMLElement | null = null;
  let woken: Promise<void> | null = null;

  const wake = (): Promise<void> =>
    (woken ??= (async () => {
      try {
        const [Component, { hydrateIsland }] = await Promise.all([sources[name](), import('./hydrate.ts')]);
        hydrateIsland(host, Component as (props: object) => React.ReactNode);
      } finally {
        for (const type of ['pointerdown', 'focusin'] as const) host.removeEventListener(type, wake);
        host.removeEventListener('click', keepClick, true);
        host.removeEventListener('change', keepChange, true);
        host.dataset['awake'] = '';
      }
    })());

  const keepClick = (event: MouseEvent): void => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const target = (event.target as Element).closest<HTMLElement>('a, button');
    if (target === null || clicked !== null) return;
    event.preventDefault();
    event.stopPropagation();
    clicked = target;
    void replay(target);
  };
  const replay = async (target: HTMLElement): Promise<void> => {
    const late = new Promise((resolve) => {
      setTimeout(resolve, patience);
    });
    await Promise.race([wake(), late]).catch(() => undefined);
    host.removeEventListener('click', keepClick, true);
    target.click();
  };
  const keepChange = (event: Event): void => {
    changed = event.target as HTMLElement;
    void announce();
  };

  const announce = async (): Promise<void> => {
    await wake();
    changed?.dispatchEvent(new Event('change', { bubbles: true }));
  };

  host.addEventListener('pointerdown', wake);
  host.addEventListener('focusin', wake);
  host.addEventListener('click', keepClick, true);
  host.addEventListener('change', keepChange, true);
  const idle = globalThis.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
  if (document.readyState === 'complete') idle(() => void wake());
  else addEventListener('load', () => idle(() => void wake()), { once: true });
}
