import { Icon } from '../../../kit/plain/index.ts';
import { usePhrase } from '../../../kit/plain/index.ts';
import { useHere } from '../data/here.tsx';
import { LocationSwitcher } from './location-switcher.tsx';
import { MeMenu } from './me-menu.tsx';
import type { NavGroup, NavPlace } from './navigation.ts';
import { SearchButton } from './search-button.tsx';

export interface SidebarProps {
  readonly groups: readonly NavGroup[];
  readonly current: NavPlace | undefined;
  readonly onSearch: () => void;
}

/** 240 px of places; 56 px of icons where it is narrow; a bar at the bottom on a phone. */
export function Sidebar({ groups, current, onSearch }: SidebarProps) {
  const phrase = usePhrase();
  return (
    <nav className="side" aria-label={phrase('admin-shell.main')}>
      <LocationSwitcher />
      <SearchButton onSearch={onSearch} />
      <ul className="nav">
        {groups.map((group) => <Group key={group.key} group={group} current={current} />)}
      </ul>
      <MeMenu />
    </nav>
  );
}

function Group({ group, current }: { group: NavGroup; current: NavPlace | undefined }) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  const name = phrase(`admin-shell.nav.${group.key}`);
  const isOpen = group.places.some((place) => place.key === current?.key);
  const isHere = current?.key === group.key || (isOpen && group.places.length === 1);
  const path = group.path ?? group.places[0]?.path ?? '';
  return (
    <li>
      <a href={hrefTo(path)} title={name} className={isOpen ? 'nav__open' : undefined}
        aria-current={isHere ? 'page' : undefined}>
        <Icon of={group.icon} /><span className="nav__name">{name}</span>
      </a>
      {isOpen && group.places.length > 1 ? (
        <ul className="nav__sub">
          {group.places.map((place) => (
            <li key={place.key}>
              <a href={hrefTo(place.path)} aria-current={current?.key === place.key ? 'page' : undefined}>
                {phrase(`admin-shell.nav.${place.key}`)}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}
