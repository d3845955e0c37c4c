import { useState } from 'react';
import { Button, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { client } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useShell } from '../../data/shell.tsx';
import { FormSummary } from '../../pieces/form-parts.tsx';
import { goInside, Outside, secretOfLink } from './outside.tsx';
import { Written } from './sign-in.tsx';

/** Asks for a letter; says the same whether or not there is such an account. */
export function ForgotPassword() {
  const phrase = usePhrase();
  const { language } = useShell();
  const [written, setWritten] = useState(false);
  const form = useForm({
    initial: { email: '' },
    check: ({ email }) => ({ email: email.includes('@') ? undefined : phrase('admin-accounts.need.email') }),
    send: (values) => client.call('forgotPassword', { body: { ...values, language, at: 'admin' } }),
    onDone: () => setWritten(true),
  });
  return (
    <Outside title={phrase('admin-accounts.forgot.title')}>
      {written ? (
        <Written onBack={() => location.assign('/admin/sign-in')} />
      ) : (
        <form className="form" noValidate onSubmit={form.onSubmit}>
          <FormSummary form={form} />
          <p className="muted">{phrase('admin-accounts.forgot.help')}</p>
          <TextField
            {...form.field('email')}
            label={phrase('admin-accounts.email')}
            type="email"
            autoComplete="username"
            autoFocus
          />
          <Button kind="primary" type="submit" block busy={form.busy}>
            {phrase('admin-accounts.forgot.verb')}
          </Button>
          <div className="outside__ways">
            <a className="btn btn--quiet btn--sm" href="/admin/sign-in">
              {phrase('admin-accounts.backToSignIn')}
            </a>
          </div>
        </form>
      )}
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
