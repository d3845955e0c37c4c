import { type KeyboardEvent, useSyncExternalStore } from 'react';
import { Icon, icons, SelectField, useSpeech } from '../../../../kit/plain/index.ts';
import {
  type AccessLevel,
  accessLevels,
  type PortalSection,
  portalSections,
} from '../../../../domain/access/section.ts';
import { useHere } from '../../data/here.tsx';
import { CheckMark } from './checks.tsx';
import type { AccessHere } from './use-access.ts';

interface MatrixProps {
  readonly access: AccessHere;
  /** The network has nothing to inherit from. */
  readonly isRoot: boolean;
  readonly mayChange: boolean;
}

const INHERITED = 'inherited';

/**
 * Sixteen radio groups in a table: arrows move within a row, Tab between rows. On a phone, a choice per
 * section.
 */
export function Matrix(props: MatrixProps) {
  const { phrase } = useSpeech();
  const isNarrow = useIsNarrow();
  if (isNarrow) return <NarrowMatrix {...props} />;
  return (
    <table className="table table--compact matrix">
      <caption className="sr">{phrase('admin-access.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{phrase('admin-access.section')}</th>
          {accessLevels.map((level) => (
            <th key={level} scope="col">
              {phrase(`admin-access.levels.${level}`)}
            </th>
          ))}
          <th scope="col">{phrase('admin-access.levels.inherited')}</th>
          <th scope="col">{phrase('admin-access.inEffect')}</th>
          <th scope="col" className="n">
            {phrase('admin-access.seenBy')}
          </th>
        </tr>
      </thead>
      <tbody>
        {portalSections.map((section) => (
          <SectionRow key={section} section={section} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function SectionRow({ section, access, isRoot, mayChange }: MatrixProps & { section: PortalSection }) {
  const { phrase } = useSpeech();
  const name = phrase(`admin-access.sections.${section}`);
  const wished = access.wished[section];
  const isChanged = access.changed.includes(section);
  const was = (level: AccessLevel | null) => isChanged && (access.own[section] ?? null) === level;
  const radio = (level: AccessLevel | null) => {
    const levelName = phrase(`admin-access.levels.${level ?? INHERITED}`);
    const key = was(level) ? 'admin-access.choicePublished' : 'admin-access.choice';
    return (
      <td key={level ?? INHERITED} className={was(level) ? 'was' : undefined}>
        <label>
          <input
            className="radio"
            type="radio"
            name={section}
            checked={wished === level}
            disabled={!mayChange}
            aria-describedby={mayChange ? undefined : 'access-read-only'}
            aria-label={phrase(key, { section: name, level: levelName })}
            onChange={() => access.set(section, level)}
          />
        </label>
      </td>
    );
  };
  const own = accessLevels.map(radio);
  return (
    <tr className={isChanged ? 'changed' : undefined} onKeyDown={askByKey}>
      <th scope="row">
        <span className="matrix__name">
          {name}
          {isChanged ? <Unpublished /> : null}
        </span>
        <WhyNot section={section} />
      </th>
      {own}
      {isRoot ? <td className="muted">–</td> : radio(null)}
      <td className="eff">
        <InEffect section={section} access={access} />
        <CheckMark section={section} access={access} />
      </td>
      <td className="n">
        <SeenBy section={section} access={access} />
      </td>
    </tr>
  );
}

const Unpublished = () => {
  const { phrase } = useSpeech();
  return <span className="dot-draft"><span className="sr">{phrase('admin-access.notPublished')}</span></span>;
};

/** Tab goes from row to row, so the way to why is a key within it. */
function askByKey(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLElement>('.matrix__why')?.click();
}

/** Whoever asks why somebody cannot open the section is two steps from the answer (WHY-1). */
function WhyNot({ section, byKey = true }: { section: PortalSection; byKey?: boolean }) {
  const { phrase } = useSpeech();
  const { hrefTo, may } = useHere();
  if (!may('access.explain')) return null;
  const name = phrase('admin-explain.ofSection', { section: phrase(`admin-access.sections.${section}`) });
  return (
    <a className="matrix__why" href={hrefTo(`explain?action=viewSection&target=${section}`)} title={name}
      {...(byKey && { tabIndex: -1, 'aria-keyshortcuts': '?' })}>
      <Icon of={icons.info} size={14} /><span className="sr">{name}</span>
    </a>
  );
}

const previewed = (access: AccessHere, section: PortalSection) =>
  access.preview.data?.sections.find((one) => one.section === section);

function InEffect({ section, access }: { section: PortalSection; access: AccessHere }) {
  const { phrase } = useSpeech();
  const setAt = access.wished[section] === null ? access.access?.inEffect[section]?.setAt : null;
  const level =
    access.wished[section] ?? previewed(access, section)?.to ?? access.access?.inEffect[section]?.level;
  return level === undefined ? null : (
    <b title={setAt == null ? undefined : phrase('admin-access.setAt', { name: setAt.name })}>
      {phrase(`admin-access.effective.${level}`)}
    </b>
  );
}

function SeenBy({ section, access }: { section: PortalSection; access: AccessHere }) {
  const { phrase, formats } = useSpeech();
  const found = previewed(access, section);
  if (found === undefined) return <span className="muted">–</span>;
  if (found.wouldBeSeenBy === null) return <span className="muted">{phrase('admin-access.everyone')}</span>;
  return <>{formats.number(found.wouldBeSeenBy)}</>;
}

function NarrowMatrix({ access, isRoot, mayChange }: MatrixProps) {
  const { phrase } = useSpeech();
  const choices = [...accessLevels, ...(isRoot ? [] : [INHERITED])];
  return (
    <ul className="matrix-cards">
      {portalSections.map((section) => {
        const name = phrase(`admin-access.sections.${section}`);
        const isChanged = access.changed.includes(section);
        return (
          <li key={section} className={isChanged ? 'changed' : undefined}>
            {mayChange ? (
              <SelectField
                label={name}
                name={section}
                value={access.wished[section] ?? INHERITED}
                onValue={(value) => access.set(section, value === INHERITED ? null : (value as AccessLevel))}
                options={choices.map((value) => ({ value, label: phrase(`admin-access.levels.${value}`) }))}
              />
            ) : (
              <b>{name}</b>
            )}
            <span className="row small">
              {isChanged ? <Unpublished /> : null}
              <InEffect section={section} access={access} />
              <CheckMark section={section} access={access} />
              <span className="push num">
                <SeenBy section={section} access={access} />
              </span>
              <WhyNot section={section} byKey={false} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

const narrow = matchMedia('(max-width: 48rem)');

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrow.addEventListener('change', listener);
      return () => narrow.removeEventListener('change', listener);
    },
    () => narrow.matches,
  );
}
