import { useState } from 'react';
import { Button, icons, Menu, type MenuItem, usePhrase } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { CancelDialog } from './cancel-dialog.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { type ContractRow, freezeOf } from './contract-rows.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { KeepDialog } from './keep-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';
import { ContractSeats } from '../teams/seats/contract-seats.tsx';

type Verb = 'freeze' | 'resume' | 'cancel' | 'change' | 'keep' | 'seats';

/** What can be done with a contract; each verb shows what it does before it is done. */
export function ContractActs({ of }: { readonly of: ContractRow }) {
  const phrase = usePhrase();
  const { me } = useHere();
  const [verb, setVerb] = useState<Verb | null>(null);
  if (!me.may('contracts.write', of.locationId) || of.status === 'ended' || of.status === 'void') return null;
  const freeze = freezeOf(of);
  const close = () => setVerb(null);
  const item = (key: Verb, icon: MenuItem['icon'], more: Partial<MenuItem> = {}): MenuItem => ({
    key,
    icon,
    label: phrase(`admin-contracts.verbs.${key}`),
    onChoose: () => setVerb(key),
    ...more,
  });
  const items: MenuItem[] = [
    ...(freeze === undefined ? [] : [item('resume', icons.sun)]),
    item('freeze', icons.snow),
    item('change', icons.refresh),
    ...(of.teamId === null ? [] : [item('seats', icons.ticket)]),
    of.endDay === null ? item('cancel', icons.x, { danger: true }) : item('keep', icons.check),
  ];
  return (
    <span className="acts">
      {of.status === 'frozen' ? (
        <Button small onClick={() => setVerb('resume')}>
          {phrase('admin-contracts.verbs.resume')}
        </Button>
      ) : null}
      <Menu
        button={{ kind: 'quiet', small: true, icon: icons.more, label: phrase('kit.more') }}
        side="end"
        name={phrase('kit.more')}
        items={items}
      />
      {verb === 'freeze' ? <FreezeDialog of={of} onClose={close} /> : null}
      {verb === 'resume' && freeze !== undefined ? (
        <ResumeDialog of={of} freezeId={freeze.id} onClose={close} />
      ) : null}
      {verb === 'cancel' ? <CancelDialog of={of} onClose={close} /> : null}
      {verb === 'change' ? <ChangeDialog of={of} onClose={close} /> : null}
      {verb === 'seats' && of.teamId !== null ? (
        <ContractSeats contract={of} teamId={of.teamId} onClose={close} />
      ) : null}
      {verb === 'keep' ? <KeepDialog of={of} onClose={close} /> : null}
    </span>
  );
}
