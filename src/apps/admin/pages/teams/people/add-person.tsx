import { Dialog, SelectField, Switch, toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import { CustomerField } from '../customer-field.tsx';
import type { Team } from '../use-team.ts';

/** Takes a customer into the team, with a seat where one is free. */
export function AddPerson({ team, onClose }: { readonly team: Team; readonly onClose: () => void }) {
  const { phrase } = useSpeech();
  const add = useSend('addTeamMember');
  const hasFree = team.seats.free > 0;
  const form = useForm({
    initial: { customerId: '', role: 'member', seat: hasFree ? 'yes' : 'no' },
    check: ({ customerId }) => ({ customerId: customerId === '' ? phrase('kit.form.required') : undefined }),
    send: async ({ customerId, role, seat }) => {
      const made = await add.mutateAsync({
        params: { teamId: team.id },
        body: { customerId: customerId as never, role: role as 'member', seat: seat === 'yes' },
        idempotencyKey: freshKey(),
      });
      toast(phrase('admin-teams.addPerson.done', { name: made.name, team: team.name }));
      onClose();
    },
  });
  return (
    <Dialog open title={phrase('admin-teams.addPerson.title', { team: team.name })} onClose={onClose}>
      <FormFrame form={form} verb={phrase('admin-teams.addPerson.verb')} onCancel={onClose}>
        <CustomerField form={form} name="customerId" label={phrase('admin-customers.one')} />
        <SelectField
          label={phrase('admin-teams.columns.role')}
          {...form.field('role')}
          options={['member', 'manager'].map((value) => ({
            value,
            label: phrase(`admin-teams.roles.${value}`),
          }))}
        />
        {team.seats.total === 0 ? null : hasFree ? (
          <Switch
            name="seat"
            checked={form.values.seat === 'yes'}
            onCheck={(on) => form.set('seat', on ? 'yes' : 'no')}
          >
            {phrase('admin-teams.addPerson.seat', { count: team.seats.free })}
          </Switch>
        ) : (
          <p className="muted small">{phrase('admin-teams.noneFree')}</p>
        )}
      </FormFrame>
    </Dialog>
  );
}
