import { useState } from 'react';
import { Button, Dialog, useSpeech } from '../../../../kit/plain/index.ts';
import { Fault } from '../../pieces/region.tsx';
import { Gain } from '../../pieces/gain.tsx';
import type { AccessHere } from './use-access.ts';

/** Says once more what will happen and to how many, then does it. */
export function PublishDialog({
  open,
  access,
  when,
  zone,
  onClose,
  onPublish,
}: {
  readonly open: boolean;
  readonly access: AccessHere;
  readonly when: string | undefined;
  readonly zone: string;
  readonly onClose: () => void;
  readonly onPublish: () => Promise<void>;
}) {
  const { phrase, formats } = useSpeech();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Error>();
  const count = access.changed.length;
  const publish = () => {
    setBusy(true);
    setFault(undefined);
    onPublish()
      .catch((error: unknown) => setFault(error as Error))
      .finally(() => setBusy(false));
  };
  const time = when === undefined ? phrase('admin-access.now') : formats.at(when, zone);
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
      {(access.preview.data?.sections ?? [])
        .filter((one) => access.changed.includes(one.section))
        .map((one) => <Reached key={one.section} access={access} of={one} />)}
    </Dialog>
  );
}

type SectionReach = NonNullable<AccessHere['preview']['data']>['sections'][number];

/** Who loses a section and who gains it. */
function Reached({ access, of }: { readonly access: AccessHere; readonly of: SectionReach }) {
  const { phrase } = useSpeech();
  const who = (side: 'loses' | 'gains') => access.who(of.section, side);
  return (
    <div>
      <h3>{phrase(`admin-access.sections.${of.section}`)}</h3>
      <dl className="gain">
        <dt>{phrase('admin-access.loseIt')}</dt>
        <dd>
          <Gain people={of.loses} visitors={of.visitors === 'lose'} onWho={who('loses')} />
        </dd>
        <dt>{phrase('admin-access.gainIt')}</dt>
        <dd>
          <Gain people={of.gains} visitors={of.visitors === 'gain'} onWho={who('gains')} />
        </dd>
      </dl>
    </div>
  );
}
