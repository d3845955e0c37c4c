import { useState } from 'react';
import {
  Button, Dialog, icons, toast, type Tone, ToneBadge, useSpeech,
} from '../../../../kit/plain/index.ts';
import { type LocationHere, useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { ChangeLines } from './change-lines.tsx';
import { Reaches } from './reach.tsx';
import { type AccessHere, usePreview, type Version } from './use-access.ts';
import { changesOf, complete, type OwnLevels } from './wished.ts';

export interface VersionsProps {
  readonly access: AccessHere;
  readonly place: LocationHere;
  readonly onClose: () => void;
}

interface Chosen {
  readonly version: number;
  readonly sections: OwnLevels;
}

/** Before anything was published, everything was as the parent has it. */
const atFirst: Chosen = { version: 0, sections: complete({}) };

/** What was published, by whom and when; and the way back to it, with what that would do. */
export function VersionsDialog({ access, place, onClose }: VersionsProps) {
  const { phrase } = useSpeech();
  const [chosen, setChosen] = useState<Chosen>();
  const versions = access.access?.versions ?? [];
  if (chosen !== undefined) {
    return <RevertDialog chosen={chosen} access={access} place={place} onClose={onClose}
      onBack={() => setChosen(undefined)} />;
  }
  return (
    <Dialog open wide onClose={onClose} title={phrase('admin-access.versionsOf', { name: place.name })}>
      {versions.length === 0 ? <p>{phrase('admin-access.noVersions')}</p> : (
        <ol className="versions">
          {versions.map((of) => (
            <VersionRow key={of.version} of={of} access={access} place={place}
              onBring={() => setChosen({ version: of.version, sections: complete(of.sections) })} />
          ))}
          <li>
            <div className="row wrap">
              <b>{phrase('admin-access.atFirst')}</b>
              <Bring of={atFirst} access={access} place={place} onBring={() => setChosen(atFirst)} />
            </div>
          </li>
        </ol>
      )}
    </Dialog>
  );
}

const tones: Readonly<Record<Version['state'], Tone>> = {
  inForce: 'active', scheduled: 'scheduled', past: 'quiet', withdrawn: 'quiet',
};
const stateIcons = {
  inForce: icons.check, scheduled: icons.clock, past: icons.circle, withdrawn: icons.x,
} as const;

type RowProps = Omit<VersionsProps, 'onClose'> & { readonly onBring: () => void };

function VersionRow({ of, onBring, ...props }: RowProps & { readonly of: Version }) {
  const { phrase, formats } = useSpeech();
  const time = (at: string) => formats.at(at, props.place.timeZone, 'dated');
  const made = phrase('admin-access.madeBy', {
    name: of.madeByName ?? '', known: of.madeByName === null ? 'no' : 'yes', time: time(of.madeAt),
  });
  return (
    <li>
      <div className="row wrap">
        <b>{phrase('admin-access.version', { version: of.version })}</b>
        <ToneBadge tone={tones[of.state]} icon={stateIcons[of.state]} small>
          {phrase(`admin-access.states.${of.state}`, { time: time(of.inForceFrom) })}
        </ToneBadge>
        <Bring of={{ version: of.version, sections: complete(of.sections) }} onBring={onBring} {...props} />
      </div>
      <p className="muted small num">
        {made}{of.withdrawnAt === null ? null : <>{' '}{phrase('admin-access.withdrawnBy', {
          name: of.withdrawnByName ?? '', known: of.withdrawnByName === null ? 'no' : 'yes',
          time: time(of.withdrawnAt),
        })}</>}
      </p>
      <ChangeLines of={of.changes} />
    </li>
  );
}

/** Nothing to bring back where everything is so already. */
function Bring({ of, access, place, onBring }: RowProps & { readonly of: Chosen }) {
  const { phrase } = useSpeech();
  const { me } = useHere();
  if (!me.may('portal.publish', place.id) || changesOf(access.own, of.sections).length === 0) return null;
  return (
    <span className="push">
      <Button small onClick={onBring}>{phrase('admin-access.bringBackOf', { version: of.version })}</Button>
    </span>
  );
}

/** Who gains and loses by going back, before it is done. */
function RevertDialog({ chosen: { version, sections }, access, place, onClose, onBack }: VersionsProps & {
  readonly chosen: Chosen;
  readonly onBack: () => void;
}) {
  const { phrase } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Error>();
  const [preview, who] = usePreview({ locationId: place.id, sections });
  const changed = changesOf(access.own, sections);
  const changes = changed.map((section) =>
    ({ section, from: access.own[section] ?? null, to: sections[section] ?? null }));
  const revert = () => {
    setBusy(true);
    setFault(undefined);
    access.revert(version)
      .then(() => {
        toast(phrase('admin-access.broughtBack', { version }));
        onClose();
      })
      .catch((error: unknown) => setFault(error as Error))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog open wide onClose={onClose} title={phrase('admin-access.bringBackTitle', { version })} acts={
      <>
        <Button kind="quiet" onClick={onBack}>{phrase('admin-access.back')}</Button>
        <Button kind="primary" busy={busy} onClick={revert}>{phrase('admin-access.bringBackNow')}</Button>
      </>
    }>
      {fault === undefined ? null : <Fault error={fault} />}
      <ChangeLines of={changes} />
      <Reaches preview={preview} who={who} of={changed} />
    </Dialog>
  );
}
