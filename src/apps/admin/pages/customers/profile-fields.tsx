import { RadioField, SelectField, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import type { Form } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';

type WithKind = { readonly kind: string };
type WithReach = { readonly email: string; readonly phone: string };
type WithHome = { readonly homeLocationId: string };

/** CUS-1: a person or a company. */
export function KindField<V extends WithKind & Record<string, string>>({ form }: { readonly form: Form<V> }) {
  const { phrase } = useSpeech();
  return (
    <RadioField
      name="kind"
      label={phrase('admin-customers.fields.kind')}
      value={form.values.kind}
      onValue={(kind) => form.set('kind', kind)}
      options={(['individual', 'company'] as const).map((value) => ({
        value: value as string,
        label: phrase(`admin-customers.kinds.${value}`),
      }))}
    />
  );
}

/** How somebody is reached. */
export function ReachFields<V extends WithReach & Record<string, string>>({
  form,
  emailOptional = false,
}: {
  readonly form: Form<V>;
  readonly emailOptional?: boolean;
}) {
  const { phrase } = useSpeech();
  return (
    <>
      <TextField
        label={phrase('admin-customers.fields.email')}
        type="email"
        optional={emailOptional}
        autoComplete="off"
        {...form.field('email')}
      />
      <TextField
        label={phrase('admin-customers.fields.phone')}
        type="tel"
        optional
        autoComplete="off"
        {...form.field('phone')}
      />
    </>
  );
}

/** Where somebody is at home. */
export function HomeField<V extends WithHome & Record<string, string>>({ form }: { readonly form: Form<V> }) {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  return (
    <SelectField
      label={phrase('admin-customers.fields.home')}
      {...form.field('homeLocationId')}
      options={locations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
