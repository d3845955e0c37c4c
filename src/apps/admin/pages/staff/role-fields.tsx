import type { Phrase } from '../../../../api/texts/message.ts';
import { Region } from '../../pieces/region.tsx';
import { roleText } from '../../pieces/roles/role-text.ts';
import { SelectField, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import type { Form } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { inTreeOrder } from '../../frame/location-switcher.tsx';

type Role = AnswerTo<'listRoles'>['data'][number];

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
              help={helpOf(phrase, data.find(({ role }) => role === form.values.role))}
              options={[
                { value: '', label: phrase('kit.choose') },
                ...offered.map((one) => ({ value: one.id, label: roleLabel(phrase, one) })),
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

/** What a role is called, in the language of the screen. */
export const roleLabel = (phrase: Phrase, { id, name }: Pick<Role, 'id' | 'name'>): string =>
  roleText(phrase, { role: id, roleName: name });

function helpOf(phrase: Phrase, role: Role | undefined): string | undefined {
  if (role === undefined) return undefined;
  if (role.isFixed) return phrase(`admin-staff.roleHelp.${role.id}`);
  return role.description === '' ? undefined : role.description;
}

export const needsRole = (values: { role: string; locationId: string }, text: string) => ({
  role: values.role === '' ? text : undefined, locationId: values.locationId === '' ? text : undefined,
});
