import { useState } from 'react';
import {
  Banner, Button, Dialog, icons, SelectField, TextArea, TextField, toast, useSpeech,
} from '../../../../../kit/plain/index.ts';
import type { Id } from '../../../../../domain/kernel/id.ts';
import { useAnswer, useSend } from '../../../data/answers.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { useHere } from '../../../data/here.tsx';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import { Setting } from '../setting.tsx';
import type { SettingsHere } from '../use-settings.ts';

type Entity = AnswerTo<'listLegalEntities'>['data'][number];

/** Who invoices here, and what stands about them on the invoices. */
export function LegalEntity({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  const { me, network } = useHere();
  const [editing, setEditing] = useState<Entity | 'new' | null>(null);
  const entities = useAnswer('listLegalEntities', {}).data?.data ?? [];
  const chosen = settings.value('legalEntityId');
  const inUse = entities.find(({ id }) => id === chosen) ?? entities[0];
  const mayEdit = network !== undefined && me.may('settings.write', network.id);
  return (
    <Setting settings={settings} name="legalEntityId">
      <SelectField
        label={phrase('admin-locations.settings.legalEntityId.label')}
        name="legalEntityId"
        help={phrase('admin-locations.settings.legalEntityId.help')}
        value={chosen ?? ''}
        onValue={(value) =>
          settings.mayChange && settings.set('legalEntityId', value === '' ? null : (value as Id<'ent'>))
        }
        options={[
          { value: '', label: phrase('admin-locations.firstEntity') },
          ...entities.map((one) => ({ value: one.id, label: one.name })),
        ]}
      />
      {mayEdit ? (
        <div className="row wrap">
          {inUse === undefined ? null : (
            <Button small onClick={() => setEditing(inUse)}>
              {phrase('admin-locations.entity.edit', { name: inUse.name })}
            </Button>
          )}
          <Button small kind="quiet" icon={icons.plus} onClick={() => setEditing('new')}>
            {phrase('admin-locations.entity.add')}
          </Button>
        </div>
      ) : null}
      {editing === null ? null : (
        <EntityDialog entity={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Setting>
  );
}

/** Name, address, tax number, bank and series; invoices that are issued keep what they said. */
function EntityDialog({ entity, onClose }: { readonly entity: Entity | null; readonly onClose: () => void }) {
  const { phrase } = useSpeech();
  const create = useSend('createLegalEntity');
  const change = useSend('changeLegalEntity');
  const form = useForm({
    initial: {
      name: entity?.name ?? '',
      address: entity?.address ?? '',
      taxNumber: entity?.taxNumber ?? '',
      bankDetails: entity?.bankDetails ?? '',
      invoicePrefix: entity?.invoicePrefix ?? '',
    },
    check: ({ name, invoicePrefix }) => ({
      name: name.trim() === '' ? phrase('kit.form.required') : undefined,
      invoicePrefix: /^[A-Z0-9]{1,10}$/.test(invoicePrefix)
        ? undefined
        : phrase('admin-locations.entity.prefixWrong'),
    }),
    send: ({ taxNumber, ...values }) => {
      const body = { ...values, taxNumber: taxNumber.trim() === '' ? null : taxNumber.trim() };
      if (entity === null) return create.mutateAsync({ body });
      return change.mutateAsync({ params: { legalEntityId: entity.id }, body });
    },
    onDone: () => {
      toast(phrase('kit.form.saved'));
      onClose();
    },
  });
  const label = (name: string) => phrase(`admin-locations.entity.${name}`);
  return (
    <Dialog open title={label(entity === null ? 'add' : 'title')} onClose={onClose}>
      <FormFrame form={form} verb={phrase('kit.form.save')} onCancel={onClose}>
        <TextField label={label('name')} {...form.field('name')} maxLength={200} />
        <TextArea label={label('address')} {...form.field('address')} rows={3} optional />
        <TextField label={label('taxNumber')} {...form.field('taxNumber')} maxLength={50} optional />
        <TextArea
          label={label('bankDetails')}
          help={label('bankHelp')}
          {...form.field('bankDetails')}
          rows={2}
          optional
        />
        <TextField
          label={label('prefix')}
          help={phrase('admin-locations.entity.prefixHelp', {
            example: `${form.values.invoicePrefix || 'BER'}-2026-0001`,
          })}
          {...form.field('invoicePrefix')}
          onValue={(text) => form.set('invoicePrefix', text.toUpperCase())}
          maxLength={10}
          dir="ltr"
        />
        {entity === null ? null : <Banner icon={icons.info}>{label('keeps')}</Banner>}
      </FormFrame>
    </Dialog>
  );
}
