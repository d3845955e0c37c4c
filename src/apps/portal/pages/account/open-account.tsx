import { Field, FormProblem, Submit } from '../../parts/form.tsx';
import { NewPassword } from './sign-in.tsx';
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
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-account.open.title')}</h1>
          <p className="muted">{phrase('portal-account.open.text')}</p>
        </div>
        <form method="post" action={link('openAccount')} className="p-form" noValidate>
          <FormProblem form={facts.form} />
          <Field
            name="name"
            label={phrase('portal-me.name')}
            form={facts.form}
            required
            autoComplete="name"
          />
          <Field
            name="email"
            label={phrase('portal-account.email')}
            form={facts.form}
            required
            type="email"
            inputMode="email"
            autoComplete="username"
          />
          <NewPassword frame={frame} form={facts.form} />
          <Submit>{phrase('portal-account.open.act')}</Submit>
        </form>
        <p>
          <a className="link" href={link('signIn')}>
            {phrase('portal-account.open.have')}
          </a>
        </p>
      </>
    ),
  };
}

/** Who was invited chooses a password, and is in. */
export function Invitation({ frame, facts }: { frame: Frame; facts: Facts['invitation'] }): PageParts {
  const { phrase, link, place } = frame;
  return {
    airy: true,
    main: (
      <>
        <div className="hello">
          <h1>{phrase('portal-account.invitation.title', { place: `\u2068${place.name}\u2069` })}</h1>
          <p className="muted">
            {phrase(
              facts.needsPassword
                ? 'portal-account.invitation.text'
                : 'portal-account.invitation.textKnown',
              { email: `\u2068${facts.email}\u2069` },
            )}
          </p>
        </div>
        <form
          method="post"
          action={link('invitation', { token: facts.token })}
          className="p-form"
          noValidate
        >
          <FormProblem form={facts.form} />
          <input type="hidden" name="username" autoComplete="username" value={facts.email} />
          {facts.needsPassword && <NewPassword frame={frame} form={facts.form} />}
          <Submit>{phrase('portal-account.invitation.act')}</Submit>
        </form>
      </>
    ),
  };
}
