import { useEffect, useState } from 'react';
import { Banner, Button, TextField, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { client } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useShell } from '../../data/shell.tsx';
import { FormSummary } from '../../pieces/form-parts.tsx';
import { goInside, Outside } from './outside.tsx';

/** By e-mail and password, or by a link in a letter. Nobody's network yet: on to the wizard. */
export function SignIn() {
  const phrase = usePhrase();
  const setUp = useAnswer('getSetUp', {});
  const isNobodys = setUp.data?.needed === true;
  useEffect(() => {
    if (isNobodys) location.replace('/admin/setup');
  }, [isNobodys]);
  const [byLink, setByLink] = useState(false);
  const [email, setEmail] = useState('');
  return (
    <Outside title={phrase('admin-accounts.signIn.title')}>
      {byLink ? <LinkForm email={email} onBack={() => setByLink(false)} />
        : <PasswordForm email={email} onEmail={setEmail} onLink={() => setByLink(true)} />}
    </Outside>
  );
}

function PasswordForm({ email, onEmail, onLink }: {
  readonly email: string;
  readonly onEmail: (email: string) => void;
  readonly onLink: () => void;
}) {
  const phrase = usePhrase();
  const form = useForm({
    initial: { email, password: '' },
    check: ({ email: typed, password }) => ({
      email: typed.includes('@') ? undefined : phrase('admin-accounts.need.email'),
      password: password === '' ? phrase('admin-accounts.need.password') : undefined,
    }),
    send: (values) => client.call('signIn', { body: values }),
    onDone: goInside,
  });
  const field = form.field('email');
  return (
    <form className="form" noValidate onSubmit={form.onSubmit}>
      <FormSummary form={form} />
      <TextField
        {...field}
        label={phrase('admin-accounts.email')}
        type="email"
        autoComplete="username"
        autoFocus
        onValue={(value) => {
          field.onValue(value);
          onEmail(value);
        }}
      />
      <TextField
        {...form.field('password')}
        label={phrase('admin-accounts.password')}
        type="password"
        autoComplete="current-password"
      />
      <Button kind="primary" type="submit" block busy={form.busy}>
        {phrase('admin-accounts.signIn.verb')}
      </Button>
      <div className="outside__ways">
        <Button kind="quiet" small onClick={onLink}>
          {phrase('admin-accounts.signIn.byLink')}
        </Button>
        <a className="btn btn--quiet btn--sm" href="/admin/forgot-password">
          {phrase('admin-accounts.signIn.forgot')}
        </a>
      </div>
    </form>
  );
}

function LinkForm({ email, onBack }: { readonly email: string; readonly onBack: () => void }) {
  const phrase = usePhrase();
  const { language } = useShell();
  return (
    <AskForLetter
      email={email}
      help={phrase('admin-accounts.signIn.linkHelp')}
      verb={phrase('admin-accounts.signIn.sendLink')}
      back={phrase('admin-accounts.signIn.byPassword')}
      onBack={onBack}
      send={(to) => client.call('sendMagicLink', { body: { email: to, language, at: 'admin' } })}
    />
  );
}

/** Asks for a letter; says the same whether or not there is such an account. */
export function AskForLetter({ email, help, verb, back, onBack, send }: {
  readonly email: string;
  readonly help: string;
  readonly verb: string;
  readonly back: string;
  readonly onBack: () => void;
  readonly send: (email: string) => Promise<unknown>;
}) {
  const phrase = usePhrase();
  const [written, setWritten] = useState(false);
  const form = useForm({
    initial: { email },
    check: ({ email: typed }) => ({
      email: typed.includes('@') ? undefined : phrase('admin-accounts.need.email'),
    }),
    send: ({ email: typed }) => send(typed),
    onDone: () => setWritten(true),
  });
  if (written) return <Written onBack={onBack} />;
  return (
    <form className="form" noValidate onSubmit={form.onSubmit}>
      <FormSummary form={form} />
      <p className="muted">{help}</p>
      <TextField
        {...form.field('email')}
        label={phrase('admin-accounts.email')}
        type="email"
        autoComplete="username"
        autoFocus
      />
      <Button kind="primary" type="submit" block busy={form.busy}>
        {verb}
      </Button>
      <div className="outside__ways">
        <Button kind="quiet" small onClick={onBack}>
          {back}
        </Button>
      </div>
    </form>
  );
}

/** Said whether or not there is such an account. */
function Written({ onBack }: { readonly onBack: () => void }) {
  const phrase = usePhrase();
  return (
    <>
      <div role="status"><Banner tone="scheduled">{phrase('admin-accounts.written')}</Banner></div>
      <div className="outside__ways">
        <Button kind="quiet" small onClick={onBack}>{phrase('admin-accounts.backToSignIn')}</Button>
      </div>
    </>
  );
}
