import { useRouter } from '@tanstack/react-router';
import { Dialog, SelectField, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { inTreeOrder } from '../../frame/location-switcher.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { currencyChoices, slugOf, zoneChoices } from './choices.ts';

/** A location needs a name, an address, a clock and a currency; the rest comes from above. */
export function NewLocation({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { phrase } = useSpeech();
  return (
    <Dialog open={open} title={phrase('admin-locations.new')} onClose={onClose}>
      <NewLocationForm onClose={onClose} />
    </Dialog>
  );
}

function NewLocationForm({ onClose }: { onClose: () => void }) {
  const { phrase, formats } = useSpeech();
  const { network, locations, location, hrefTo } = useHere();
  const router = useRouter();
  const create = useSend('createLocation');
  const above = location ?? network;
  const form = useForm({
    initial: {
      name: '',
      slug: '',
      timeZone: above?.timeZone ?? 'UTC',
      currency: above?.currency ?? 'EUR',
      parentId: network?.id ?? '',
    },
    draft: 'new-location',
    check: (values) => ({
      name: values.name.trim() === '' ? phrase('kit.form.required') : undefined,
      slug: /^[a-z0-9]+(-[a-z0-9]+)*$/.test(values.slug || slugOf(values.name))
        ? undefined
        : phrase('admin-locations.slugHelp'),
    }),
    send: async ({ parentId, ...values }) => {
      const made = await create.mutateAsync({
        body: { ...values, slug: values.slug || slugOf(values.name), ...(parentId && { parentId }) },
      });
      onClose();
      toast(phrase('admin-locations.made', { name: values.name }));
      router.history.push(hrefTo(`settings/locations/${made.id}`));
    },
  });
  return (
    <FormFrame form={form} verb={phrase('admin-locations.open')} onCancel={onClose}>
      <TextField
        label={phrase('admin-locations.name')}
        autoFocus
        autoComplete="off"
        {...form.field('name')}
      />
      <TextField
        label={phrase('admin-locations.slug')}
        help={phrase('admin-locations.slugHelp')}
        autoComplete="off"
        placeholder={slugOf(form.values.name)}
        optional
        {...form.field('slug')}
      />
      <SelectField
        label={phrase('admin-locations.parent')}
        options={inTreeOrder(locations).map((one) => ({ value: one.id, label: one.name }))}
        {...form.field('parentId')}
      />
      <SelectField
        label={phrase('admin-locations.timeZone')}
        options={zoneChoices()}
        {...form.field('timeZone')}
      />
      <SelectField
        label={phrase('admin-locations.currency')}
        options={currencyChoices(formats)}
        {...form.field('currency')}
      />
    </FormFrame>
  );
}
