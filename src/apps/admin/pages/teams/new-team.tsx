import { useRouter } from '@tanstack/react-router';
import { Dialog, TextField, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { type Form, useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { CustomerField } from './customer-field.tsx';
import { PayerFields, PlaceFields } from './team-fields.tsx';

type Values = {
  name: string;
  locationId: string;
  sizeMax: string;
  managerId: string;
  payingCustomerId: string;
  billing: string;
};

/** A name, a place, who runs it and who pays; people and contracts come on its page. */
export function NewTeam({ onClose }: { readonly onClose: () => void }) {
  const { phrase } = useSpeech();
  const form = useNewTeam();
  return (
    <Dialog open title={phrase('admin-teams.add')} onClose={onClose}>
      <FormFrame form={form} verb={phrase('admin-teams.make')} onCancel={onClose}>
        <TextField
          label={phrase('admin-teams.columns.name')}
          autoFocus
          autoComplete="off"
          {...form.field('name')}
        />
        <PlaceFields form={form} />
        <CustomerField
          form={form}
          name="managerId"
          label={phrase('admin-teams.fields.manager')}
          optional
        />
        <PayerFields form={form} />
      </FormFrame>
    </Dialog>
  );
}

function useNewTeam(): Form<Values> {
  const { phrase } = useSpeech();
  const router = useRouter();
  const { location, network, hrefTo } = useHere();
  const create = useSend('createTeam');
  return useForm<Values>({
    initial: {
      name: '',
      locationId: ((location ?? network)?.id as string) ?? '',
      sizeMax: '',
      managerId: '',
      payingCustomerId: '',
      billing: 'individual',
    },
    draft: 'new-team',
    check: ({ name }) => ({ name: name.trim() === '' ? phrase('kit.form.required') : undefined }),
    send: async ({ name, locationId, sizeMax, managerId, payingCustomerId, billing }) => {
      const made = await create.mutateAsync({
        body: {
          name,
          locationId: locationId as never,
          billing: billing as 'merged',
          ...(sizeMax !== '' && { sizeMax: Number(sizeMax) }),
          ...(managerId !== '' && { managerId: managerId as never }),
          ...(payingCustomerId !== '' && { payingCustomerId: payingCustomerId as never }),
        },
        idempotencyKey: freshKey(),
      });
      toast(phrase('admin-teams.made', { name: made.name }));
      router.history.push(hrefTo(`teams/${made.id}`));
    },
  });
}
