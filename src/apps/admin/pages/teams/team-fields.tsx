import { SelectField, Switch, TextArea, TextField, useSpeech } from '../../../../kit/plain/index.ts';
import type { Form } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { ReachFields } from '../customers/profile-fields.tsx';
import { CustomerField } from './customer-field.tsx';

export type TeamValues = {
  name: string;
  locationId: string;
  about: string;
  website: string;
  email: string;
  phone: string;
  sizeMax: string;
  payingCustomerId: string;
  billing: string;
  membersMayInvite: string;
};

/** The fields of a team by the names that the API gives them. */
export const fieldOf = {
  'profile.about': 'about',
  'profile.website': 'website',
  'profile.email': 'email',
  'profile.phone': 'phone',
};

interface Given<V extends Readonly<Record<string, string>>> {
  readonly form: Form<V>;
}

/** Where it is at home, and how many it may be. */
export function PlaceFields<V extends { locationId: string; sizeMax: string } & Record<string, string>>({
  form,
}: Given<V>) {
  const { phrase } = useSpeech();
  const { locations } = useHere();
  return (
    <>
      <SelectField
        label={phrase('admin-teams.fields.place')}
        {...form.field('locationId')}
        options={locations.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField
        label={phrase('admin-teams.fields.sizeMax')}
        type="number"
        min="1"
        optional
        help={phrase('admin-teams.fields.sizeHelp')}
        {...form.field('sizeMax')}
      />
    </>
  );
}

type Payer = { readonly payingCustomerId: string; readonly billing: string };

/** Who pays, and whether on one invoice. */
export function PayerFields<V extends Payer & Record<string, string>>({ form }: Given<V>) {
  const { phrase } = useSpeech();
  return (
    <>
      <CustomerField
        form={form}
        name="payingCustomerId"
        label={phrase('admin-teams.fields.payer')}
        optional
      />
      <SelectField
        label={phrase('admin-teams.fields.billing')}
        help={phrase('admin-teams.fields.billingHelp')}
        {...form.field('billing')}
        options={['individual', 'merged'].map((value) => ({
          value,
          label: phrase(`admin-teams.billing.${value}`),
        }))}
      />
    </>
  );
}

/** What a team says of itself. */
export function ProfileFields({ form }: Given<TeamValues>) {
  const { phrase } = useSpeech();
  return (
    <>
      <TextArea label={phrase('admin-teams.fields.about')} optional rows={3} {...form.field('about')} />
      <TextField
        label={phrase('admin-teams.fields.website')}
        type="url"
        optional
        autoComplete="off"
        {...form.field('website')}
      />
      <ReachFields form={form} emailOptional />
    </>
  );
}

export function InviteSwitch<V extends { membersMayInvite: string } & Record<string, string>>({
  form,
}: Given<V>) {
  const { phrase } = useSpeech();
  return (
    <Switch
      name="membersMayInvite"
      checked={form.values.membersMayInvite === 'yes'}
      onCheck={(on) => form.set('membersMayInvite', on ? 'yes' : 'no')}
    >
      {phrase('admin-teams.fields.membersMayInvite')}
    </Switch>
  );
}
