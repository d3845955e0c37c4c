import { usePhrase } from '../../../../kit/plain/index.ts';
import { Page } from '../../frame/page.tsx';

export function Home() {
  const phrase = usePhrase();
  return <Page title={phrase('admin-shell.nav.home')}><span /></Page>;
}
