import { useState } from 'react';
import { TextArea, TextField, usePhrase } from '../../../../../kit/plain/index.ts';
import type { Permission } from '../../../../../domain/staff/permission.ts';
import type { Sent } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { useHere } from '../../../data/here.tsx';
import { FormFrame, FormSummary, SaveBar } from '../../../pieces/form-parts.tsx';
import { PermissionGroups } from '../../../pieces/roles/permission-groups.tsx';
import { ConfirmChange } from './confirm-change.tsx';
import type { RoleWithHolders } from './role-page.tsx';

export type RoleBody = Sent<'createRole'>['body'] & { readonly description: string };

interface RoleEditorProps {
  /** The role that is changed; none when one is made. */
  readonly role?: RoleWithHolders;
  readonly initial: {
    readonly name: string;
    readonly description: string;
    readonly permissions: readonly string[];
  };
  readonly verb: string;
  readonly send: (body: RoleBody) => Promise<unknown>;
}

/** Name, what it is for, and everything it may; a change for others is shown before it is saved. */
export function RoleEditor({ role, initial, verb, send }: RoleEditorProps) {
  const phrase = usePhrase();
  const [asking, setAsking] = useState<RoleBody>();
  const form = useForm({
    initial: { ...initial, permissions: initial.permissions.join(' ') },
    check: ({ name, permissions }) => ({
      name: name.trim() === '' ? phrase('admin-accounts.need.name') : undefined,
      permissions: permissions === '' ? phrase('admin-roles.needPermission') : undefined,
    }),
    send: async (values) => {
      const body = bodyOf(values);
      const asksFirst = role !== undefined && role.heldBy.length > 0
        && values.permissions !== initial.permissions.join(' ');
      if (asksFirst) setAsking(body);
      else await send(body);
    },
  });
  const fields = <Fields form={form} />;
  return (
    <div className="wide-form">
      {role === undefined
        ? <FormFrame form={form} verb={verb} label={phrase('admin-roles.new')}>{fields}</FormFrame>
        : (
          <form className="form" noValidate onSubmit={form.onSubmit} aria-label={role.name}>
            <FormSummary form={form} />
            {fields}
            <SaveBar form={form} />
          </form>
        )}
      {asking === undefined || role === undefined ? null : (
        <ConfirmChange role={role} body={asking} send={send} onClose={() => setAsking(undefined)} />
      )}
    </div>
  );
}

type RoleForm = ReturnType<typeof useForm<{ name: string; description: string; permissions: string }>>;

function Fields({ form }: { readonly form: RoleForm }) {
  const phrase = usePhrase();
  const { me, network } = useHere();
  const held = new Set(form.values.permissions.split(' ').filter(Boolean));
  const field = form.field('permissions');
  return (
    <>
      <TextField {...form.field('name')} label={phrase('admin-accounts.name')} maxLength={60}
        autoComplete="off" help={phrase('admin-roles.nameHelp')} />
      <TextArea {...form.field('description')} label={phrase('admin-roles.description')} rows={2} optional
        maxLength={500} />
      <section id={field.id} tabIndex={-1} className="stack" aria-label={phrase('admin-roles.may')}>
        <h2>{phrase('admin-roles.may')}</h2>
        {field.error === undefined ? null : <p className="error">{field.error}</p>}
        <PermissionGroups value={held} mayGive={(one) => me.may(one, network?.id ?? null)}
          onValue={(value) => form.set('permissions', [...value].join(' '))} />
      </section>
    </>
  );
}

const bodyOf = (values: { name: string; description: string; permissions: string }): RoleBody => ({
  name: values.name, description: values.description,
  permissions: values.permissions.split(' ') as Permission[],
});
