import {
  Dialog,
  SelectField,
  TextArea,
  TextField,
  toast,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { languages, nameOf } from '../../../../../api/texts/browser.ts';
import { useSend } from '../../../data/answers.ts';
import { useForm } from '../../../data/form.ts';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import { HomeField, KindField, ReachFields } from '../profile-fields.tsx';
import type { Customer } from '../use-customer.ts';

/** Who it is, how to reach it, and what its invoices say. */
export function EditProfile({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { phrase } = useSpeech();
  const form = useProfile(customer, onClose);
  return (
    <Dialog open title={phrase('admin-customers.edit')} onClose={onClose}>
      <FormFrame form={form} verb={phrase('kit.form.save')} onCancel={onClose}>
        <KindField form={form} />
        <PersonFields form={form} />
        <BillingFields form={form} />
      </FormFrame>
    </Dialog>
  );
}

function PersonFields({ form }: { readonly form: ProfileForm }) {
  const { phrase } = useSpeech();
  const choices = [
    { value: '', label: '–' },
    ...languages.map((code) => ({ value: code as string, label: nameOf(code) })),
  ];
  return (
    <>
      <TextField label={phrase('admin-customers.fields.name')} {...form.field('name')} />
      <ReachFields form={form} />
      {form.values.kind === 'company' ? (
        <TextField
          label={phrase('admin-customers.fields.contact')}
          optional
          {...form.field('contactName')}
        />
      ) : null}
      <SelectField
        label={phrase('admin-customers.fields.language')}
        options={choices}
        {...form.field('language')}
      />
      <HomeField form={form} />
      <TextField
        label={phrase('admin-customers.fields.tags')}
        optional
        help={phrase('admin-customers.fields.tagsHelp')}
        {...form.field('tags')}
      />
    </>
  );
}

function BillingFields({ form }: { readonly form: ProfileForm }) {
  const { phrase } = useSpeech();
  return (
    <>
      <TextField
        label={phrase('admin-customers.fields.billingName')}
        optional
        {...form.field('billingName')}
      />
      <TextArea
        label={phrase('admin-customers.fields.billingAddress')}
        optional
        rows={3}
        {...form.field('billingAddress')}
      />
      <TextField label={phrase('admin-customers.fields.taxId')} optional {...form.field('taxId')} />
    </>
  );
}

type ProfileForm = ReturnType<typeof useProfile>;

function useProfile(customer: Customer, onDone: () => void) {
  const { phrase } = useSpeech();
  const change = useSend('changeCustomer');
  const { billing, contact } = customer;
  return useForm({
    initial: {
      kind: customer.kind as string,
      name: customer.name,
      email: customer.email,
      phone: customer.phone,
      language: customer.language ?? '',
      homeLocationId: customer.homeLocationId as string,
      tags: customer.tags.join(', '),
      contactName: contact?.name ?? '',
      billingName: billing.name,
      billingAddress: billing.address,
      taxId: billing.taxId,
    },
    fieldOf: {
      'contact.name': 'contactName',
      'billing.name': 'billingName',
      'billing.address': 'billingAddress',
      'billing.taxId': 'taxId',
    },
    check: ({ name }) => ({ name: name.trim() === '' ? phrase('kit.form.required') : undefined }),
    send: async (values) => {
      await change.mutateAsync({
        params: { customerId: customer.id },
        version: customer.version,
        body: bodyOf(values),
      });
      toast(phrase('admin-customers.saved'));
      onDone();
    },
  });
}

const bodyOf = (values: ProfileForm['values']) => ({
  kind: values.kind as 'individual',
  name: values.name,
  email: values.email,
  phone: values.phone,
  language: values.language === '' ? null : values.language,
  homeLocationId: values.homeLocationId as never,
  tags: values.tags
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== ''),
  contact: { name: values.contactName },
  billing: { name: values.billingName, address: values.billingAddress, taxId: values.taxId },
});
