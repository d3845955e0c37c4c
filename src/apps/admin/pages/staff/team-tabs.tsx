import { Tabs, usePhrase } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';

/** Who works here, and what the roles may: two sides of one page. */
export function TeamTabs({ current }: { readonly current: 'people' | 'roles' }) {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  return (
    <Tabs label={phrase('admin-staff.team.title')} current={current} places={[
      { key: 'people', label: phrase('admin-roles.people'), href: hrefTo('settings/team') },
      { key: 'roles', label: phrase('admin-roles.title'), href: hrefTo('settings/team/roles') },
    ]} />
  );
}
