import type { ReactNode } from 'react';
import { Button, ButtonLink } from '../act/button.tsx';
import { Icon } from '../icon/icon.tsx';
import { alert, copy, lock, refresh, type Shape } from '../icon/shapes.generated.ts';
import { usePhrase } from '../words/speech.tsx';

/** The true layout in grey: rows of a list. */
export function SkeletonRows({ rows = 3, round = true }: { rows?: number; round?: boolean }) {
  const phrase = usePhrase();
  const widths = [['60', '40'], ['80', '30'], ['50', '40']] as const;
  return (
    <ul className="list" aria-busy="true" aria-label={phrase('kit.loading')}>
      {Array.from({ length: rows }, (_, at) => {
        const [first, second] = widths[at % widths.length] ?? widths[0];
        return (
          <li key={at}>
            {round ? <span className="skel skel--round" /> : null}
            <span className="skelrow">
              <span className={`skel skel--${first}`} /><span className={`skel skel--${second}`} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** One grey line of text. */
export const Skeleton = ({ width = '60' }: { width?: '30' | '40' | '50' | '60' | '80' }) =>
  <span className={`skel skel--${width}`} aria-hidden="true" />;

/** One sentence on what belongs here, and one act. */
export function EmptyState({ icon, children, act }: {
  readonly icon: Shape;
  readonly children: ReactNode;
  readonly act?: ReactNode;
}) {
  return (
    <div className="empty">
      <span className="empty__art"><Icon of={icon} size={20} /></span>
      <p>{children}</p>
      {act}
    </div>
  );
}

/** An error replaces only its region, says what was kept, and offers one act. */
export function ErrorState({ children, reference, onRetry }: {
  readonly children?: ReactNode;
  /** What the operator can quote to find it in the log. */
  readonly reference?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}) {
  const phrase = usePhrase();
  return (
    <div className="empty" role="alert">
      <span className="empty__art empty__art--alert"><Icon of={alert} size={20} /></span>
      <p>{children ?? phrase('kit.error.title')}</p>
      {onRetry === undefined ? null
        : <Button small icon={refresh} onClick={onRetry}>{phrase('kit.tryAgain')}</Button>}
      {reference === undefined ? null : (
        <span className="mono muted">
          {phrase('kit.reference', { id: reference })}
          <Button kind="quiet" small icon={copy} label={phrase('kit.copy')}
            onClick={() => void navigator.clipboard.writeText(reference)} />
        </span>
      )}
    </div>
  );
}

/** A page that one may not open says what is missing and who can give it. */
export function ForbiddenState({ permission, backHref, children }: {
  permission: string;
  backHref: string;
  children: ReactNode;
}) {
  const phrase = usePhrase();
  return (
    <div className="empty" data-forbidden={permission}>
      <span className="empty__art"><Icon of={lock} size={20} /></span>
      <p>{children}</p>
      <ButtonLink href={backHref}>{phrase('kit.forbidden.back')}</ButtonLink>
    </div>
  );
}
