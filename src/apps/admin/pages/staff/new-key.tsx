import { useState } from 'react';
import { Banner, Button, Dialog, icons, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import type { Sent } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { needsRole, RoleFields } from './role-fields.tsx';

/** Makes a key and shows its secret, once, with the first call ready to copy. */
export function NewKeyDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const [secret, setSecret] = useState<string>();
  const close = () => {
    setSecret(undefined);
    onClose();
  };
  return (
    <Dialog
      open={open}
      wide
      title={phrase('admin-staff.newKey.title')}
      onClose={close}
      acts={
        secret === undefined ? undefined : (
          <Button kind="primary" onClick={close}>
            {phrase('admin-staff.newKey.kept')}
          </Button>
        )
      }
    >
      {secret === undefined ? <NewKeyForm onMade={setSecret} onClose={close} /> : <Shown secret={secret} />}
    </Dialog>
  );
}

function NewKeyForm({
  onMade,
  onClose,
}: {
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) {
  const phrase = usePhrase();
  const { location, network } = useHere();
  const make = useSend('createApiKey', { refresh: ['listApiKeys'] });
  const form = useForm({
    initial: { name: '', role: '', locationId: location?.id ?? network?.id ?? '' },
    check: (values) => ({
      name: values.name.trim() === '' ? phrase('admin-accounts.need.name') : undefined,
      ...needsRole(values, phrase('admin-accounts.need.choice')),
    }),
    send: async (values) => {
      const made = await make.mutateAsync({ body: values as Sent<'createApiKey'>['body'] });
      onMade(made.secret ?? '');
    },
  });
  return (
    <FormFrame form={form} verb={phrase('admin-staff.newKey.verb')} onCancel={onClose}>
      <TextField
        {...form.field('name')}
        label={phrase('admin-accounts.name')}
        autoComplete="off"
        autoFocus
        help={phrase('admin-staff.newKey.nameHelp')}
      />
      <RoleFields form={form} />
    </FormFrame>
  );
}

function Shown({ secret }: { readonly secret: string }) {
  const phrase = usePhrase();
  const curl = `curl ${location.origin}/api/v1/me \\\n  -H "Authorization: Bearer ${secret}"`;
  return (
    <>
      <div role="status"><Banner tone="soon">{phrase('admin-staff.newKey.once')}</Banner></div>
      <Copied label={phrase('admin-staff.newKey.secret')} text={secret} />
      <Copied label={phrase('admin-staff.newKey.curl')} text={curl} />
    </>
  );
}

function Copied({ label, text }: { readonly label: string; readonly text: string }) {
  const phrase = usePhrase();
  const [done, setDone] = useState(false);
  return (
    <div className="field">
      <span className="row"><span className="label">{label}</span>
        <Button small icon={done ? icons.check : icons.copy} onClick={() => {
          void navigator.clipboard.writeText(text).then(() => setDone(true));
        }}>{phrase(done ? 'kit.copied' : 'kit.copy')}</Button></span>
      <code className="secret">{text}</code>
    </div>
  );
}
