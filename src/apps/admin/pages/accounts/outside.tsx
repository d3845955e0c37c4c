import { type ReactNode, useEffect } from 'react';
import { usePhrase } from '../../../../kit/plain/index.ts';
import { Mark } from '../../frame/mark.tsx';

/** A page for whoever is not inside yet: the mark, one title, one thing to do. */
export function Outside({ title, children, wide = false }: {
  readonly title: string;
  readonly children: ReactNode;
  readonly wide?: boolean;
}) {
  const phrase = usePhrase();
  useEffect(() => {
    document.title = phrase('admin-shell.title', { page: title });
  }, [phrase, title]);
  return (
    <main className={wide ? 'outside outside--wide' : 'outside'} id="main">
      <p className="outside__house"><Mark /><span>{phrase('admin-accounts.house')}</span></p>
      <div className="card outside__card">
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}

/** The secret of the link that led here; it stands behind `#`, so that no server sees it in an address. */
export const secretOfLink = (): string => location.hash.slice(1);

/** Where to go after signing in: only addresses of the panel itself. */
export function goInside(): void {
  const next = new URLSearchParams(location.search).get('next') ?? '';
  location.assign(/^\/admin\/(?!\/)/.test(next) && !next.includes('\\') ? next : '/admin');
}
