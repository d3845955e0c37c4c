import { useState } from 'react';
import { Button, Dialog, RailPart, toast, useSpeech } from '../../../../kit/plain/index.ts';
import type { LocationHere } from '../../data/here.tsx';
import { useHere } from '../../data/here.tsx';
import { Fault } from '../../pieces/region.tsx';
import { ChangeLines } from './change-lines.tsx';
import { Reaches } from './reach.tsx';
import { type AccessHere, usePreview, type Version } from './use-access.ts';
import { isToCome, WhenField } from './when-field.tsx';

interface ScheduledProps {
  readonly access: AccessHere;
  readonly place: LocationHere;
}

/** What is published already and waits for its time, and what can still be done about it. */
export function Scheduled({ access, place }: ScheduledProps) {
  const { phrase, formats } = useSpeech();
  const { me } = useHere();
  const [open, setOpen] = useState<Version>();
  const waiting = access.access?.scheduled ?? [];
  if (waiting.length === 0) return null;
  return (
    <RailPart title={phrase('admin-access.waiting')}>
      {waiting.map((version) => (
        <div key={version.version} className="stack stack--8">
          <p className="num">
            <b>{formats.at(version.inForceFrom, place.timeZone, 'dated')}</b>{' '}
            <span className="muted small">{phrase('admin-access.madeBy', {
              name: version.madeByName ?? '', known: version.madeByName === null ? 'no' : 'yes',
              time: formats.at(version.madeAt, place.timeZone),
            })}</span>
          </p>
          <ChangeLines of={version.changes} />
          {me.may('portal.publish', place.id) ? (
            <p><Button small onClick={() => setOpen(version)}>{phrase('admin-access.changeTime')}</Button></p>
          ) : null}
        </div>
      ))}
      {open === undefined ? null : (
        <ScheduledDialog version={open} access={access} place={place} onClose={() => setOpen(undefined)} />
      )}
    </RailPart>
  );
}

interface ScheduledDialogProps extends ScheduledProps {
  readonly version: Version;
  readonly onClose: () => void;
}

/** Another time, now, or not at all; whom it reaches is counted at the time that is chosen. */
function ScheduledDialog({ version: { version, inForceFrom, sections }, ...props }: ScheduledDialogProps) {
  const { access, place, onClose } = props;
  const { phrase, formats } = useSpeech();
  const [when, setWhen] = useState<string | undefined>(inForceFrom);
  const [busy, setBusy] = useState<'withdraw' | 'move'>();
  const [fault, setFault] = useState<Error>();
  const [preview, who] = usePreview(isToCome(when)
    ? { locationId: place.id, sections, at: when, insteadOf: version } : undefined);
  const act = (verb: 'withdraw' | 'move', call: () => Promise<void>, said: string) => {
    setBusy(verb);
    setFault(undefined);
    call()
      .then(() => {
        toast(said);
        onClose();
      })
      .catch((error: unknown) => setFault(error as Error))
      .finally(() => setBusy(undefined));
  };
  const moved = when === undefined ? phrase('admin-access.movedNow')
    : phrase('admin-access.moved', { time: formats.at(when, place.timeZone, 'dated') });
  const same = when === inForceFrom;
  return (
    <Dialog open onClose={onClose} title={phrase('admin-access.waitingTitle')} acts={
      <>
        <Button kind="danger" busy={busy === 'withdraw'} onClick={() =>
          act('withdraw', () => access.withdraw(version), phrase('admin-access.withdrawn'))}>
          {phrase('admin-access.withdraw')}
        </Button>
        <Button kind="primary" busy={busy === 'move'}
          why={same ? phrase('admin-access.sameTime') : isToCome(when) ? undefined
            : phrase('admin-access.past')}
          onClick={() => act('move', () => access.reschedule(version, when), moved)}>
          {phrase(when === undefined ? 'admin-access.publishRightNow' : 'admin-access.move')}
        </Button>
      </>
    }>
      {fault === undefined ? null : <Fault error={fault} />}
      <WhenField place={place} when={when} onWhen={setWhen} name="waiting" />
      {isToCome(when) ? <Reaches preview={preview} who={who} /> : null}
    </Dialog>
  );
}
