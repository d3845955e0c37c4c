import { icons, initials, Menu, useSpeech } from '../../../kit/plain/index.ts';
import { nameOf } from '../../../api/texts/browser.ts';
import { client } from '../data/client.ts';
import { useHere } from '../data/here.tsx';
import { useShell } from '../data/shell.tsx';
import { themes } from '../data/theme.ts';
import { roleText } from '../pieces/roles/role-text.ts';

/** Who is signed in, how the screens look and speak, and the way out. */
export function MeMenu() {
  const { phrase } = useSpeech();
  const { me, hrefTo } = useHere();
  const { theme, setTheme, language, languages, setLanguage, signOut } = useShell();
  const role = me.role === null ? null : roleText(phrase, me.role);
  return (
    <div className="side__me">
      <Menu
        upwards
        name={phrase('admin-shell.you')}
        openerClass="side__meopen"
        items={[
          ...themes.map((one) => ({
            key: one,
            label: phrase(`admin-shell.theme.${one}`),
            checked: theme === one,
            onChoose: () => setTheme(one),
            icon: { device: icons.settings, light: icons.sun, dark: icons.moon }[one],
          })),
          'rule',
          ...languages.map((one) => ({
            key: one,
            label: <span lang={one}>{nameOf(one)}</span>,
            checked: language === one,
            onChoose: () => {
              setLanguage(one);
              void client.call('changeMe', { body: { language: one } });
            },
            icon: icons.language,
          })),
          'rule',
          {
            key: 'account',
            label: phrase('admin-shell.account'),
            icon: icons.user,
            href: hrefTo('settings/account'),
          },
          { key: 'out', label: phrase('admin-shell.signOut'), icon: icons.door, onChoose: signOut },
        ]}
        button={{
          children: (
            <>
              <span className="avatar" aria-hidden="true">
                {initials(me.name)}
              </span>
              <span className="nav__name grow">
                <b className="clip">
                  <bdi>{me.name}</bdi>
                </b>
                <span className="clip">{role}</span>
              </span>
              <span className="sr">{phrase('admin-shell.you')}</span>
            </>
          ),
        }}
      />
    </div>
  );
}
