import { Button, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { client } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useShell } from '../../data/shell.tsx';
import { FormSummary } from '../../pieces/form-parts.tsx';
import { goInside, Outside, secretOfLink } from './outside.tsx';
import { AskForLetter } from './sign-in.tsx';

/** Whoever forgot the password gets a letter, if there is such an account. */
export function ForgotPassword() {
  const phrase = usePhrase();
  const { language } = useShell();
  return (
    <Outside title={phrase('admin-accounts.forgot.title')}>
      <AskForLetter
        email=""
        help={phrase('admin-accounts.forgot.help')}
        verb={phrase('admin-accounts.forgot.verb')}
        back={phrase('admin-accounts.backToSignIn')}
        onBack={() => location.assign('/admin/sign-in')}
        send={(email) => client.call('forgotPassword', { body: { email, language, at: 'admin' } })}
      />
    </Outside>
  );
}

/** By the link of that letter. */
export function ResetPassword() {
  const phrase = usePhrase();
  const form = useForm({
    initial: { password: '' },
    check: ({ password }) => ({
      password: shortOf(password) ? phrase('admin-accounts.need.longer') : undefined,
    }),
    send: ({ password }) => client.call('resetPassword', { body: { token: secretOfLink(), password } }),
    onDone: goInside,
  });
  return (
    <Outside title={phrase('admin-accounts.reset.title')}>
      <form className="form" noValidate onSubmit={form.onSubmit}>
        <FormSummary form={form} />
        <TextField
          {...form.field('password')}
          label={phrase('admin-accounts.newPassword')}
          type="password"
          autoComplete="new-password"
          help={phrase('admin-accounts.passwordHelp')}
          autoFocus
        />
        <p className="muted small">{phrase('admin-accounts.reset.effect')}</p>
        <Button kind="primary" type="submit" block busy={form.busy}>
          {phrase('admin-accounts.reset.verb')}
        </Button>
      </form>
    </Outside>
  );
}

/** The server says what else is wrong with a password; this alone can be said while typing. */
export const shortOf = (password: string): boolean => [...password].length < 8;
