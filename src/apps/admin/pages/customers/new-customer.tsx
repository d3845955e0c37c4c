import { useRouter } from '@tanstack/react-router';
import { Dialog, Switch, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { HomeField, KindField, ReachFields } from './profile-fields.tsx';

/** A person or a company, with a name and an address; everything else can wait. */
export function NewCustomer({ onClose }: { onClose: () => void }) {
  const { phrase } = useSpeech();
  const form = useNewCustomer();
  return (
    <Dialog open title={phrase('admin-customers.add')} onClose={onClose}>
      <FormFrame form={form} verb={phrase('admin-customers.add')} onCancel={onClose}>
        <KindField form={form} />
        <TextField
          label={phrase('admin-customers.fields.name')}
          autoFocus
          autoComplete="off"
          {...form.field('name')}
        />
        <ReachFields form={form} />
        <HomeField form={form} />
        <Switch
          name="portalAccess"
          checked={form.values.portalAccess === 'yes'}
          onCheck={(on) => form.set('portalAccess', on ? 'yes' : 'no')}
        >
          {phrase('admin-customers.fields.portalAccess')}
        </Switch>
      </FormFrame>
    </Dialog>
  );
}

/** What was typed is kept for a second try; a customer once made is opened. */
function useNewCustomer() {
  const { phrase } = useSpeech();
  const router = useRouter();
  const { location, network, hrefTo } = useHere();
  const create = useSend('createCustomer');
  return useForm({
    initial: {
      kind: 'individual',
      name: '',
      email: '',
      phone: '',
      homeLocationId: ((location ?? network)?.id as string) ?? '',
      portalAccess: 'yes',
    },
    draft: 'new-customer',
    check: ({ name, email }) => ({
      name: name.trim() === '' ? phrase('kit.form.required') : undefined,
      email: /^\S+@\S+$/.test(email.trim()) ? undefined : phrase('admin-customers.needsEmail'),
    }),
    send: async ({ kind, portalAccess, homeLocationId, ...rest }) => {
      const made = await create.mutateAsync({
        body: {
          ...rest,
          kind: kind as 'individual',
          portalAccess: portalAccess === 'yes',
          homeLocationId: homeLocationId as never,
        },
        idempotencyKey: freshKey(),
      });
      toast(phrase('admin-customers.made', { name: made.name }));
      router.history.push(hrefTo(`customers/${made.id}`));
    },
  });
}
