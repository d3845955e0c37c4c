import { useQuery } from '@tanstack/react-query';
import { Button, Facts, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { type AnswerTo, client } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { FormSummary } from '../../pieces/form-parts.tsx';
import { roleText } from '../../pieces/roles/role-text.ts';
import { Region } from '../../pieces/region.tsx';
import { goInside, Outside, secretOfLink } from './outside.tsx';
import { shortOf } from './password.tsx';

/** What the invitation is for, a password where the person has none, and in. */
export function Invitation() {
  const phrase = usePhrase();
  const token = secretOfLink();
  const answer = useQuery({
    queryKey: ['openInvitation', token], queryFn: () => client.call('openInvitation', { body: { token } }),
    staleTime: Infinity,
  });
  return (
    <Outside title={phrase('admin-accounts.invitation.title')}>
      <Region answer={answer}>{(invited) => <Accept invited={invited} token={token} />}</Region>
    </Outside>
  );
}

function Accept({ invited, token }: {
  readonly invited: AnswerTo<'openInvitation'>;
  readonly token: string;
}) {
  const phrase = usePhrase();
  const { needsPassword } = invited;
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({
      password: needsPassword && shortOf(password) ? phrase('admin-accounts.need.longer') : undefined,
    }),
    send: ({ password }) =>
      client.call('acceptInvitation', { body: { token, ...(needsPassword && { password }) } }),
    onDone: goInside,
  });
  return (
    <form className="form" noValidate onSubmit={form.onSubmit}>
      <FormSummary form={form} />
      <p>{phrase('admin-accounts.invitation.help', { network: invited.network })}</p>
      <Facts
        of={[
          [phrase('admin-accounts.email'), <bdi key="email">{invited.email}</bdi>],
          invited.role === null
            ? null
            : [
              phrase('admin-staff.role'),
              roleText(phrase, { role: invited.role, roleName: invited.roleName ?? invited.role }),
            ],
          [phrase('admin-staff.location'), <bdi key="location">{invited.location}</bdi>],
        ]}
      />
      <input type="hidden" name="username" autoComplete="username" value={invited.email} readOnly />
      {needsPassword ? (
        <TextField
          {...form.field('password')}
          label={phrase('admin-accounts.choosePassword')}
          type="password"
          autoComplete="new-password"
          help={phrase('admin-accounts.passwordHelp')}
          autoFocus
        />
      ) : null}
      <Button kind="primary" type="submit" block busy={form.busy}>
        {phrase('admin-accounts.invitation.verb')}
      </Button>
    </form>
  );
}
