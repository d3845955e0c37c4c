import { Dialog, SelectField, TextField, toast, useSpeech } from '../../../../../kit/plain/index.ts';
import { useSend } from '../../../data/answers.ts';
import { freshKey } from '../../../data/client.ts';
import { useForm } from '../../../data/form.ts';
import { FormFrame } from '../../../pieces/form-parts.tsx';
import type { Team } from '../use-team.ts';

/** TEM-3: a letter whose link opens an account, joins the team and takes a seat, if there is one. */
export function InvitePerson({ team, onClose }: { readonly team: Team; readonly onClose: () => void }) {
  const { phrase } = useSpeech();
  const invite = useSend('inviteToTeam');
  const form = useForm({
    initial: { email: '', name: '', role: 'member' },
    check: ({ email }) => ({
      email: /^\S+@\S+$/.test(email.trim()) ? undefined : phrase('admin-customers.needsEmail'),
    }),
    send: async ({ email, name, role }) => {
      await invite.mutateAsync({
        params: { teamId: team.id },
        body: { email, role: role as 'member', ...(name.trim() !== '' && { name }) },
        idempotencyKey: freshKey(),
      });
      toast(phrase('admin-teams.invite.done', { email }));
      onClose();
    },
  });
  return (
    <Dialog open title={phrase('admin-teams.invite.title', { team: team.name })} onClose={onClose}>
      <FormFrame form={form} verb={phrase('admin-teams.invite.verb')} onCancel={onClose}>
        <TextField
          label={phrase('admin-customers.fields.email')}
          type="email"
          autoComplete="off"
          autoFocus
          help={phrase('admin-teams.invite.help')}
          {...form.field('email')}
        />
        <TextField
          label={phrase('admin-customers.fields.name')}
          optional
          autoComplete="off"
          {...form.field('name')}
        />
        <SelectField
          label={phrase('admin-teams.columns.role')}
          {...form.field('role')}
          options={['member', 'manager'].map((value) => ({
            value,
            label: phrase(`admin-teams.roles.${value}`),
          }))}
        />
        {team.seats.total === 0 ? null : (
          <p className="muted small">
            {phrase(team.seats.free > 0 ? 'admin-teams.invite.takesSeat' : 'admin-teams.noneFree')}
          </p>
        )}
      </FormFrame>
    </Dialog>
  );
}
