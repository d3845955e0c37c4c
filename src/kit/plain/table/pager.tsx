import type { ReactNode } from 'react';
import { Button } from '../act/button.tsx';
import { left, right } from '../icon/shapes.generated.ts';
import { Icon } from '../icon/icon.tsx';
import { usePhrase } from '../words/speech.tsx';

/** Lists go by cursor: there is a next page, and the way back; nobody counts a million rows. */
export function Pager({ count, onPrevious, onNext, of, children }: {
  readonly count: number;
  readonly onPrevious?: (() => void) | undefined;
  readonly onNext?: (() => void) | undefined;
  /** Which list it belongs to, where a page may have several. */
  readonly of?: string | undefined;
  readonly children?: ReactNode;
}) {
  const phrase = usePhrase();
  if (onPrevious === undefined && onNext === undefined && children === undefined) return null;
  const name = of === undefined ? phrase('kit.list.pages') : phrase('kit.list.pagesOf', { list: of });
  return (
    <nav className="pager" aria-label={name}>
      <span className="muted small num">{children ?? phrase('kit.list.showing', { count })}</span>
      <span className="row push">
        <Step label={phrase('kit.list.previous')} icon={left} onGo={onPrevious} />
        <Step label={phrase('kit.list.next')} icon={right} onGo={onNext} />
      </span>
    </nav>
  );
}

function Step({ label, icon, onGo }: {
  readonly label: string;
  readonly icon: typeof left;
  readonly onGo: (() => void) | undefined;
}) {
  if (onGo === undefined) return null;
  return <Button small onClick={onGo} className="pager__step"><Icon of={icon} flip />{label}</Button>;
}
