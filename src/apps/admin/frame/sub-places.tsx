import { usePhrase } from '../../../kit/plain/index.ts';
import { useHere } from '../data/here.tsx';
import type { NavGroup, NavPlace } from './navigation.ts';

/** On a phone the bar at the bottom holds the groups; the places of the open one stand above its page. */
export function SubPlaces({ groups, current }: {
  readonly groups: readonly NavGroup[];
  readonly current: NavPlace | undefined;
}) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  const open = groups.find((group) => group.places.some((place) => place.key === current?.key));
  if (open === undefined || open.places.length < 2) return null;
  return (
    <nav className="subplaces tabs" aria-label={phrase(`admin-shell.nav.${open.key}`)}>
      {open.places.map((place) => (
        <a
          key={place.key}
          href={hrefTo(place.path)}
          aria-current={place.key === current?.key ? 'page' : undefined}>
          {phrase(`admin-shell.nav.${place.key}`)}
        </a>
      ))}
    </nav>
  );
}
