import { EnterForm } from './enter.tsx';
import { accountForm, EmailField, NewPasswordField, PasswordField, Way } from '../../parts/account-form.tsx';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

interface Given<P extends keyof Facts> {
  readonly frame: Frame;
  readonly facts: Facts[P];
}

/** E-mail and password, or a link by mail. */
export function SignIn({ frame, facts }: Given<'signIn'>): PageParts {
  const { phrase, link } = frame;
  const { form, next } = facts;
  return accountForm({
    title: phrase('portal-account.signIn.title'),
    form,
    action: link('signIn'),
    act: phrase('portal-account.signIn.act'),
    fields: (
      <>
        <input type="hidden" name="next" value={next} />
        <EmailField frame={frame} form={form} />
        <PasswordField frame={frame} form={form} />
      </>
    ),
    ways: (
      <ul className="p-ways">
        <li>
          <Way frame={frame} page="signInLink" text="portal-account.signIn.link" />
        </li>
        <li>
          <Way frame={frame} page="forgotPassword" text="portal-account.signIn.forgot" />
        </li>
        {facts.accountsOpen && (
          <li>
            <Way frame={frame} page="openAccount" text="portal-account.signIn.open" />
          </li>
        )}
      </ul>
    ),
  });
}

export const SignInLink = ({ frame, facts }: Given<'signInLink'>): PageParts =>
  letterForm(frame, facts.form, 'link', 'signInLink');

export const ForgotPassword = ({ frame, facts }: Given<'forgotPassword'>): PageParts =>
  letterForm(frame, facts.form, 'forgot', 'forgotPassword');

/** An address to which a letter goes. */
const letterForm = (
  frame: Frame,
  form: Facts['signInLink']['form'],
  words: 'link' | 'forgot',
  page: 'signInLink' | 'forgotPassword',
): PageParts =>
  accountForm({
    title: frame.phrase(`portal-account.${words}.title`),
    text: frame.phrase(`portal-account.${words}.text`),
    form,
    action: frame.link(page),
    act: frame.phrase(`portal-account.${words}.act`),
    fields: <EmailField frame={frame} form={form} />,
    ways: (
      <p>
        <Way frame={frame} page="signIn" text="portal-account.withPassword" />
      </p>
    ),
  });

export const ResetPassword = ({ frame, facts }: Given<'resetPassword'>): PageParts =>
  accountForm({
    title: frame.phrase('portal-account.reset.title'),
    form: facts.form,
    action: frame.link('resetPassword'),
    act: frame.phrase('portal-account.reset.act'),
    fields: (
      <>
        <input type="hidden" name="token" value={facts.token} />
        <NewPasswordField frame={frame} form={facts.form} />
      </>
    ),
  });

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
