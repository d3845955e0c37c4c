import { icons, Menu, usePhrase } from '../../../kit/plain/index.ts';
import { useHere } from '../data/here.tsx';
import { commands } from '../page-entry.ts';

/** What can be begun from anywhere. */
export function NewMenu() {
  const phrase = usePhrase();
  const { hrefTo, may } = useHere();
  const offered = commands.filter(
    (one) => one.isNew === true && (one.permission === undefined || may(one.permission)),
  );
  if (offered.length === 0) return null;
  return (
    <Menu
      side="end"
      name={phrase('admin-shell.new')}
      button={{
        id: 'new-menu',
        kind: 'primary',
        icon: icons.plus,
        children: (
          <>
            {phrase('admin-shell.new')}
            <span className="kbd">N</span>
          </>
        ),
      }}
      items={offered.map((one) => ({
        key: one.textKey,
        label: phrase(one.textKey),
        icon: one.icon,
        href: hrefTo(one.path),
      }))}
    />
  );
}
