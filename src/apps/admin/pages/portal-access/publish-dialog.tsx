import { useState } from 'react';
import { Button, Dialog, useSpeech } from '../../../../kit/plain/index.ts';
import { Fault } from '../../pieces/region.tsx';
import { Reaches } from './reach.tsx';
import type { AccessHere } from './use-access.ts';

export interface PublishProps {
  readonly open: boolean;
  readonly access: AccessHere;
  readonly when: string | undefined;
  readonly onClose: () => void;
  readonly onPublish: () => Promise<void>;
}

/** Says once more what will happen and to how many, then does it. */
export function PublishDialog({ open, access, when, onClose, onPublish }: PublishProps) {
  const { phrase, formats } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Error>();
  const { timeZone } = access.place;
  const count = access.changed.length;
  const publish = () => {
    setBusy(true);
    setFault(undefined);
    onPublish()
      .catch((error: unknown) => setFault(error as Error))
      .finally(() => setBusy(false));
  };
  const time = when === undefined ? phrase('admin-access.now') : formats.at(when, timeZone, 'dated');
  const later = access.access?.scheduled.at(-1);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={phrase('admin-access.publishTitle', { count })}
      acts={
        <>
          <Button kind="quiet" onClick={onClose}>
            {phrase('kit.cancel')}
          </Button>
          <Button kind="primary" busy={busy} onClick={publish}>
            {phrase(when === undefined ? 'admin-access.publishNow' : 'admin-access.publishLater', { count })}
          </Button>
        </>
      }>
      {fault === undefined ? null : <Fault error={fault} />}
      <p>{phrase('admin-access.publishWhen', { when: time })}</p>
      {later === undefined ? null : (
        <p>{phrase('admin-access.waitsToo', { time: formats.at(later.inForceFrom, timeZone, 'dated') })}</p>
      )}
      <Reaches preview={access.preview} who={access.who} of={access.changed} />
    </Dialog>
  );
}
