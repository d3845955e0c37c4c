import { Banner, Icon, icons, Menu, useSpeech } from '../../../../kit/plain/index.ts';
import type { PortalSection } from '../../../../domain/access/section.ts';
import { useHere } from '../../data/here.tsx';
import type { AccessHere, Preview } from './use-access.ts';

export type Found = Preview['checks'][number];

interface CheckProps {
  readonly of: Found;
  readonly access: AccessHere;
}

/** A harmful combination in words, with its one way out. */
export function Check({ of, access }: CheckProps) {
  const { phrase } = useSpeech();
  const way = useWay();
  return <Banner tone="soon" way={way(of, access)}>{phrase(`admin-access.checks.${of.code}`)}</Banner>;
}

/** The same in the section's row: a mark that opens what is wrong and what would mend it. */
export function CheckMark({ section, access }: { section: PortalSection; access: AccessHere }) {
  const { phrase } = useSpeech();
  const way = useWay();
  const found = (access.preview.data?.checks ?? []).filter((check) => check.section === section);
  if (found.length === 0) return null;
  return (
    <Menu
      name={phrase('admin-access.checksOf', { section: phrase(`admin-access.sections.${section}`) })}
      openerClass="matrix__check"
      button={{
        children: <Icon of={icons.alert} size={14} />,
        label: phrase('admin-access.checksOf', { section: phrase(`admin-access.sections.${section}`) }),
      }}
      items={found.map((check) => {
        const { label, href, onGo } = way(check, access);
        const note = phrase(`admin-access.checks.${check.code}`);
        return { key: check.code, label, note, href, onChoose: onGo };
      })}
    />
  );
}

function useWay() {
  const { phrase } = useSpeech();
  const { hrefTo, me } = useHere();
  return ({ use, section }: Found, access: AccessHere) => {
    if (use === undefined || !me.may('portal.publish', access.place.id)) {
      const settings = hrefTo(`settings/locations/${access.place.id}/people`);
      return { label: phrase('admin-access.openSetting'), href: settings };
    }
    const level = phrase(`admin-access.levels.${use}`);
    return { label: phrase('admin-access.use', { level }), onGo: () => access.set(section, use) };
  };
}
