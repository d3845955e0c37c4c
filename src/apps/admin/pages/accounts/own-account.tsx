import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Banner, Card, Facts, TextField, toast, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { type AnswerTo, client } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useShell } from '../../data/shell.tsx';
import { Page } from '../../frame/page.tsx';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { roleText } from '../../pieces/roles/role-text.ts';
import { Region } from '../../pieces/region.tsx';
import { shortOf } from './password.tsx';
import { Sessions } from './sessions.tsx';

type Me = AnswerTo<'getMe'>;

/** One's own account: name, address, password, and where it is signed in. */
export function OwnAccount() {
  const phrase = usePhrase();
  const me = useAnswer('getMe', {});
  return (
    <Page title={phrase('admin-accounts.own.title')} acts={<span />}>
      <Region answer={me}>{(data) => (
        <>
          <YouCard me={data} />
          <EmailCard me={data} />
          <PasswordCard me={data} />
        </>
      )}</Region>
      <Sessions />
    </Page>
  );
}

function YouCard({ me }: { readonly me: Me }) {
  const phrase = usePhrase();
  const kept = useQueryClient();
  const form = useForm({
    initial: { name: me.account?.name ?? '' },
    check: ({ name }) => ({ name: name.trim() === '' ? phrase('admin-accounts.need.name') : undefined }),
    send: (values) => client.call('changeMe', { body: values }),
    onDone: () => {
      void kept.invalidateQueries({ queryKey: ['getMe'] });
      toast(phrase('admin-accounts.own.saved'));
    },
  });
  const roles = me.admin?.roles.map(
    (held) => `${roleText(phrase, held)} · ${held.locationName}`,
  );
  return (
    <Card title={phrase('admin-accounts.own.you')} padded>
      <FormFrame form={form} verb={phrase('kit.form.save')}>
        <TextField {...form.field('name')} label={phrase('admin-accounts.name')} autoComplete="name" />
        <Facts of={[[phrase('admin-staff.role'), <bdi key="roles">{roles?.join(', ')}</bdi>]]} />
      </FormFrame>
    </Card>
  );
}

function EmailCard({ me }: { readonly me: Me }) {
  const phrase = usePhrase();
  const { language } = useShell();
  const [asked, setAsked] = useState<string>();
  const hasPassword = me.account?.hasPassword === true;
  const form = useForm({
    initial: { email: '', currentPassword: '' },
    check: ({ email, currentPassword }) => ({
      email: email.includes('@') ? undefined : phrase('admin-accounts.need.email'),
      currentPassword:
        hasPassword && currentPassword === '' ? phrase('admin-accounts.need.password') : undefined,
    }),
    send: async ({ email, currentPassword }) => {
      await client.call('changeEmail', {
        body: { email, language, at: 'admin', ...(hasPassword && { currentPassword }) },
      });
      setAsked(email);
    },
    onDone: () => undefined,
  });
  return (
    <Card title={phrase('admin-accounts.email')} padded>
      <p className="muted">{phrase('admin-accounts.own.emailNow', { email: me.account?.email ?? '' })}</p>
      {asked === undefined ? null : (
        <div role="status">
          <Banner tone="scheduled">{phrase('admin-accounts.own.emailAsked', { email: asked })}</Banner>
        </div>
      )}
      <FormFrame form={form} verb={phrase('admin-accounts.own.emailVerb')}>
        <TextField
          {...form.field('email')}
          label={phrase('admin-accounts.own.newEmail')}
          type="email"
          autoComplete="email"
        />
        {hasPassword ? (
          <TextField
            {...form.field('currentPassword')}
            label={phrase('admin-accounts.own.currentPassword')}
            type="password"
            autoComplete="current-password"
          />
        ) : null}
      </FormFrame>
    </Card>
  );
}

function PasswordCard({ me }: { readonly me: Me }) {
  const phrase = usePhrase();
  const hasPassword = me.account?.hasPassword === true;
  const kept = useQueryClient();
  const form = useForm({
    initial: { nowPassword: '', password: '' },
    check: ({ nowPassword, password }) => ({
      nowPassword: hasPassword && nowPassword === '' ? phrase('admin-accounts.need.password') : undefined,
      password: shortOf(password) ? phrase('admin-accounts.need.longer') : undefined,
    }),
    fieldOf: { currentPassword: 'nowPassword' },
    send: ({ nowPassword, password }) =>
      client.call('changePassword', {
        body: { password, ...(hasPassword && { currentPassword: nowPassword }) },
      }),
    onDone: () => {
      void kept.invalidateQueries();
      toast(phrase('admin-accounts.own.passwordSaved'));
    },
  });
  return (
    <Card title={phrase('admin-accounts.password')} padded>
      <FormFrame form={form} verb={phrase('admin-accounts.own.passwordVerb')}>
        {hasPassword ? (
          <TextField {...form.field('nowPassword')} label={phrase('admin-accounts.own.currentPassword')}
            type="password" autoComplete="current-password" />
        ) : null}
        <TextField {...form.field('password')} label={phrase('admin-accounts.newPassword')} type="password"
          autoComplete="new-password" help={phrase('admin-accounts.passwordHelp')} />
        <p className="muted small">{phrase('admin-accounts.own.passwordEffect')}</p>
      </FormFrame>
    </Card>
  );
}
