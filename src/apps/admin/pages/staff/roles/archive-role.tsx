import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, icons, usePhrase } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useHere } from '../../../data/here.tsx';
import { FormDialog, useDialogForm } from '../../../pieces/form-dialog.tsx';
import type { RoleWithHolders } from './role-page.tsx';

/** Only a role that nobody has can go; who has it stands beside. */
export function ArchiveRole({ role }: { readonly role: RoleWithHolders }) {
  const phrase = usePhrase();
  const [asks, setAsks] = useState(false);
  const { people, invitations, keys } = role.holders;
  const isHeld = people + invitations + keys > 0;
  return (
    <>
      <Button icon={icons.archive} onClick={() => setAsks(true)}
        why={isHeld ? phrase('admin-roles.inUse') : undefined}>
        {phrase('admin-roles.archive')}
      </Button>
      {asks ? <Confirm role={role} onClose={() => setAsks(false)} /> : null}
    </>
  );
}

function Confirm({ role, onClose }: { readonly role: RoleWithHolders; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const router = useRouter();
  const { hrefTo } = useHere();
  const archive = useSend('archiveRole', { refresh: ['listRoles'] });
  const form = useDialogForm({
    initial: {}, done: phrase('admin-roles.archived', { name: role.name }),
    send: () => archive.mutateAsync({ params: { roleKey: role.id } }),
    onClose: () => router.history.push(hrefTo('settings/team/roles')),
  });
  return (
    <FormDialog title={phrase('admin-roles.archiveTitle', { name: role.name })} form={form} danger
      verb={phrase('admin-roles.archive')} onClose={onClose}
      above={<p>{phrase('admin-roles.archiveEffect')}</p>} />
  );
}
