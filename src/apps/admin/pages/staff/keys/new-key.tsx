import { useState } from 'react';
import { Button, Dialog, icons, TextField, usePhrase } from '../../../../../kit/plain/index.ts';
import type { Permission } from '../../../../../domain/staff/permission.ts';
import { useSend } from '../../../data/answers.ts';
import type { Sent } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { useHere } from '../../../data/here.tsx';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import { type Grant, GrantFields, newGrant, readGrants, writeGrants } from './grant-fields.tsx';
import { LastDayField } from './last-day-field.tsx';
import { ShownSecret } from './shown-secret.tsx';

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
      {secret === undefined ? <NewKeyForm onMade={setSecret} onClose={close} />
        : <ShownSecret secret={secret} />}
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
    initial: {
      name: '', expiresDay: '', grants: writeGrants([newGrant(location?.id ?? network?.id ?? '')]),
    },
    check: (values) => ({
      name: values.name.trim() === '' ? phrase('admin-accounts.need.name') : undefined,
      grants: readGrants(values.grants).every(isWhole) ? undefined : phrase('admin-keys.needGrant'),
    }),
    send: async (values) => onMade((await make.mutateAsync({ body: bodyOf(values) })).secret ?? ''),
  });
  const grants = readGrants(form.values.grants);
  const set = (next: typeof grants) => form.set('grants', writeGrants(next));
  const { error, id } = form.field('grants');
  return (
    <FormFrame form={form} verb={phrase('admin-staff.newKey.verb')} onCancel={onClose}>
      <TextField
        {...form.field('name')}
        label={phrase('admin-accounts.name')}
        autoComplete="off"
        autoFocus
        help={phrase('admin-staff.newKey.nameHelp')}
      />
      <section id={id} tabIndex={-1} className="stack stack--12" aria-label={phrase('admin-staff.keys.may')}>
        {grants.map((grant, at) => (
          <GrantFields
            key={at}
            at={at}
            grant={grant}
            onChange={(next) => set(grants.map((one, other) => (other === at ? next : one)))}
            onRemove={grants.length === 1 ? undefined : () => set(grants.filter((_, other) => other !== at))}
          />
        ))}
        {error === undefined ? null : <p className="error">{error}</p>}
        <Button small icon={icons.plus} onClick={() => set([...grants, newGrant('')])}>
          {phrase('admin-keys.addPlace')}
        </Button>
      </section>
      <LastDayField form={form} />
    </FormFrame>
  );
}

const isWhole = ({ locationId, role, permissions }: Grant): boolean =>
  locationId !== '' && role !== '' && (role !== 'chosen' || permissions.length > 0);

const bodyOf = (
  { name, expiresDay, grants }: { name: string; expiresDay: string; grants: string },
): Sent<'createApiKey'>['body'] => ({
  name,
  ...(expiresDay !== '' && { expiresDay }),
  grants: readGrants(grants).map(({ role, permissions, locationId }) => ({
    locationId,
    ...(role === 'chosen' ? { permissions: permissions as Permission[] } : { role }),
  })),
});
