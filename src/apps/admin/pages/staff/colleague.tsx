import { useState } from 'react';
import {
  AtText, Banner, Button, Dialog, icons, List, ListRow, NameText, toast, usePhrase,
} from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { type AnswerTo, Refused, type Sent } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { roleText } from '../../pieces/roles/role-text.ts';
import { needsRole, RoleFields } from './role-fields.tsx';

type Admin = AnswerTo<'listStaff'>['data'][number];

/** One colleague's roles: give one more, end one, end all. What ends, ends from the next request. */
export function ColleagueDialog({ admin, onClose }: { readonly admin: Admin; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const { me } = useHere();
  const [adds, setAdds] = useState(false);
  const [ends, setEnds] = useState(false);
  const mayEndAll = admin.roles.every(({ mayEnd }) => mayEnd);
  return (
    <Dialog
      open
      title={admin.name}
      onClose={onClose}
      acts={
        ends ? undefined : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {phrase('kit.close')}
            </Button>
            {me.may('staff.write') ? (
              <Button
                icon={icons.door}
                onClick={() => setEnds(true)}
                why={mayEndAll ? undefined : phrase('admin-staff.colleague.notYours')}
              >
                {phrase('admin-staff.colleague.endAll')}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {ends ? (
        <EndAll admin={admin} onBack={() => setEnds(false)} onClose={onClose} />
      ) : (
        <>
          <Roles admin={admin} />
          {adds ? (
            <GiveRole admin={admin} onDone={() => setAdds(false)} />
          ) : (
            <Button small icon={icons.plus} onClick={() => setAdds(true)}>
              {phrase('admin-staff.colleague.give')}
            </Button>
          )}
        </>
      )}
    </Dialog>
  );
}

function Roles({ admin }: { readonly admin: Admin }) {
  const phrase = usePhrase();
  const { network } = useHere();
  const end = useSend('endRole', { refresh: ['listStaff'] });
  const said = end.error instanceof Refused ? end.error.detail : undefined;
  return (
    <>
      {said === undefined ? null : (
        <div role="alert">
          <Banner tone="alert">{said}</Banner>
        </div>
      )}
      <List label={phrase('admin-staff.role')}>
        {admin.roles.map((held) => (
          <ListRow
            key={held.id}
            title={phrase('admin-staff.roleAt', {
              role: roleText(phrase, held),
              location: held.locationName,
            })}
            note={
              <>
                {phrase('admin-staff.colleague.since')}{' '}
                <AtText at={held.startedAt} zone={network?.timeZone ?? 'UTC'} style="short" />
              </>
            }
          >
            <Button
              small
              busy={end.isPending}
              why={held.mayEnd ? undefined : phrase('admin-staff.colleague.notYours')}
              onClick={() => end.mutate({ params: { adminId: admin.id, roleId: held.id } })}
            >
              {phrase('admin-staff.colleague.endRole')}
            </Button>
          </ListRow>
        ))}
      </List>
    </>
  );
}

function GiveRole({ admin, onDone }: { readonly admin: Admin; readonly onDone: () => void }) {
  const phrase = usePhrase();
  const give = useSend('giveRole', { refresh: ['listStaff'] });
  const form = useForm({
    initial: { role: '', locationId: '' },
    check: (values) => needsRole(values, phrase('admin-accounts.need.choice')),
    send: (values) => give.mutateAsync({
      params: { adminId: admin.id }, body: values as Sent<'giveRole'>['body'],
    }),
    onDone,
  });
  return (
    <FormFrame form={form} verb={phrase('admin-staff.colleague.give')} onCancel={onDone}>
      <RoleFields form={form} />
    </FormFrame>
  );
}

function EndAll({ admin, onBack, onClose }: {
  readonly admin: Admin; readonly onBack: () => void; readonly onClose: () => void;
}) {
  const phrase = usePhrase();
  const end = useSend('endStaff', { refresh: ['listStaff', 'listInvitations'] });
  const said = end.error instanceof Refused ? end.error.detail : undefined;
  const confirm = async () => {
    await end.mutateAsync({ params: { adminId: admin.id } }).then(() => {
      toast(phrase('admin-staff.colleague.ended', { name: admin.name }));
      onClose();
    }, () => undefined);
  };
  return (
    <>
      {said === undefined ? null : <div role="alert"><Banner tone="alert">{said}</Banner></div>}
      <p>{phrase('admin-staff.colleague.endEffect', { name: admin.name })}</p>
      <p className="muted"><NameText>{admin.email}</NameText></p>
      <div className="form__acts form__acts--end">
        <Button kind="quiet" onClick={onBack}>{phrase('kit.cancel')}</Button>
        <Button kind="danger" busy={end.isPending} onClick={() => void confirm()}>
          {phrase('admin-staff.colleague.endAll')}
        </Button>
      </div>
    </>
  );
}
