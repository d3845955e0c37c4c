import { ButtonLink, EmptyState, icons, usePhrase } from '../../../kit/plain/index.ts';

/** An address that leads nowhere, or to what one may not know of. */
export function NotFound() {
  const phrase = usePhrase();
  return (
    <main className="main" id="main" tabIndex={-1}>
      <h1 className="sr">{phrase('admin-shell.notFound')}</h1>
      <EmptyState icon={icons.search}
        act={<ButtonLink href="/admin/all/home">{phrase('kit.forbidden.back')}</ButtonLink>}>
        {phrase('admin-shell.notFoundText')}
      </EmptyState>
    </main>
  );
}
