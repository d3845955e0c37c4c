import {
  calendar,
  check,
  down,
  globe,
  home,
  tag,
  user,
  wallet,
  type Shape,
} from '../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../kit/plain/icon/icon.tsx';
import { Mark } from './mark.tsx';
import type { Choice, Frame, MenuItem } from './view.ts';

/** Where one is, and where else one may look. Menus open without script (popover). */
export function Header({ frame }: { frame: Frame }) {
  const { place, phrase, link, places, visitor, accountEmail } = frame;
  return (
    <header className="p-top p-top--site">
      {places.length === 0 ? (
        <a className="brand" href={link('home')}>
          <Mark />
          {place.name}
        </a>
      ) : (
        <button className="brand" type="button" popoverTarget="places">
          <Mark />
          <span className="clip">{place.name}</span>
          <Icon of={down} size={14} />
          <span className="sr">{phrase('portal-frame.changePlace')}</span>
        </button>
      )}
      <Choices id="places" label={phrase('portal-frame.places')} choices={places} />
      <button
        className="btn btn--quiet btn--icon push"
        type="button"
        popoverTarget="languages"
        aria-label={phrase('portal-frame.languages')}
      >
        <Icon of={globe} size={20} />
      </button>
      <Choices id="languages" label={phrase('portal-frame.languages')} choices={frame.languages} end />
      {visitor === null && accountEmail === null && (
        <a className="btn p-signin" href={link('signIn')}>
          {phrase('portal-frame.menu.signIn')}
        </a>
      )}
    </header>
  );
}

function Choices({
  id,
  label,
  choices,
  end = false,
}: {
  id: string;
  label: string;
  choices: readonly (Choice & { code?: string })[];
  end?: boolean;
}) {
  if (choices.length === 0) return null;
  return (
    <nav id={id} popover="auto" className={end ? 'drop drop--end' : 'drop'} aria-label={label}>
      <ul>
        {choices.map((choice) => (
          <li key={choice.href}>
            <a
              className="drop__item"
              href={choice.href}
              lang={choice.code}
              aria-current={choice.current ? 'true' : undefined}
            >
              {choice.label}
              {choice.current && <Icon of={check} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const icons: Readonly<Record<string, Shape>> = { home, calendar, wallet, tag, user };

/** At the foot of a phone, in the head of anything wider. */
export function Menu({ frame }: { frame: Frame }) {
  return (
    <nav className="bar" aria-label={frame.phrase('portal-frame.main')}>
      {frame.menu.map((item) => (
        <MenuLink key={item.page} item={item} />
      ))}
    </nav>
  );
}

const MenuLink = ({ item }: { item: MenuItem }) => (
  <a href={item.href} aria-current={item.current ? 'page' : undefined} data-page={item.page}>
    <Icon of={icons[item.icon] ?? home} />
    {item.label}
  </a>
);
