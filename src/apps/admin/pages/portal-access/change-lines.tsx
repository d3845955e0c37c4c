import { Icon, icons, useSpeech } from '../../../../kit/plain/index.ts';
import type { Version } from './use-access.ts';

/** What a version changes, section by section. */
export function ChangeLines({ of }: { readonly of: Version['changes'] }) {
  const { phrase } = useSpeech();
  if (of.length === 0) return <p className="muted small">{phrase('admin-access.noChanges')}</p>;
  return (
    <ul className="shifts">
      {of.map(({ section, from, to }) => (
        <li key={section} className="shift">
          <b>{phrase(`admin-access.sections.${section}`)}</b>
          <span>{phrase(`admin-access.levels.${from ?? 'inherited'}`)}</span>
          <Icon of={icons.arrow} size={14} flip />
          <span className="shift__to">{phrase(`admin-access.levels.${to ?? 'inherited'}`)}</span>
        </li>
      ))}
    </ul>
  );
}
