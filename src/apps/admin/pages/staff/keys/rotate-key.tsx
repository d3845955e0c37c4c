import { useState } from 'react';
import { Button, Dialog, SelectField, usePhrase } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { useForm } from '../../../data/form.ts';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import type { ApiKey } from './api-keys.tsx';
import { LastDayField } from './last-day-field.tsx';
import { ShownSecret } from './shown-secret.tsx';

const overlaps = [0, 60, 24 * 60, 7 * 24 * 60, 30 * 24 * 60];

/** A new secret for the same key: how long the old one still works is chosen, and the new one shown once. */
export function RotateKey({ of: key, onClose }: { readonly of: ApiKey; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const [secret, setSecret] = useState<string>();
  return (
    <Dialog open wide title={phrase('admin-keys.rotateTitle', { name: key.name })} onClose={onClose}
      acts={secret === undefined ? undefined : (
        <Button kind="primary" onClick={onClose}>{phrase('admin-staff.newKey.kept')}</Button>
      )}>
      {secret === undefined ? <RotateForm of={key} onMade={setSecret} onClose={onClose} />
        : <ShownSecret secret={secret} />}
    </Dialog>
  );
}

function RotateForm({ of: key, onMade, onClose }: {
  readonly of: ApiKey;
  readonly onMade: (secret: string) => void;
  readonly onClose: () => void;
}) {
  const phrase = usePhrase();
  const rotate = useSend('rotateApiKey', { refresh: ['listApiKeys'] });
  const form = useForm({
    initial: { overlapMinutes: '1440', expiresDay: key.expiresDay ?? '' },
    send: async ({ overlapMinutes, expiresDay }) => {
      const isMoved = expiresDay !== (key.expiresDay ?? '');
      const made = await rotate.mutateAsync({
        params: { keyId: key.id },
        body: {
          overlapMinutes: Number(overlapMinutes),
          ...(isMoved && { expiresDay: expiresDay === '' ? null : expiresDay }),
        },
      });
      onMade(made.secret ?? '');
    },
  });
  return (
    <FormFrame form={form} verb={phrase('admin-keys.rotate')} onCancel={onClose}>
      <p>{phrase('admin-keys.rotateEffect')}</p>
      <SelectField
        {...form.field('overlapMinutes')}
        label={phrase('admin-keys.overlap')}
        help={phrase('admin-keys.overlapHelp')}
        options={overlaps.map((one) => ({
          value: String(one),
          label: phrase(`admin-keys.overlaps.m${one}`),
        }))}
      />
      <LastDayField form={form} />
    </FormFrame>
  );
}
