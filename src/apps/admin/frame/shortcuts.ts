import { useEffect } from 'react';

/** Single letters act only where nothing is being typed; Ctrl or Cmd with K acts everywhere. */
export function useShortcuts(of: { readonly onPalette: () => void; readonly onNew: () => void }): void {
  const { onPalette, onNew } = of;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        onPalette();
      } else if (
        event.key === 'n' &&
        !event.ctrlKey &&
        !event.metaKey &&
        !event.altKey &&
        !isTyping(event.target)
      ) {
        onNew();
      } else if (event.key === '/' && !isTyping(event.target)) {
        const search = document.querySelector<HTMLElement>('[type="search"]');
        if (search === null) return;
        event.preventDefault();
        search.focus();
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onPalette, onNew]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    document.querySelector('dialog[open]') !== null ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
