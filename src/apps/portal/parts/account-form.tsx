import type { ReactNode } from 'react';
import { Field, FormProblem, Submit } from './form.tsx';
import type { FormState } from '../pages/facts.ts';
import type { Frame } from '../frame/view.ts';
import type { PageName } from '../urls.ts';
import type { PageParts } from '../pages/page-parts.ts';

interface AccountForm {
  readonly title: string;
  readonly text?: string;
  readonly form: FormState;
  readonly action: string;
  /** What its button says. */
  readonly act: string;
  readonly fields: ReactNode;
  /** Other ways, below the form. */
  readonly ways?: ReactNode;
}

/** A page of one short form: a heading, what it is for, the fields, one button. */
export const accountForm = ({ title, text, form, action, act, fields, ways }: AccountForm): PageParts => ({
  airy: true,
  main: (
    <>
      <div className="hello">
        <h1>{title}</h1>
        {text !== undefined && <p className="muted">{text}</p>}
      </div>
      <form method="post" action={action} className="p-form" noValidate>
        <FormProblem form={form} />
        {fields}
        <Submit>{act}</Submit>
      </form>
      {ways}
    </>
  ),
});

interface FieldGiven {
  readonly frame: Frame;
  readonly form: FormState;
}

export const EmailField = ({ frame, form }: FieldGiven) => (
  <Field
    name="email"
    label={frame.phrase('portal-account.email')}
    form={form}
    required
    type="email"
    inputMode="email"
    autoComplete="username"
  />
);

export const PasswordField = ({ frame, form }: FieldGiven) => (
  <Field
    name="password"
    label={frame.phrase('portal-account.password')}
    form={form}
    required
    type="password"
    autoComplete="current-password"
  />
);

export const NewPasswordField = ({ frame, form }: FieldGiven) => (
  <Field
    name="password"
    label={frame.phrase('portal-account.newPassword')}
    form={form}
    required
    type="password"
    autoComplete="new-password"
    minLength={8}
    help={frame.phrase('portal-account.passwordHelp')}
  />
);

/** One line that leads to another way in. */
export const Way = ({ frame, page, text }: { frame: Frame; page: WayPage; text: string }) => (
  <a className="link" href={frame.link(page)}>
    {frame.phrase(text)}
  </a>
);
type WayPage = Extract<PageName, 'signIn' | 'signInLink' | 'forgotPassword' | 'openAccount'>;
