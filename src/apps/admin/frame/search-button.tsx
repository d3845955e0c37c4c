import { Icon, icons, usePhrase } from '../../../kit/plain/index.ts';

/** Opens the command palette; its key is shown as this machine writes it. */
export function SearchButton({ onSearch }: { onSearch: () => void }) {
  const phrase = usePhrase();
  return (
    <button type="button" className="side__search" onClick={onSearch} title={phrase('admin-shell.search')}>
      <Icon of={icons.search} />
      <span className="nav__name">{phrase('admin-shell.search')}</span>
      <span className="kbd nav__name">{isMac ? '⌘K' : phrase('admin-shell.searchKey')}</span>
    </button>
  );
}

const isMac = /mac|iphone|ipad/i.test(navigator.platform);
