import { Icon, icons, Menu, usePhrase } from '../../../kit/plain/index.ts';
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

/** How many groups stand in the bar of a phone by themselves, beside the way to the others. */
const inBar = 4;

/** 240 px of places; 56 px of icons where it is narrow; a bar of five at the bottom on a phone. */
export function Sidebar({ groups, current, onSearch }: SidebarProps) {
  const phrase = usePhrase();
  return (
    <nav className="side" aria-label={phrase('admin-shell.main')}>
      <LocationSwitcher />
      <SearchButton onSearch={onSearch} />
      <ul className="nav">
        {groups.map((group) => <Group key={group.key} group={group} current={current} />)}
        <More groups={groups.slice(inBar)} current={current} />
      </ul>
      <MeMenu />
    </nav>
  );
}

function Group({ group, current }: { group: NavGroup; current: NavPlace | undefined }) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  const name = phrase(`admin-shell.nav.${group.key}`);
  const isOpen = isOpenAt(group, current);
  const isHere = current?.key === group.key || (isOpen && group.places.length === 1);
  return (
    <li>
      <a href={hrefTo(pathOf(group))} title={name} className={isOpen ? 'nav__open' : undefined}
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

/** What a phone's bar has no room for; shown on phones alone. */
function More({ groups, current }: { groups: readonly NavGroup[]; current: NavPlace | undefined }) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  if (groups.length === 0) return null;
  const isHere = groups.some((group) => current?.key === group.key || isOpenAt(group, current));
  return (
    <li className="nav__more">
      <Menu
        upwards
        side="end"
        name={phrase('admin-shell.nav.more')}
        openerClass={isHere ? 'nav__open' : 'nav__opener'}
        button={{
          children: (
            <>
              <Icon of={icons.more} /><span className="nav__name">{phrase('admin-shell.nav.more')}</span>
            </>
          ),
        }}
        items={groups.map((group) => ({
          key: group.key,
          label: phrase(`admin-shell.nav.${group.key}`),
          icon: group.icon,
          href: hrefTo(pathOf(group)),
        }))}
      />
    </li>
  );
}

const isOpenAt = (group: NavGroup, current: NavPlace | undefined): boolean =>
  group.places.some((place) => place.key === current?.key);

const pathOf = (group: NavGroup): string => group.path ?? group.places[0]?.path ?? '';
