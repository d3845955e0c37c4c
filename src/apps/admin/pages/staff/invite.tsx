import { Dialog, TextField, toast, usePhrase } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import type { Sent } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { needsRole, RoleFields } from './role-fields.tsx';

export function InviteDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const phrase = usePhrase();
  return (
    <Dialog open={open} title={phrase('admin-staff.invite.title')} onClose={onClose}>
      <InviteForm onClose={onClose} />
    </Dialog>
  );
}

function InviteForm({ onClose }: { readonly onClose: () => void }) {
  const phrase = usePhrase();
  const { location, network } = useHere();
  const invite = useSend('inviteColleague', { refresh: ['listInvitations'] });
  const form = useForm({
    initial: { name: '', email: '', role: '', locationId: location?.id ?? network?.id ?? '' },
    check: (values) => ({
      name: values.name.trim() === '' ? phrase('admin-accounts.need.name') : undefined,
      email: values.email.includes('@') ? undefined : phrase('admin-accounts.need.email'),
      ...needsRole(values, phrase('admin-accounts.need.choice')),
    }),
    send: async (values) => {
      await invite.mutateAsync({ body: values as Sent<'inviteColleague'>['body'] });
      toast(phrase('admin-staff.invite.done', { email: values.email }));
      onClose();
    },
  });
  return (
    <FormFrame form={form} verb={phrase('admin-staff.invite.verb')} onCancel={onClose}>
      <TextField {...form.field('name')} label={phrase('admin-accounts.name')} autoComplete="off" autoFocus />
      <TextField
        {...form.field('email')}
        label={phrase('admin-accounts.email')}
        type="email"
        autoComplete="off"
        help={phrase('admin-staff.invite.help')}
      />
      <RoleFields form={form} />
    </FormFrame>
  );
}
