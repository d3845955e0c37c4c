import { accountForm, EmailField, NewPasswordField, Way } from '../../parts/account-form.tsx';
import { Field } from '../../parts/form.tsx';
import { isolate } from '../../parts/isolate.ts';
import type { Facts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** Name, e-mail, password: a contact. */
export function OpenAccount({ frame, facts }: { frame: Frame; facts: Facts['openAccount'] }): PageParts {
  const { phrase, link, place } = frame;
  if (!facts.open) {
    return {
      airy: true,
      main: (
        <>
          <div className="hello">
            <h1>{phrase('portal-account.open.closedTitle')}</h1>
            <p>{phrase('portal-account.open.closedText')}</p>
          </div>
          <div className="p-acts">
            {place.email !== '' && (
              <a className="btn btn--primary" href={`mailto:${place.email}`}>
                {phrase('portal-account.open.write')}
              </a>
            )}
            <a className="btn" href={link('signIn')}>
              {phrase('portal-frame.menu.signIn')}
            </a>
          </div>
        </>
      ),
    };
  }
  return accountForm({
    title: phrase('portal-account.open.title'),
    text: phrase('portal-account.open.text'),
    form: facts.form,
    action: link('openAccount'),
    act: phrase('portal-account.open.act'),
    fields: (
      <>
        <Field name="name" label={phrase('portal-me.name')} form={facts.form} required autoComplete="name" />
        <EmailField frame={frame} form={facts.form} />
        <NewPasswordField frame={frame} form={facts.form} />
      </>
    ),
    ways: (
      <p>
        <Way frame={frame} page="signIn" text="portal-account.open.have" />
      </p>
    ),
  });
}

/** Who was invited chooses a password, and is in. */
export function Invitation({ frame, facts }: { frame: Frame; facts: Facts['invitation'] }): PageParts {
  const { phrase, link, place } = frame;
  const { needsPassword, email, token, team, form } = facts;
  const names = { email: isolate(email), team: isolate(team ?? ''), place: isolate(place.name) };
  const words = team === null ? 'portal-account.invitation' : 'portal-teams.join';
  return accountForm({
    title: phrase(`${words}.title`, names),
    text: phrase(`${words}.${needsPassword ? 'text' : 'textKnown'}`, names),
    form,
    action: link('invitation', { token }),
    act: phrase('portal-account.invitation.act'),
    fields: (
      <>
        <input type="hidden" name="username" autoComplete="username" value={email} />
        {needsPassword && <NewPasswordField frame={frame} form={form} />}
      </>
    ),
  });
}
