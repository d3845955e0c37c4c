import { useRouterState } from '@tanstack/react-router';
import { Icon, icons, Menu, type MenuItem, usePhrase } from '../../../kit/plain/index.ts';
import { type Here, type LocationHere, useHere } from '../data/here.tsx';
import { Mark } from './mark.tsx';

/** Switches the place and keeps the rest of the address where it exists there. */
export function LocationSwitcher() {
  const phrase = usePhrase();
  const here = useHere();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const rest = path.split('/').slice(3).join('/') || 'home';
  const items: MenuItem[] = [
    item({ key: 'all', label: phrase('admin-shell.allLocations'), slug: 'all' }, here, rest),
    ...inTreeOrder(here.locations)
      .filter((one) => one.parentId !== null || here.locations.length === 1)
      .map((one) =>
        item({ key: one.id, label: <bdi>{one.name}</bdi>, slug: one.slug, note: cityOf(one) }, here, rest),
      ),
  ];
  const name = here.location?.name ?? phrase('admin-shell.allLocations');
  return (
    <Menu
      name={phrase('admin-shell.switchLocation')}
      items={items}
      openerClass="side__loc"
      button={{
        children: (
          <>
            <Mark />
            <span className="nav__name grow">
              <b className="clip">
                <bdi>{name}</bdi>
              </b>
              <small className="clip">{here.location ? cityOf(here.location) : here.network?.name}</small>
            </span>
            <span className="sr">{phrase('admin-shell.switchLocation')}</span>
            <Icon of={icons.updown} className="nav__name" />
          </>
        ),
      }}
    />
  );
}

function item(
  of: { key: string; label: MenuItem['label']; slug: string; note?: string },
  here: Here,
  rest: string,
): MenuItem {
  return {
    key: of.key,
    label: of.label,
    note: of.note,
    checked: here.slug === of.slug,
    href: here.hrefTo(rest, of.slug),
  };
}

/** The city its clock is named after; every zone but a few names one. */
const cityOf = (location: LocationHere): string =>
  (location.timeZone.split('/').at(-1) ?? location.timeZone).replaceAll('_', ' ');

/** Parents before their children, as the tree reads. */
export function inTreeOrder(locations: readonly LocationHere[], below: string | null = null): LocationHere[] {
  return locations
    .filter((one) => one.parentId === below)
    .flatMap((one) => [one, ...inTreeOrder(locations, one.id)]);
}
