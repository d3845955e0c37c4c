import { Field, FormProblem, Submit } from '../../parts/form.tsx';
import { EnterForm } from './enter.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** E-mail and password, or a link by mail. */
export function SignIn({ frame, facts }: { frame: Frame; facts: Facts['signIn'] }): PageParts {
  const { phrase, link } = frame;
  const { form, next } = facts;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-account.signIn.title')}</h1>
        </div>
        <form method="post" action={link('signIn')} className="p-form" noValidate>
          <FormProblem form={form} />
          <input type="hidden" name="next" value={next} />
          <Field
            name="email"
            label={phrase('portal-account.email')}
            form={form}
            required
            type="email"
            inputMode="email"
            autoComplete="username"
          />
          <Field
            name="password"
            label={phrase('portal-account.password')}
            form={form}
            required
            type="password"
            autoComplete="current-password"
          />
          <Submit>{phrase('portal-account.signIn.act')}</Submit>
        </form>
        <ul className="p-ways">
          <li>
            <a className="link" href={link('signInLink')}>
              {phrase('portal-account.signIn.link')}
            </a>
          </li>
          <li>
            <a className="link" href={link('forgotPassword')}>
              {phrase('portal-account.signIn.forgot')}
            </a>
          </li>
          {facts.accountsOpen && (
            <li>
              <a className="link" href={link('openAccount')}>
                {phrase('portal-account.signIn.open')}
              </a>
            </li>
          )}
        </ul>
      </>
    ),
  };
}

export function SignInLink({ frame, facts }: { frame: Frame; facts: Facts['signInLink'] }): PageParts {
  const { phrase, link } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-account.link.title')}</h1>
          <p className="muted">{phrase('portal-account.link.text')}</p>
        </div>
        <form method="post" action={link('signInLink')} className="p-form" noValidate>
          <FormProblem form={facts.form} />
          <Field
            name="email"
            label={phrase('portal-account.email')}
            form={facts.form}
            required
            type="email"
            inputMode="email"
            autoComplete="username"
          />
          <Submit>{phrase('portal-account.link.act')}</Submit>
        </form>
        <p>
          <a className="link" href={link('signIn')}>
            {phrase('portal-account.withPassword')}
          </a>
        </p>
      </>
    ),
  };
}

export function ForgotPassword({
  frame,
  facts,
}: {
  frame: Frame;
  facts: Facts['forgotPassword'];
}): PageParts {
  const { phrase, link } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-account.forgot.title')}</h1>
          <p className="muted">{phrase('portal-account.forgot.text')}</p>
        </div>
        <form method="post" action={link('forgotPassword')} className="p-form" noValidate>
          <FormProblem form={facts.form} />
          <Field
            name="email"
            label={phrase('portal-account.email')}
            form={facts.form}
            required
            type="email"
            inputMode="email"
            autoComplete="username"
          />
          <Submit>{phrase('portal-account.forgot.act')}</Submit>
        </form>
        <p>
          <a className="link" href={link('signIn')}>
            {phrase('portal-account.withPassword')}
          </a>
        </p>
      </>
    ),
  };
}

export function ResetPassword({
  frame,
  facts,
}: {
  frame: Frame;
  facts: Facts['resetPassword'];
}): PageParts {
  const { phrase, link } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-account.reset.title')}</h1>
        </div>
        <form method="post" action={link('resetPassword')} className="p-form" noValidate>
          <FormProblem form={facts.form} />
          <input type="hidden" name="token" value={facts.token} />
          <NewPassword frame={frame} form={facts.form} />
          <Submit>{phrase('portal-account.reset.act')}</Submit>
        </form>
      </>
    ),
  };
}

export const NewPassword = ({ frame, form }: { frame: Frame; form: Facts['resetPassword']['form'] }) => (
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

/** A link from a letter: one button. */
export const Enter = ({ facts }: { frame: Frame; facts: Facts['enter'] }): PageParts => ({
  airy: true,
  main: (
    <>
      <div className="hello">
        <h1>{facts.heading}</h1>
        <p className="muted">{facts.text}</p>
      </div>
      <EnterForm {...facts.island} />
    </>
  ),
});
