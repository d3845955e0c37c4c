import { ForbiddenState, usePhrase } from '../../../kit/plain/index.ts';
import type { Permission } from '../../../domain/staff/permission.ts';
import { useHere } from '../data/here.tsx';
import { Page } from '../frame/page.tsx';

/** The page for an address that one may not open: it names what is missing and who can give it. */
export function Forbidden({ permission }: { permission: Permission }) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  return (
    <Page title={phrase('kit.forbidden.title')} acts={<span />} head={<ForbiddenState permission={permission}
      backHref={hrefTo('home')} />}>
      <span />
    </Page>
  );
}
