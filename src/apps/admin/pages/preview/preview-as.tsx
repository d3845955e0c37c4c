import { personas } from '../../../../domain/access/what-if/persona.ts';
import { Icon, icons, Menu, useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';

/** "Preview as…": the portal as one of the personas; where something is drafted, without it and with it. */
export function PreviewAs({ draft = false }: { readonly draft?: boolean }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  if (!may('portal.preview')) return null;
  return (
    <Menu
      name={phrase('admin-preview.whom')}
      side="end"
      button={{
        icon: icons.eye,
        children: <>{phrase('admin-preview.asWhom')} <Icon of={icons.down} size={14} /></>,
      }}
      items={personas.map((persona) => ({
        key: persona,
        label: phrase(`admin-preview.personas.${persona}`),
        href: hrefTo(`portal/preview?as=${persona}${draft ? `&as2=${persona}&levels2=draft` : ''}`),
      }))}
    />
  );
}
