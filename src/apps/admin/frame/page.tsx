import { type ReactNode, useEffect } from 'react';
import { usePhrase } from '../../../kit/plain/index.ts';
import { NewMenu } from './new-menu.tsx';

export interface Crumb {
  readonly label: string;
  readonly href: string;
}

export interface PageProps {
  /** The one title of the screen. */
  readonly title: string;
  /** The way here, without the page itself. */
  readonly crumbs?: readonly Crumb[];
  /** Small and muted after the title: the time, a state. */
  readonly note?: ReactNode;
  /** The page's verbs; the primary one last. Without any, the New menu stands there. */
  readonly acts?: ReactNode;
  /** A head of its own under the bar, with the `h1` in it: a record with badges and tabs. */
  readonly head?: ReactNode;
  readonly tight?: boolean;
  readonly children: ReactNode;
}

/** A page in the frame: the bar with its title or the way here, then the page. */
export function Page({ title, crumbs = [], note, acts, head, tight = false, children }: PageProps) {
  const phrase = usePhrase();
  useEffect(() => {
    document.title = phrase('admin-shell.title', { page: title });
  }, [phrase, title]);
  return (
    <main className="main" id="main" tabIndex={-1}>
      <header className="top">
        {crumbs.length === 0 ? <h1>{title}</h1> : <Crumbs crumbs={crumbs} title={title} />}
        {note === undefined ? null : <div className="muted small num top__note">{note}</div>}
        <div className="row wrap push top__acts">{acts ?? <NewMenu />}</div>
      </header>
      {head}
      <div className={tight ? 'page page--tight' : 'page'}>
        {crumbs.length > 0 && head === undefined ? <h1>{title}</h1> : null}
        {children}
      </div>
    </main>
  );
}

function Crumbs({ crumbs, title }: { crumbs: readonly Crumb[]; title: string }) {
  const phrase = usePhrase();
  return (
    <nav aria-label={phrase('admin-shell.crumbs')}>
      <ol className="crumbs">
        {crumbs.map((crumb) => (
          <li key={crumb.href}><a href={crumb.href}>{crumb.label}</a><span aria-hidden="true"> /</span></li>
        ))}
        <li aria-current="page" className="clip"><bdi>{title}</bdi></li>
      </ol>
    </nav>
  );
}
