import { useEffect, useState, useSyncExternalStore } from 'react';
import { Button } from '../act/button.tsx';
import { x } from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';

/** A done thing. Errors are never toasts. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly onUndo?: (() => void) | undefined;
}

const SECONDS = 6;
const SECONDS_WITH_UNDO = 10;
const MOST = 3;

let shown: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Says that something is done; with `onUndo` it stays longer and offers the way back. */
export function toast(text: string, onUndo?: () => void): void {
  lastId += 1;
  replace([...shown, { id: lastId, text, onUndo }].slice(-MOST));
}

const dismiss = (id: number) => replace(shown.filter((one) => one.id !== id));

function replace(next: readonly Toast[]) {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const none: readonly Toast[] = [];

/** Where toasts appear: bottom start, read out politely, at most three. */
export function Toasts() {
  const phrase = usePhrase();
  const toasts = useSyncExternalStore(subscribe, () => shown, () => none);
  return (
    <section className="toasts" aria-label={phrase('kit.messages')} role="status" aria-live="polite">
      {toasts.map((one) => <ToastLine key={one.id} of={one} />)}
    </section>
  );
}

function ToastLine({ of }: { of: Toast }) {
  const phrase = usePhrase();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return undefined;
    const seconds = of.onUndo === undefined ? SECONDS : SECONDS_WITH_UNDO;
    const timer = setTimeout(() => dismiss(of.id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, of]);
  return (
    <span className="toast" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}>
      {of.text}
      {of.onUndo === undefined ? null : (
        <Button small onClick={() => {
          dismiss(of.id);
          of.onUndo?.();
        }}>{phrase('kit.undo')}</Button>
      )}
      <Button small icon={x} label={phrase('kit.close')} onClick={() => dismiss(of.id)} />
    </span>
  );
}
