import { Region } from '../../pieces/region.tsx';
import { SelectField, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { Form } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { inTreeOrder } from '../../frame/location-switcher.tsx';

/** A role and where it holds: only what the person may give, and what it means in one sentence. */
export function RoleFields<
  V extends { readonly role: string; readonly locationId: string } & Record<string, string>,
>({ form }: { readonly form: Form<V> }) {
  const phrase = usePhrase();
  const { locations } = useHere();
  const answer = useAnswer('listRoles', {});
  return (
    <Region answer={answer} rows={2}>
      {({ data }) => {
        const places = data.find(({ role }) => role === form.values.role)?.mayGiveAt ?? [];
        const offered = data.filter(({ mayGiveAt }) => mayGiveAt.length > 0);
        return (
          <>
            <SelectField
              {...form.field('role')}
              label={phrase('admin-staff.role')}
              help={form.values.role === '' ? undefined : phrase(`admin-staff.roleHelp.${form.values.role}`)}
              options={[
                { value: '', label: phrase('kit.choose') },
                ...offered.map(({ role }) => ({ value: role, label: phrase(`admin-staff.roles.${role}`) })),
              ]}
            />
            <SelectField
              {...form.field('locationId')}
              label={phrase('admin-staff.location')}
              help={phrase('admin-staff.locationHelp')}
              options={[
                { value: '', label: phrase('kit.choose') },
                ...inTreeOrder(locations)
                  .filter(({ id }) => places.includes(id))
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </>
        );
      }}
    </Region>
  );
}

export const needsRole = (values: { role: string; locationId: string }, text: string) => ({
  role: values.role === '' ? text : undefined, locationId: values.locationId === '' ? text : undefined,
});
