import { Rail, RailPart, useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { Check, type Found } from './checks.tsx';
import { Reach, type SectionReach, Shift } from './reach.tsx';
import { Scheduled } from './scheduled.tsx';
import type { AccessHere } from './use-access.ts';
import { WhenField, type WhenProps } from './when-field.tsx';

export interface BeforePublishingProps extends WhenProps {
  readonly access: AccessHere;
}

/** Who would gain and lose what, before anything is live. */
export function BeforePublishing({ access, place, when, onWhen }: BeforePublishingProps) {
  const { phrase } = useSpeech();
  const { me } = useHere();
  const { changed, preview, draftFault } = access;
  const told = (preview.data?.sections ?? []).filter((one) => changed.includes(one.section));
  const checks = preview.data?.checks ?? [];
  const elsewhere = checks.filter((check) => !changed.includes(check.section));
  return (
    <Rail label={phrase('admin-access.before')}>
      <RailPart title={phrase('admin-access.before')}>
        <p className="muted small">
          {phrase(changed.length === 0 ? 'admin-access.nothingChanged' : 'admin-access.notLive', {
            name: place.name, then: when === undefined ? 'no' : 'yes',
          })}
        </p>
        <DraftOf access={access} />
        {draftFault === undefined ? null : <Fault error={draftFault} />}
        {preview.error === null ? null : <Fault error={preview.error} />}
        {me.may('portal.publish', place.id) ? null : (
          <p className="muted small" id="access-read-only">
            {phrase('admin-access.readOnly', { permission: 'portal.publish' })}
          </p>
        )}
        {elsewhere.map((check) => <Check key={check.code} of={check} access={access} />)}
      </RailPart>
      {told.map((one) => (
        <Change key={one.section} of={one} access={access}
          checks={checks.filter((check) => check.section === one.section)} />
      ))}
      {changed.length === 0 ? null : <WhenField place={place} when={when} onWhen={onWhen} />}
      <Scheduled access={access} place={place} />
    </Rail>
  );
}

/** Whose draft it is: it may have been begun by somebody else. */
function DraftOf({ access }: { readonly access: AccessHere }) {
  const { phrase, formats } = useSpeech();
  const draft = access.access?.draft ?? null;
  if (draft === null || draft.madeByName === null || access.changed.length === 0) return null;
  const time = formats.at(draft.madeAt, access.place.timeZone);
  return (
    <p className="muted small">{phrase('admin-access.draftOf', { name: draft.madeByName, time })}</p>
  );
}

function Change({ of, access, checks }: {
  readonly of: SectionReach;
  readonly access: AccessHere;
  readonly checks: readonly Found[];
}) {
  const { phrase } = useSpeech();
  return (
    <div>
      <h3>{phrase(`admin-access.sections.${of.section}`)}</h3>
      <Shift from={access.own[of.section] ?? null} to={access.wished[of.section] ?? null} />
      <Reach of={of} who={access.who} />
      {checks.map((check) => <Check key={check.code} of={check} access={access} />)}
    </div>
  );
}
